import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { rarefy } from '../../src/measure/rarefy.ts';
import { describeOracle } from '../oracle.ts';

const expectedFile = z.object({
  cases: z.array(
    z.object({
      counts: z.array(z.number()),
      rows: z.array(z.object({ r: z.number(), expected: z.number(), se: z.number() })),
    }),
  ),
});

describeOracle('rarefaction against R vegan', 'rarefaction', (read) => {
  const { cases } = expectedFile.parse(JSON.parse(read('rarefy.json')));

  it('gives the kinds and the error that R vegan gives for every sample size', () => {
    for (const { counts, rows } of cases) {
      for (const { r, expected, se } of rows) {
        const { expected: kinds, deviation } = rarefy(counts, r);
        expect(kinds).toBeCloseTo(expected, 9);
        // Where the variance is 0 it is a difference of numbers near 1, and its root no better than 1e-4.
        expect(Math.abs(deviation - se)).toBeLessThan(se < 1e-4 ? 1e-4 : 1e-8);
      }
    }
  });
});

describe('rarefaction', () => {
  it('by hand: two of three ratings on two items show 5/3 of them', () => {
    // Pairs of {a, a, b}: aa shows one kind, ab and ab two.
    expect(rarefy([2, 1], 2).expected).toBeCloseTo(5 / 3, 12);
  });

  it.each([1, 13, 700])(
    'has twelve exact digits with %d times the ratings, as whole numbers of any length say',
    (times) => {
      const counts = Array.from({ length: 50 }, (_, i) => ((i * i) % 97) * 20 * times);
      const total = BigInt(counts.reduce((sum, n) => sum + n, 0));
      const size = 60;
      /** C(total − n, size) / C(total, size), in 40 decimal digits. */
      const missed = (n: number): bigint => {
        let [upper, lower] = [10n ** 40n, 1n];
        for (let k = 0n; k < size; k++) {
          upper *= total - BigInt(n) - k;
          lower *= total - k;
        }
        return upper / lower;
      };
      const shown = counts.reduce((sum, n) => sum + 10n ** 40n - missed(n), 0n);
      const { expected, deviation } = rarefy(counts, size);
      expect(Math.abs(expected / (Number(shown) / 1e40) - 1)).toBeLessThan(1e-12);
      let variance = 0n;
      const chances = counts.map(missed);
      counts.forEach((n, i) => {
        if (n === 0) return;
        const [chance = 0n] = chances.slice(i);
        variance += (chance * (10n ** 40n - chance)) / 10n ** 40n;
        for (let j = 0; j < i; j++) {
          const other = chances[j] ?? 0n;
          variance += 2n * (missed(n + (counts[j] ?? 0)) - (chance * other) / 10n ** 40n);
        }
      });
      expect(Math.abs(deviation / Math.sqrt(Number(variance) / 1e40) - 1)).toBeLessThan(1e-11);
    },
  );

  it('does not grow with the number of ratings where they fall in the same shares', () => {
    const once = rarefy([50, 30, 15, 5], 10).expected;
    expect(rarefy([5000, 3000, 1500, 500], 10).expected).toBeCloseTo(once, 1);
    expect(rarefy([5_000_000, 3_000_000, 1_500_000, 500_000], 10).expected).toBeCloseTo(
      4 - 0.5 ** 10 - 0.7 ** 10 - 0.85 ** 10 - 0.95 ** 10,
      4,
    );
  });

  it('shows every kind in a sample of all ratings, one in a sample of one, more in a larger one', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(200), { minLength: 1, maxLength: 40 }), (counts) => {
        const total = counts.reduce((sum, n) => sum + n, 0);
        fc.pre(total > 2);
        expect(rarefy(counts, total).expected).toBeCloseTo(counts.filter((n) => n > 0).length, 8);
        expect(rarefy(counts, 1).expected).toBeCloseTo(1, 8);
        expect(rarefy(counts, 2).expected).toBeGreaterThanOrEqual(rarefy(counts, 1).expected - 1e-9);
        expect(() => rarefy(counts, total + 1)).toThrow('not possible');
      }),
    );
  });
});
