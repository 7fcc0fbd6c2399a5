import { countPeriod, type Counted, type FirstRatings, type Sum } from './count-indicators.ts';
import type { Joined, Unit } from './join-export.ts';
import { kinds, type Kind, type PageDimension, type PageIndicator, type PageMethod } from './method-page.ts';
import { canBeSampled, reach } from './rarefied.ts';

/** From counts to the document of `measure --json`. */

const Z = 1.959963984540054;

export interface Interval {
  readonly low: number;
  readonly high: number;
}
export type Score = ({ readonly score: number } & Interval) | null;

export interface Figure {
  readonly id: string;
  readonly numerator: number;
  readonly denominator: number;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly normalised: number | null;
}

export interface UnitResult {
  readonly code: string;
  readonly kind: Kind;
  readonly region: string;
  readonly overall: Score;
  readonly dimensions: Record<string, Score>;
  readonly groups: Record<string, Score>;
  readonly indicators: readonly Figure[];
  rank: number | null;
  band: string | null;
}

export type Means = Record<string, number | null>;

export interface Recomputed {
  readonly units: readonly UnitResult[];
  readonly means: Record<Kind, Means>;
  readonly bands: Record<Kind, Record<string, number>>;
  readonly regions: readonly { readonly id: string; readonly province: Means; readonly city: Means }[];
}

/** E. B. Wilson, 1927. */
function wilson(right: number, all: number): Interval {
  const p = right / all;
  const middle = p + Z ** 2 / (2 * all);
  const half = Z * Math.sqrt((p * (1 - p)) / all + Z ** 2 / (4 * all ** 2));
  const scale = 1 + Z ** 2 / all;
  return { low: (middle - half) / scale, high: (middle + half) / scale };
}

function ofMean({ numerator, denominator, squares }: Sum): Interval {
  const value = numerator / denominator;
  const variance = (squares - denominator * value ** 2) / (denominator - 1);
  const half = Z * Math.sqrt(variance / denominator);
  return { low: value - half, high: value + half };
}

/** What an indicator of coverage in samples is over. */
const sampledOf = (id: string): keyof FirstRatings | undefined =>
  id === 'itemReach' ? 'items' : id === 'officeReach' ? 'offices' : undefined;
const total = (numbers: readonly number[]): number => numbers.reduce((sum, n) => sum + n, 0);

/** Value and interval of an indicator; `reachable`: whether every unit of the kind has ratings enough for a sample. */
function figureOf(indicator: PageIndicator, { sums, firstRatings }: Counted, reachable: boolean): Figure {
  const { id, worst, best, fewest } = indicator;
  const sampled = sampledOf(id);
  const places = sampled && firstRatings.flatMap((register) => register[sampled]);
  const sum = places
    ? { numerator: places.filter((n) => n > 0).length, denominator: places.length, squares: 0 }
    : (sums.get(id) ?? { numerator: 0, denominator: 0, squares: 0 });
  const { numerator, denominator } = sum;
  if (denominator < fewest || (sampled && !reachable))
    return { id, numerator, denominator, value: null, low: null, high: null, normalised: null };
  let value = numerator / denominator;
  let interval = id.startsWith('mean') ? ofMean(sum) : wilson(numerator, denominator);
  if (sampled) {
    const { value: expected, error } = reach(firstRatings, sampled);
    value = expected;
    interval = { low: value - Z * error, high: value + Z * error };
  }
  return { id, numerator, denominator, value, ...interval, normalised: normalise(value, worst, best) };
}

function normalise(value: number, worst: number, best: number): number {
  return Math.min(100, Math.max(0, (100 * (value - worst)) / (best - worst)));
}

/** Score of an indicator with its interval; one over the register is counted in full and has none. */
function scoreOf({ basis, worst, best }: PageIndicator, figure: Figure): Score {
  const { normalised: score, low, high } = figure;
  if (score === null || low === null || high === null) return null;
  if (basis === 'register') return { score, low: score, high: score };
  const ends = [normalise(low, worst, best), normalise(high, worst, best)];
  return { score, low: Math.min(...ends), high: Math.max(...ends) };
}

/** Weighted mean of the children that have a figure, where these hold at least `needed` of the weight. */
function combine(children: readonly { weight: number; score: Score }[], needed: number): Score {
  const present = children.flatMap(({ weight, score }) => (score ? [{ weight, ...score }] : []));
  const weights = total(present.map(({ weight }) => weight));
  if (weights < needed * total(children.map(({ weight }) => weight)) - 1e-12) return null;
  const mean = (end: 'score' | 'low' | 'high'): number =>
    total(present.map((child) => child.weight * child[end])) / weights;
  return { score: mean('score'), low: mean('low'), high: mean('high') };
}

