import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chiSquareTail, logGamma } from '../../../src/model/math/chi-square.ts';
import { normalCdf } from '../../../src/model/math/normal.ts';
import { goodnessOfFit, statistics } from '../../facts/chi-square-tests.ts';

describe('the chi-square tail', () => {
  it('is known exactly for two degrees of freedom', () => {
    for (const x of [0, 0.1, 1, 3, 10, 50, 400])
      expect(chiSquareTail(x, 2)).toBeCloseTo(Math.exp(-x / 2), 14);
  });

  it('is that of a squared normal value for one', () => {
    for (const z of [0.1, 0.7, 1.96, 3, 5]) {
      expect(chiSquareTail(z * z, 1) / (2 * normalCdf(-z))).toBeCloseTo(1, 10);
    }
  });

  it('falls with x, rises with the degrees of freedom, and stays a chance', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 500, noNaN: true }), fc.integer({ min: 1, max: 300 }), (x, df) => {
        const p = chiSquareTail(x, df);
        expect(p).toBeGreaterThanOrEqual(0);
        expect(p).toBeLessThanOrEqual(1);
        expect(chiSquareTail(x + 1, df)).toBeLessThanOrEqual(p + 1e-12);
        expect(chiSquareTail(x, df + 1)).toBeGreaterThanOrEqual(p - 1e-12);
      }),
    );
  });

  it('of an infinite statistic is nothing', () => {
    expect(chiSquareTail(Infinity, 4)).toBe(0);
  });
});

describe('the logarithm of the gamma function', () => {
  it('is that of the factorials', () => {
    let factorial = 1;
    for (let n = 1; n < 20; n++) {
      expect(logGamma(n)).toBeCloseTo(Math.log(factorial), 11);
      factorial *= n;
    }
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 13);
  });
});

describe('what R gives', () => {
  it('is what we compute: the p-values of its chi-square tests', () => {
    const { observed, shares, statistic, p } = goodnessOfFit;
    const n = observed.reduce((sum, one) => sum + one, 0);
    const computed = observed.reduce((sum, o, i) => sum + (o - n * shares[i]!) ** 2 / (n * shares[i]!), 0);
    expect(computed).toBeCloseTo(statistic, 10);
    expect(chiSquareTail(statistic, observed.length - 1)).toBeCloseTo(p, 12);
    for (const { statistic: x, df, p: tail } of statistics)
      expect(chiSquareTail(x, df) / tail).toBeCloseTo(1, 10);
  });
});
