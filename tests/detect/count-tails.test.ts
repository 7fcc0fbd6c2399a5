import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chanceOfFewer, chanceOfMore, poissonChanceOfMore } from '../../src/detect/chance/count-tails.ts';

/** Every chance of the distribution, one count after another, as differences of tails. */
const chances = (n: number, expected: Parameters<typeof chanceOfMore>[2]): number[] =>
  Array.from({ length: n + 1 }, (_, k) => chanceOfMore(k, n, expected) - chanceOfMore(k + 1, n, expected));

const expectedShares = fc.record({
  share: fc.double({ min: 0.001, max: 0.999, noNaN: true }),
  correlation: fc.constantFrom(0, 0.001, 0.05, 0.2),
});

describe('chances of counts', () => {
  it('are those of the binomial distribution where records are independent, worked by hand', () => {
    expect(chanceOfMore(2, 3, { share: 0.5, correlation: 0 })).toBeCloseTo(0.5, 14);
    expect(chanceOfMore(10, 10, { share: 0.1, correlation: 0 })).toBeCloseTo(1e-10, 22);
    expect(chanceOfFewer(0, 20, { share: 0.3, correlation: 0 })).toBeCloseTo(0.7 ** 20, 14);
  });

  it('are even over all counts where share and correlation make the beta distribution uniform', () => {
    // a = b = 1: every count from 0 to n is as likely.
    expect(chanceOfMore(7, 9, { share: 0.5, correlation: 1 / 3 })).toBeCloseTo(3 / 10, 13);
  });

  it('have the mean and the variance that share and correlation say', () => {
    fc.assert(
      fc.property(expectedShares, fc.integer({ min: 2, max: 60 }), (expected, n) => {
        const all = chances(n, expected);
        const mean = all.reduce((sum, p, k) => sum + p * k, 0);
        const variance = all.reduce((sum, p, k) => sum + p * (k - mean) ** 2, 0);
        const { share, correlation } = expected;
        expect(all.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 9);
        expect(mean).toBeCloseTo(n * share, 7);
        expect(variance).toBeCloseTo(n * share * (1 - share) * (1 + (n - 1) * correlation), 6);
      }),
    );
  });

  it('of more and of fewer leave nothing out', () => {
    fc.assert(
      fc.property(expectedShares, fc.nat(50), fc.nat(50), (expected, k, more) => {
        const n = k + more + 1;
        expect(chanceOfFewer(k, n, expected) + chanceOfMore(k + 1, n, expected)).toBeCloseTo(1, 8);
      }),
    );
  });

  it('of the Poisson distribution are as R says', () => {
    expect(poissonChanceOfMore(11, 8)).toBeCloseTo(0.184114207441454, 12);
    expect(poissonChanceOfMore(0, 8)).toBe(1);
    expect(poissonChanceOfMore(2, 0.3)).toBeCloseTo(1 - 1.3 * Math.exp(-0.3), 14);
  });
});
