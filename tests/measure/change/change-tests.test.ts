import { describe, expect, it } from 'vitest';
import { testAgainstNothing, testDifference } from '../../../src/measure/change/difference.ts';
import { testTrend, type MonthFigure } from '../../../src/measure/change/trend.ts';
import { approximateNormalQuantile, draw, uniform } from '../../../src/model/math/random.ts';

/** Keyed standard normal values of a seed. */
const normals =
  (seed: number): ((n: number) => number) =>
  (n) =>
    approximateNormalQuantile(uniform(draw(seed, 1, 0, 0, n)));

const TRIALS = 4000;
/** Share of trials that a test of 5% calls different. */
const calls = (pOf: (trial: number) => number): number =>
  Array.from({ length: TRIALS }, (_, trial) => pOf(trial)).filter((p) => p < 0.05).length / TRIALS;

describe('a test of a difference', () => {
  it('is the t test of Welch: the two samples of sleep in R, t = −1.8608, df = 17.776, p = 0.07939', () => {
    // ?t.test: extra hours of sleep with two drugs (A. R. Cushny and A. R. Peebles, 1905).
    const one = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2];
    const two = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];
    const estimate = (values: readonly number[]) => {
      const value = values.reduce((sum, x) => sum + x, 0) / values.length;
      const squares = values.reduce((sum, x) => sum + (x - value) ** 2, 0);
      const freedom = values.length - 1;
      return { value, error: Math.sqrt(squares / freedom / values.length), freedom };
    };
    const { value, error, freedom, p, interval } = testDifference(estimate(one), estimate(two));
    expect(value / error).toBeCloseTo(-1.8608, 4);
    expect(freedom).toBeCloseTo(17.776, 3);
    expect(p).toBeCloseTo(0.07939, 5);
    expect(interval.low).toBeCloseTo(-3.3654832, 6);
    expect(interval.high).toBeCloseTo(0.2054832, 6);
  });

  it('is false in 5% of cases where nothing differs, with errors known from 31 degrees of freedom', () => {
    const share = calls((trial) => {
      const z = normals(trial);
      // A variance of 31 degrees of freedom is the mean of as many squares.
      const error = (from: number): number =>
        Math.sqrt(Array.from({ length: 31 }, (_, i) => z(from + i) ** 2).reduce((a, b) => a + b, 0) / 31);
      const a = { value: z(0), error: error(10), freedom: 31 };
      const b = { value: z(1), error: error(50), freedom: 31 };
      return testDifference(a, b).p;
    });
    expect(share).toBeGreaterThan(0.04);
    expect(share).toBeLessThan(0.06);
  });

  it('has no doubt where nothing has an error', () => {
    const sure = (value: number) => ({ value, error: 0, freedom: 5 });
    expect(testDifference(sure(2), sure(2)).p).toBe(1);
    expect(testDifference(sure(2), sure(1))).toMatchObject({ p: 0, interval: { low: 1, high: 1 } });
    expect(testAgainstNothing(sure(0)).p).toBe(1);
  });
});

describe('a test of a trend', () => {
  const months = (count: number, valueOf: (month: number) => number): MonthFigure[] =>
    Array.from({ length: count }, (_, i) => ({ month: 300 + i, value: valueOf(i), n: 100 + 40 * (i % 3) }));

  it('by hand: months on a line have its slope and no doubt', () => {
    const trend = testTrend(months(8, (i) => 5 + 0.25 * i));
    expect(trend?.value).toBeCloseTo(0.25, 12);
    expect(trend?.error).toBeLessThan(1e-12);
    expect(trend?.p).toBeLessThan(1e-10);
  });

  it.each([6, 12, 24])('is false in 5%% of cases where nothing changes, over %d months', (count) => {
    const share = calls((trial) => {
      const z = normals(trial);
      return testTrend(months(count, (i) => 9 + z(i) / Math.sqrt(100 + 40 * (i % 3))))?.p ?? 1;
    });
    expect(share).toBeGreaterThan(0.04);
    expect(share).toBeLessThan(0.06);
  });

  it('leaves out months without records, and has no figure for fewer than six', () => {
    expect(testTrend(months(5, (i) => i))).toBeNull();
    const seven = months(7, (i) => (i === 3 ? 900 : i)).map((one, i) => (i === 3 ? { ...one, n: 0 } : one));
    expect(testTrend(seven)?.value).toBeCloseTo(1, 12);
  });
});
