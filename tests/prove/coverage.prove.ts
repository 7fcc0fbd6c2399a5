import { beforeAll, describe, expect, it } from 'vitest';
import type { IndicatorValue, Measurement, UnitResult } from '../../src/model/measurement.ts';
import { replicate, replicatedScenario, type Design } from './replications.ts';
import { bySize } from './size.ts';

/** Draws of each design: the truth of a figure is its mean over them. */
const REPLICATIONS = bySize({ small: 4, full: 500 });
const designs: readonly Design[] = [
  { correlation: 0, volume: 1 },
  { correlation: 0.1, volume: 1 },
  { correlation: 0, volume: 10 },
  { correlation: 0.1, volume: 10 },
];
/** With few draws chance alone moves a share so far, and the mean of few is no truth. */
const [LOW, HIGH] = bySize({ small: [0.6, 1], full: [0.925, 0.975] });

const nameOf = ({ correlation, volume }: Design): string =>
  `intraclass correlation ${String(correlation)}, volume ×${String(volume)}`;
const mean = (list: readonly number[]): number => list.reduce((sum, one) => sum + one, 0) / list.length;
const deviation = (list: readonly number[]): number => {
  const middle = mean(list);
  return Math.sqrt(list.reduce((sum, one) => sum + (one - middle) ** 2, 0) / (list.length - 1));
};

interface Drawn {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** The draws of one figure of one unit, where most of them have it. */
const drawsOf = (
  results: readonly Measurement[],
  of: (result: Measurement) => Drawn | undefined,
): Drawn[] => {
  const drawn = results.flatMap((result) => of(result) ?? []);
  return drawn.length >= 0.9 * results.length ? drawn : [];
};
const covered = (drawn: readonly Drawn[]): boolean[] => {
  const truth = mean(drawn.map(({ value }) => value));
  return drawn.map(({ low, high }) => low <= truth && truth <= high);
};
const share = (hits: readonly boolean[]): number => hits.filter(Boolean).length / hits.length;
const unitIn = ({ units }: Measurement, code: string): UnitResult | undefined =>
  units.find((unit) => unit.code === code);

const drawnIndicator = (value: IndicatorValue | undefined): Drawn | undefined =>
  value === undefined || value.value === null || value.redraw === null
    ? undefined
    : { value: value.value, ...value.redraw };
const drawnScore = (unit: UnitResult | undefined): Drawn | undefined =>
  unit?.overall && unit.spread?.overall ? { value: unit.overall.score, ...unit.overall } : undefined;

describe.each(designs)(
  'intervals for a new draw, with correlation $correlation and volume ×$volume',
  (design) => {
    const results: Measurement[] = [];
    let codes: string[] = [];

    beforeAll(async () => {
      const scenario = replicatedScenario(design);
      for (let seed = 1; seed <= REPLICATIONS; seed++) results.push(await replicate(scenario, 7000 + seed));
      codes = results[0]!.units.filter(({ overall }) => overall !== null).map(({ code }) => code);
    }, 20_000_000);

    it('hold 95% of what other draws give, of nearly every indicator', () => {
      const ids = unitIn(results[0]!, codes[0]!)!.indicators.map(({ id }) => id);
      const shares = ids.flatMap((id) => {
        const hits = codes.flatMap((code) =>
          covered(
            drawsOf(results, (result) =>
              drawnIndicator(unitIn(result, code)?.indicators.find((value) => value.id === id)),
            ),
          ),
        );
        return hits.length === 0 ? [] : [{ id, share: share(hits) }];
      });
      const outside = shares.filter(({ share: one }) => one < LOW || one > HIGH);
      console.log(nameOf(design), 'indicators outside:', outside);
      expect(outside.length).toBeLessThanOrEqual(Math.ceil(0.05 * shares.length));
    });

    it('hold 95% of the overall scores, and are hardly wider than these vary', () => {
      const draws = codes.map((code) => drawsOf(results, (result) => drawnScore(unitIn(result, code))));
      const coverage = share(draws.flatMap(covered));
      const widths = draws.flatMap((drawn) => {
        const spread = 1.96 * deviation(drawn.map(({ value }) => value));
        return drawn.map(({ low, high }) => (high - low) / 2 / spread);
      });
      console.log(nameOf(design), 'overall:', coverage, 'half-width against deviation:', mean(widths));
      expect(coverage).toBeGreaterThanOrEqual(LOW);
      expect(coverage).toBeLessThanOrEqual(HIGH);
      expect(mean(widths)).toBeLessThanOrEqual(bySize({ small: 3, full: 1.2 }));
    });

    it('hold the rank that a unit has by its mean, nearly always', () => {
      const truth = (code: string): number =>
        mean(results.flatMap((result) => unitIn(result, code)?.overall?.score ?? []));
      const order = [...codes].sort((a, b) => truth(b) - truth(a));
      const ranks = results.flatMap((result) =>
        codes.flatMap((code) => {
          const { rankLow, rankHigh } = unitIn(result, code)!;
          if (rankLow === null || rankHigh === null) return [];
          const rank = order.indexOf(code) + 1;
          return [{ holds: rankLow <= rank && rank <= rankHigh, width: rankHigh - rankLow + 1 }];
        }),
      );
      console.log(
        nameOf(design),
        'ranks:',
        share(ranks.map(({ holds }) => holds)),
        'mean width:',
        mean(ranks.map(({ width }) => width)),
      );
      expect(share(ranks.map(({ holds }) => holds))).toBeGreaterThanOrEqual(
        bySize({ small: 0.8, full: 0.93 }),
      );
    });
  },
);
