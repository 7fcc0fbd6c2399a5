import type { Bilingual } from '../../model/language.ts';

/** Which formula a published percentage follows, and where that changed: told from five counts and the figure alone. */

/** Ratings of a month by level, the worst first, and the percentage that was published of them. */
export interface PublishedMonth {
  readonly month: string;
  readonly counts: readonly [number, number, number, number, number];
  readonly published: number;
}

/** A formula that a percentage may follow. */
export interface PercentFormula {
  readonly id: string;
  readonly name: Bilingual;
  /** Points of a rating by level, the worst first; the percentage is their mean. */
  readonly points: readonly number[];
}

const formula = (id: string, zh: string, en: string, points: readonly number[]): PercentFormula => ({
  id,
  name: { zh, en },
  points,
});

/** The formulas that are tried, the most usual first: where two fit equally well the former is taken. */
export const percentFormulas: readonly PercentFormula[] = [
  formula('evenMean', '0/25/50/75/100 平均', 'mean of 0/25/50/75/100', [0, 25, 50, 75, 100]),
  formula('topTwo', '最高两级占比', 'share of the two best levels', [0, 0, 0, 100, 100]),
  formula(
    'topThree',
    '最高三级占比（好评率）',
    'share of the three best levels (good-rating rate)',
    [0, 0, 100, 100, 100],
  ),
  formula('topOne', '最高一级占比', 'share of the best level', [0, 0, 0, 0, 100]),
  formula('fifthsMean', '20/40/60/80/100 平均', 'mean of 20/40/60/80/100', [20, 40, 60, 80, 100]),
  formula(
    'unevenMean',
    '0/30/60/80/100 平均（平均分 10/8/6/3/0 的十倍）',
    'mean of 0/30/60/80/100 (ten times 10/8/6/3/0)',
    [0, 30, 60, 80, 100],
  ),
];

export interface TriedMonth extends PublishedMonth {
  /** What each formula gives, in their order; null without ratings. */
  readonly values: readonly (number | null)[];
  /** Ids of those that give the published figure after rounding. */
  readonly fitting: readonly string[];
  /** The formula that the stretch of this month follows, and whether it gives this figure. */
  readonly formula: string;
  readonly fits: boolean;
}

/** Months in a row that follow one formula. */
export interface FormulaStretch {
  readonly formula: string;
  readonly from: string;
  readonly to: string;
  readonly months: number;
  /** Months in it whose figure the formula does not give. */
  readonly missed: readonly string[];
}

export interface FoundFormulas {
  readonly months: readonly TriedMonth[];
  /** More than one where the formula changed. */
  readonly stretches: readonly FormulaStretch[];
}

/** A change of formula must explain more than this many figures: a single odd month is an odd month. */
const CHANGE = 2;

function valueOf({ points }: PercentFormula, counts: readonly number[]): number | null {
  const n = counts.reduce((sum, count) => sum + count, 0);
  return n === 0 ? null : counts.reduce((sum, count, i) => sum + count * (points[i] ?? 0), 0) / n;
}

/**
 * Finds the formulas of a series that runs by rising month, published with so many decimals: of all ways through the months the
 * one that leaves the fewest figures unexplained, each change of formula counting as two figures.
 */
export function findFormula(series: readonly PublishedMonth[], decimals = 0): FoundFormulas {
  const half = 0.5 * 10 ** -decimals + 1e-9;
  const tried = series.map((one) => {
    const values = percentFormulas.map((known) => valueOf(known, one.counts));
    const fits = values.map((value) => value !== null && Math.abs(value - one.published) <= half);
    return { one, values, fits };
  });
  const way = bestWay(tried.map(({ fits }) => fits));
  const months = tried.map(({ one, values, fits }, i): TriedMonth => {
    const at = way[i] ?? 0;
    return {
      ...one,
      values,
      fitting: percentFormulas.flatMap(({ id }, k) => (fits[k] === true ? [id] : [])),
      formula: percentFormulas[at]?.id ?? '',
      fits: fits[at] === true,
    };
  });
  return { months, stretches: stretchesOf(months) };
}

/** The cheapest formula of each month: a figure that it does not give costs one, a change two. */
function bestWay(fits: readonly (readonly boolean[])[]): number[] {
  let costs = percentFormulas.map(() => 0);
  const from: number[][] = [];
  for (const [i, month] of fits.entries()) {
    const cheapest = costs.indexOf(Math.min(...costs));
    const least = costs[cheapest] ?? 0;
    from.push(costs.map((cost, k) => (i > 0 && least + CHANGE < cost ? cheapest : k)));
    costs = costs.map(
      (cost, k) => (i === 0 ? 0 : Math.min(cost, least + CHANGE)) + (month[k] === true ? 0 : 1),
    );
  }
  const way: number[] = [];
  let at = costs.indexOf(Math.min(...costs));
  for (let i = fits.length - 1; i >= 0; i--) {
    way[i] = at;
    at = from[i]?.[at] ?? at;
  }
  return way;
}

function stretchesOf(months: readonly TriedMonth[]): FormulaStretch[] {
  const groups: TriedMonth[][] = [];
  for (const month of months) {
    const last = groups.at(-1);
    if (last !== undefined && last[0]?.formula === month.formula) last.push(month);
    else groups.push([month]);
  }
  return groups.map((group) => ({
    formula: group[0]?.formula ?? '',
    from: group[0]?.month ?? '',
    to: group.at(-1)?.month ?? '',
    months: group.length,
    missed: group.flatMap(({ month, fits }) => (fits ? [] : [month])),
  }));
}