function resultOf(
  unit: Unit,
  counted: Counted,
  method: readonly PageDimension[],
  reachable: boolean,
  needed: number,
): UnitResult {
  const { code, kind, region } = unit;
  const indicators: Figure[] = [];
  const groups: Record<string, Score> = {};
  const dimensions: Record<string, Score> = {};
  for (const dimension of method) {
    for (const group of dimension.groups) {
      const children = group.indicators.map((indicator) => {
        const figure = figureOf(indicator, counted, reachable);
        indicators.push(figure);
        return { weight: indicator.weight[kind], score: scoreOf(indicator, figure) };
      });
      groups[group.id] = combine(children, needed);
    }
    const children = dimension.groups.map(({ id, weight }) => ({ weight: weight[kind], score: groups[id]! }));
    dimensions[dimension.id] = combine(children, needed);
  }
  const five = method.map(({ id, weight }) => ({ weight: weight[kind], score: dimensions[id]! }));
  const overall = combine(five, 1);
  const band = overall && bandOf(overall.score);
  return { code, kind, region, overall, dimensions, groups, indicators, rank: null, band };
}

const bandNames = ['veryHigh', 'high', 'medium', 'low'];
const bandOf = (score: number): string =>
  score > 90 ? 'veryHigh' : score > 80 ? 'high' : score > 65 ? 'medium' : 'low';

/** Dense ranks: the rank of a unit is one more than the number of different higher scores. */
function giveRanks(units: readonly UnitResult[]): void {
  const scores = [...new Set(units.flatMap(({ overall }) => (overall ? [overall.score] : [])))];
  for (const unit of units)
    if (unit.overall) unit.rank = 1 + scores.filter((score) => score > unit.overall!.score).length;
}

function meansOf(units: readonly UnitResult[], dimensions: readonly string[]): Means {
  const mean = (scoreOfUnit: (unit: UnitResult) => Score | undefined): number | null => {
    const scores = units.flatMap((unit) => scoreOfUnit(unit)?.score ?? []);
    return scores.length === 0 ? null : total(scores) / scores.length;
  };
  return {
    overall: mean(({ overall }) => overall),
    ...Object.fromEntries(dimensions.map((id) => [id, mean((unit) => unit.dimensions[id])])),
  };
}

/** Of a unit that the register does not name nothing is counted. */
const nothing: Counted = { sums: new Map(), firstRatings: [] };

/** Every figure of a period by one edition of the methods, for the units named. */
export function recompute(
  joined: Joined,
  allUnits: readonly Unit[],
  period: string,
  { dimensions: method, needed }: PageMethod,
): Recomputed {
  const indicators = method.flatMap(({ groups }) => groups.flatMap((group) => group.indicators));
  const counts = countPeriod(joined, period, indicators);
  const countsOf = ({ code }: Unit): Counted => counts.get(code) ?? nothing;
  const fewest = indicators.find(({ id }) => id === 'itemReach')?.fewest ?? 0;
  const hasSamples = (unit: Unit): boolean => {
    const { firstRatings } = countsOf(unit);
    const published = total(firstRatings.map(({ items }) => items.length));
    return published < fewest || canBeSampled(firstRatings);
  };
  const standsApart = ({ code }: Pick<Unit, 'code'>): boolean =>
    code.startsWith('99') && !allUnits.every((unit) => unit.code.startsWith('99'));
  const compared = allUnits.filter((unit) => !standsApart(unit));
  const reachable = byKind((kind) => compared.filter((unit) => unit.kind === kind).every(hasSamples));
  const units = allUnits.map((unit) => {
    const result = resultOf(
      unit,
      countsOf(unit),
      method,
      reachable[unit.kind] && (compared.includes(unit) || hasSamples(unit)),
      needed,
    );
    return standsApart(unit) ? { ...result, band: null } : result;
  });
  const ranked = units.filter((unit) => !standsApart(unit));
  const of = (kind: Kind, region?: string): UnitResult[] =>
    ranked.filter((unit) => unit.kind === kind && (region === undefined || unit.region === region));
  for (const kind of kinds) giveRanks(of(kind));
  const dimensions = method.map(({ id }) => id);
  return {
    units,
    means: byKind((kind) => meansOf(of(kind), dimensions)),
    bands: byKind((kind) =>
      Object.fromEntries(
        bandNames.map((name) => [name, of(kind).filter(({ band }) => band === name).length]),
      ),
    ),
    regions: [...new Set(ranked.map(({ region }) => region))].map((id) => ({
      id,
      ...byKind((kind) => meansOf(of(kind, id), dimensions)),
    })),
  };
}

const byKind = <T>(make: (kind: Kind) => T): Record<Kind, T> => ({
  province: make('province'),
  city: make('city'),
});
