import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chiSquareTail, holm, logGamma } from '../../../src/model/math/chi-square.ts';
import { normalCdf } from '../../../src/model/math/random.ts';
import { describeOracle } from '../../oracle.ts';

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

describeOracle('against R', 'base_stats', (read) => {
  const r = JSON.parse(read('r_base_stats.json')) as {
    gof: { obs: number[]; p: number[]; statistic: number; pval: number };
    chisq_politics: { statistic: number; p: number };
    p_adjust: { p: number[]; holm: number[] };
    prop_test_smokers_fleiss1981: { statistic: number; p: number };
  };

  it('gives the p-values of its chi-square tests', () => {
    const { obs, p, statistic, pval } = r.gof;
    const n = obs.reduce((sum, one) => sum + one, 0);
    const computed = obs.reduce((sum, o, i) => sum + (o - n * p[i]!) ** 2 / (n * p[i]!), 0);
    expect(computed).toBeCloseTo(statistic, 10);
    expect(chiSquareTail(statistic, obs.length - 1)).toBeCloseTo(pval, 12);
    expect(chiSquareTail(r.chisq_politics.statistic, 2) / r.chisq_politics.p).toBeCloseTo(1, 10);
    const { prop_test_smokers_fleiss1981: smokers } = r;
    expect(chiSquareTail(smokers.statistic, 3)).toBeCloseTo(smokers.p, 12);
  });

  it('adjusts as its Holm', () => {
    holm(r.p_adjust.p).forEach((p, i) => {
      expect(p).toBeCloseTo(r.p_adjust.holm[i]!, 12);
    });
  });
});
