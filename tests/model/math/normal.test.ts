import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalCdf, normalQuantile } from '../../../src/model/math/normal.ts';

/** Values computed with 50 digits (mpmath 1.3.0: erfc, findroot). */
const chances = [
  [0, 0.5],
  [-0.5, 0.3085375387259869],
  [-1, 0.15865525393145705],
  [-3, 0.0013498980316300946],
  [-5, 2.866515718791939e-7],
  [-6.9, 2.600126965638166e-12],
  [-7.2, 3.0106279811174334e-13],
  [-8, 6.220960574271784e-16],
  [-10, 7.619853024160525e-24],
  [-20, 2.7536241186062337e-89],
  [-37, 5.725571222524577e-300],
  [1, 0.8413447460685429],
  [2.5, 0.9937903346742238],
] as const;
const quantiles = [
  [0.025, -1.9599639845400543],
  [0.4, -0.2533471031357998],
  [0.3, -0.5244005127080408],
  [0.001, -3.0902323061678136],
  [1e-4, -3.7190164854556804],
  [1e-10, -6.361340902404057],
  [1e-20, -9.262340089798407],
  [1e-100, -21.273453560965326],
] as const;

describe('the normal distribution', () => {
  it.each(chances)('has a chance below %d of %d', (x, p) => {
    expect(Math.abs(normalCdf(x) / p - 1)).toBeLessThan(1e-12);
  });

  it.each(quantiles)('reaches a chance of %d at %d', (p, x) => {
    expect(Math.abs(normalQuantile(p) / x - 1)).toBeLessThan(1e-12);
  });

  it('has a quantile that is the inverse of its distribution function, in the tail too', () => {
    fc.assert(
      fc.property(fc.double({ min: -700, max: Math.log(0.5), noNaN: true }), (logChance) => {
        const p = Math.exp(logChance);
        // A relative error of 1e-16 in the quantile moves the chance by its square times that.
        expect(Math.abs(normalCdf(normalQuantile(p)) / p - 1)).toBeLessThan(2e-12);
      }),
      { numRuns: 1000 },
    );
  });

  it('is symmetric', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 8, noNaN: true }), (x) => {
        expect(normalCdf(x) + normalCdf(-x)).toBeCloseTo(1, 14);
      }),
    );
    expect(normalQuantile(0.975)).toBeCloseTo(-normalQuantile(0.025), 14);
  });

  it('ends in 0 and 1', () => {
    expect([normalCdf(-40), normalCdf(40)]).toEqual([0, 1]);
    expect([normalQuantile(0), normalQuantile(1), normalQuantile(0.5)]).toEqual([-Infinity, Infinity, 0]);
  });
});
