import type { RatingCell, ServiceCell } from '../../model/cells.ts';
import { normalInterval, wilsonInterval, Z99, type Interval } from '../../model/math/interval.ts';
import type { Reference } from '../../model/reference.ts';
import type { Register } from '../../model/register.ts';
import type { MonthTargets, TargetRow } from '../../model/targets.ts';
import { around, decideTarget } from './decide-target.ts';

/** How far a simulated figure of a month may lie from the published one, as a share of that: our own choice. */
export const MONTH_TOLERANCE = 0.05;

/** What is counted of the place and the month whose figures were published. */
export interface MonthCounts {
  readonly cells: readonly RatingCell[];
  readonly cases: number;
  /** Sums over cases of their ratings and of the squares of that number; absent where rows were not kept. */
  readonly perCase: { readonly ratings: number; readonly squares: number } | undefined;
}

export interface TargetComparison {
  readonly rows: readonly TargetRow[];
  readonly cases: number;
  readonly ratings: number;
}

/** Units of a place, which is a unit or a province with its cities: indexes in the reference list. */
export const unitsOfPlace = ({ units }: Pick<Reference, 'units'>, place: string): number[] =>
  units.flatMap(({ code, province }, index) => (code === place || province === place ? [index] : []));

/** Cases of the items of some units. */
export const casesOf = (
  cells: readonly ServiceCell[],
  units: readonly number[],
  { tasks }: Pick<Register, 'tasks'>,
): number =>
  cells.reduce((sum, { task, cases }) => sum + (units.includes(tasks[task]?.unitIndex ?? -1) ? cases : 0), 0);

/**
 * Compares simulated counts with published ones: shares of the levels among levelled ratings and of the channels among all
 * ratings (Wilson, with design effect), ratings per case (normal, from the spread between cases).
 */
export function compareWithMonth(
  { cells, cases, perCase }: MonthCounts,
  published: MonthTargets,
): TargetComparison {
  const ratings = cells.reduce((sum, { n }) => sum + n, 0);
  const count = (wanted: (cell: RatingCell) => boolean): number =>
    cells.reduce((sum, cell) => sum + (wanted(cell) ? cell.n : 0), 0);

  const clustering = designEffect(perCase);
  const shares = (
    group: 'levels' | 'channels',
    table: Readonly<Record<string, number>>,
    of: 'level' | 'channel',
    total: number,
  ): TargetRow[] => {
    const publishedTotal = Object.values(table).reduce((sum, n) => sum + n, 0);
    return Object.entries(table).map(([key, n]) => {
      const simulated = count((cell) => cell[of] === Number(key));
      return row(group, key, n / publishedTotal, total === 0 ? null : simulated / total, () =>
        wilsonInterval(simulated / clustering, total / clustering, Z99),
      );
    });
  };
  const levelled = count(({ level }) => level > 0);
  return {
    rows: [
      ...shares('levels', published.levels, 'level', levelled).sort((a, b) => Number(b.key) - Number(a.key)),
      ...shares('channels', published.channels, 'channel', ratings),
      row('ratio', 'ratingsPerCase', published.ratingsPerCase, cases < 2 ? null : ratings / cases, () => {
        if (perCase === undefined) return undefined;
        const variance = perCase.squares / cases - (perCase.ratings / cases) ** 2;
        return normalInterval(ratings / cases, variance, cases, Z99);
      }),
    ],
    cases,
    ratings,
  };
}

/**
 * Design effect of ratings that come in cases (Kish 1965): the most that it can be, for ratings of one case that are all alike.
 * 1 where nothing is known of cases.
 */
const designEffect = (perCase: MonthCounts['perCase']): number =>
  perCase === undefined || perCase.ratings === 0 ? 1 : perCase.squares / perCase.ratings;

function row(
  group: TargetRow['group'],
  key: string,
  published: number,
  simulated: number | null,
  intervalOf: () => Interval | undefined,
): TargetRow {
  const interval = (simulated === null ? undefined : intervalOf()) ?? null;
  const accepted = around(published, MONTH_TOLERANCE * published);
  const compared = { group, key, published, simulated, interval, accepted };
  return {
    ...compared,
    low: interval?.low ?? null,
    high: interval?.high ?? null,
    inside: interval && interval.low <= published && published <= interval.high,
    verdict: decideTarget(compared),
  };
}
