import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { momentsOf, normalInterval, wilsonInterval } from '../../../src/model/math/interval.ts';
import { binomCI, binomConfint } from '../../facts/wilson-intervals.ts';

describe('Wilson intervals of other software', () => {
  it.each(binomConfint)('are those of R binom to 1e-8 at $count of $n', ({ count, n, low, high }) => {
    const ours = wilsonInterval(count, n);
    expect(Math.abs(ours.low - low)).toBeLessThan(1e-8);
    expect(Math.abs(ours.high - high)).toBeLessThan(1e-8);
  });

  it.each(binomCI)('are those of DescTools as printed, $sides-sided, at $count of $n', (one) => {
    const ours = wilsonInterval(one.count, one.n, one.sides === 1 ? 1.6448536269514722 : undefined);
    if (one.low !== undefined) expect(Math.abs(ours.low - one.low)).toBeLessThan(1e-6);
    if (one.high !== undefined) expect(Math.abs(ours.high - one.high)).toBeLessThan(1e-6);
  });
});

describe('the Wilson interval', () => {
  it('stays inside [0, 1], contains the share, and has width', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e9 }), fc.double({ min: 0, max: 1, noNaN: true }), (n, part) => {
        const count = Math.round(n * part);
        const { low, high } = wilsonInterval(count, n);
        return 0 <= low && low <= count / n && count / n <= high && high <= 1 && low < high;
      }),
    );
  });

  it('mirrors when the other outcome is counted', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.integer({ min: 0, max: 5000 }), (n, k) => {
        const count = Math.min(n, k);
        const [a, b] = [wilsonInterval(count, n), wilsonInterval(n - count, n)];
        expect(a.low).toBeCloseTo(1 - b.high, 12);
      }),
    );
  });

  it('is clipped at both ends (statsmodels GH 7386)', () => {
    expect(wilsonInterval(38, 38).high).toBe(1);
    expect(wilsonInterval(0, 77).low).toBe(0);
  });
});

describe('the mean of a distribution', () => {
  it('has the sample variance of the same observations written out', () => {
    // 10, 10, 8, 0: mean 7, squares 9 + 9 + 1 + 49 = 68, over n - 1 = 3.
    expect(momentsOf([0, 3, 6, 8, 10], [1, 0, 0, 1, 2])).toEqual({
      n: 4,
      sum: 28,
      mean: 7,
      variance: 68 / 3,
    });
  });

  it('is 0 with variance 0 over nothing', () => {
    expect(momentsOf([0, 10], [0, 0])).toEqual({ n: 0, sum: 0, mean: 0, variance: 0 });
  });

  it('lies in the middle of an interval of 1.96 standard errors either side', () => {
    const { low, high } = normalInterval(7, 4, 100);
    expect(low).toBeCloseTo(7 - 0.3919927969080108, 12);
    expect(high).toBeCloseTo(7 + 0.3919927969080108, 12);
  });
});
