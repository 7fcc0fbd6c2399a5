import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { empiricalPrior, shrink } from '../../../src/measure/choices/shrink.ts';

describe('shrinkage by empirical Bayes', () => {
  it('takes the variance between units that is beyond chance, for values equally well known', () => {
    const units = [0.7, 0.8, 0.9, 1].map((value) => ({ value, variance: 0.001 }));
    const prior = empiricalPrior(units)!;
    // The sample variance of the values is 0.05 / 3.
    expect(prior.mean).toBeCloseTo(0.85, 12);
    expect(prior.deviation ** 2).toBeCloseTo(0.05 / 3 - 0.001, 9);
    expect(shrink(units[0]!, prior)).toBeCloseTo(0.85 - 0.15 * (1 - 0.001 / (0.05 / 3)), 9);
  });

  it('draws all units to their mean where they differ by chance alone', () => {
    const units = [0.89, 0.9, 0.91].map((value) => ({ value, variance: 0.01 }));
    const prior = empiricalPrior(units)!;
    expect(prior).toEqual({ mean: expect.closeTo(0.9, 12), deviation: 0 });
    expect(shrink(units[0]!, prior)).toBeCloseTo(0.9, 12);
  });

  it('says nothing of fewer than three units', () => {
    expect(empiricalPrior([{ value: 1, variance: 1 }])).toBeUndefined();
  });

  it('moves a value towards the mean, the less known the farther, and one that is known not at all', () => {
    const unit = fc.record({
      value: fc.double({ min: 0, max: 1, noNaN: true }),
      variance: fc.double({ min: 0, max: 0.1, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(unit, { minLength: 3, maxLength: 20 }), (units) => {
        const prior = empiricalPrior(units)!;
        for (const one of units) {
          const moved = shrink(one, prior);
          const [low, high] = [Math.min(one.value, prior.mean), Math.max(one.value, prior.mean)];
          expect(moved).toBeGreaterThanOrEqual(low - 1e-9);
          expect(moved).toBeLessThanOrEqual(high + 1e-9);
          if (one.variance === 0 && prior.deviation > 0) expect(moved).toBeCloseTo(one.value, 9);
        }
      }),
    );
  });
});
