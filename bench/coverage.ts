import type { IndicatorValue, Measurement, UnitResult } from '../src/model/measurement.ts';

/** How often the 95% intervals for a new draw held what other draws of the same qualities give, pooled over units. */
export interface Coverage {
  readonly draws: number;
  readonly indicators: readonly { readonly id: string; readonly share: number }[];
  readonly overall: {
    readonly share: number;
    /** Mean half-width of the intervals, in 1.96 standard deviations of the scores over the draws. */
    readonly halfWidth: number;
  };
  readonly ranks: {
    readonly share: number;
    /** Mean number of places that an interval holds. */
    readonly width: number;
  };
}

interface Drawn {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

const mean = (list: readonly number[]): number => list.reduce((sum, one) => sum + one, 0) / list.length;
const share = (hits: readonly boolean[]): number => hits.filter(Boolean).length / hits.length;

function deviation(list: readonly number[]): number {
  const middle = mean(list);
  return Math.sqrt(list.reduce((sum, one) => sum + (one - middle) ** 2, 0) / (list.length - 1));
}

const unitIn = ({ units }: Measurement, code: string): UnitResult | undefined =>
  units.find((unit) => unit.code === code);

const drawnIndicator = (value: IndicatorValue | undefined): Drawn | undefined =>
  value === undefined || value.value === null || value.redraw === null
    ? undefined
    : { value: value.value, ...value.redraw };

const drawnScore = (unit: UnitResult | undefined): Drawn | undefined =>
  unit?.overall && unit.spread?.overall ? { value: unit.overall.score, ...unit.overall } : undefined;

/** The draws of one figure of one unit, where most of them have it: a figure that is seldom there has no mean to be held. */
function drawsOf(results: readonly Measurement[], of: (result: Measurement) => Drawn | undefined): Drawn[] {
  const drawn = results.flatMap((result) => of(result) ?? []);
  return drawn.length >= 0.9 * results.length ? drawn : [];
}

/** The truth of a figure is its mean over the draws. */
function covered(drawn: readonly Drawn[]): boolean[] {
  const truth = mean(drawn.map(({ value }) => value));
  return drawn.map(({ low, high }) => low <= truth && truth <= high);
}

/** Compares the intervals of draws of the same qualities with what the other draws gave. */
export function coverageOf(results: readonly Measurement[]): Coverage {
  const [first] = results;
  if (first === undefined) throw new Error('no draws');
  const assessed = first.units.filter(({ overall }) => overall !== null);
  const codes = assessed.map(({ code }) => code);
  const indicators = (assessed[0]?.indicators ?? []).flatMap(({ id }) => {
    const ofUnit = (code: string) => (result: Measurement) =>
      drawnIndicator(unitIn(result, code)?.indicators.find((value) => value.id === id));
    const hits = codes.flatMap((code) => covered(drawsOf(results, ofUnit(code))));
    return hits.length === 0 ? [] : [{ id, share: share(hits) }];
  });

  const scores = codes.map((code) => drawsOf(results, (result) => drawnScore(unitIn(result, code))));
  const halfWidths = scores.flatMap((drawn) => {
    const spread = 1.96 * deviation(drawn.map(({ value }) => value));
    return drawn.map(({ low, high }) => (high - low) / 2 / spread);
  });

  const truth = (code: string): number =>
    mean(results.flatMap((result) => unitIn(result, code)?.overall?.score ?? []));
  const order = codes
    .map((code) => ({ code, score: truth(code) }))
    .sort((a, b) => b.score - a.score)
    .map(({ code }) => code);
  const ranks = results.flatMap((result) =>
    order.flatMap((code, i) => {
      const { rankLow = null, rankHigh = null } = unitIn(result, code) ?? {};
      return rankLow === null || rankHigh === null
        ? []
        : [{ holds: rankLow <= i + 1 && i + 1 <= rankHigh, width: rankHigh - rankLow + 1 }];
    }),
  );
  return {
    draws: results.length,
    indicators,
    overall: { share: share(scores.flatMap(covered)), halfWidth: mean(halfWidths) },
    ranks: { share: share(ranks.map(({ holds }) => holds)), width: mean(ranks.map(({ width }) => width)) },
  };
}
