import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalCdf, normalQuantile } from '../../../src/model/math/normal.ts';
import { tCdf, tQuantile } from '../../../src/model/math/student-t.ts';

/** t, degrees of freedom, and the chance above t, computed with 50 digits (mpmath 1.3.0: betainc). */
const tails = [
  [1, 1, 0.25],
  [2, 1, 0.1475836176504333],
  [12.706, 1, 0.02500040117906659],
  [0.01, 3, 0.496324555706426],
  [2.5, 4.5, 0.02995284325110027],
  [0.5, 10, 0.3139468028714865],
  [6, 10, 0.0000660544301773928],
  [2, 30, 0.02731252248149155],
  [40, 7, 7.951089992425185e-10],
  [1.7, 200, 0.04534273974574085],
  [5, 1000, 3.383628182324315e-7],
  [1.96, 100_000, 0.02499928159715082],
  [0.001, 1e6, 0.4996010578858245],
  [8, 1e6, 6.22753171660126e-16],
] as const;

/** Chance below, degrees of freedom, and the quantile, by the same way. */
const quantiles = [
  [0.975, 1, 12.7062047361747],
  [0.975, 2, 4.302652729749464],
  [0.975, 5, 2.570581835636316],
  [0.975, 31, 2.039513446396408],
  [0.995, 31, 2.744041919294269],
  [0.95, 10, 1.812461122811676],
  [0.55, 3, 0.1365981993536989],
  [0.8, 4.5, 0.9289655685760092],
  [0.9995, 7, 5.407882520861725],
  [1e-8, 2, -7071.067705799458],
  [0.975, 1000, 1.962339080826408],
  [0.0001, 100_000, -3.719154382641344],
] as const;

describe('the t distribution', () => {
  it.each(tails)('above %d with %d degrees of freedom lies %d', (t, df, above) => {
    expect(Math.abs(tCdf(-t, df) / above - 1)).toBeLessThan(1e-10);
    expect(tCdf(t, df)).toBeCloseTo(1 - above, 12);
  });

  it.each(quantiles)('reaches %d with %d degrees of freedom at %d', (p, df, t) => {
    expect(Math.abs(tQuantile(p, df) / t - 1)).toBeLessThan(1e-10);
  });

  it('has a quantile that is the inverse of its distribution function', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -60, max: Math.log(0.5), noNaN: true }),
        fc.double({ min: 0, max: 14, noNaN: true }),
        (logChance, logDf) => {
          const [p, df] = [Math.exp(logChance), Math.exp(logDf)];
          expect(Math.abs(tCdf(tQuantile(p, df), df) / p - 1)).toBeLessThan(1e-9);
          expect(tQuantile(1 - p, df)).toBeCloseTo(-tQuantile(1 - (1 - p), df), 8);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('is the normal distribution with infinitely many degrees of freedom, and nears it before', () => {
    expect(tQuantile(0.975, Infinity)).toBe(normalQuantile(0.975));
    expect(tCdf(-2, Infinity)).toBe(normalCdf(-2));
    expect(tCdf(-2, 1e8) / normalCdf(-2)).toBeCloseTo(1, 6);
  });

  it('has its middle at 0 and its ends at infinity', () => {
    expect([tCdf(0, 3), tQuantile(0.5, 3), tQuantile(0, 3), tQuantile(1, 3)]).toEqual([
      0.5,
      0,
      -Infinity,
      Infinity,
    ]);
    expect([tCdf(-Infinity, 3), tCdf(Infinity, 3)]).toEqual([0, 1]);
  });
});
