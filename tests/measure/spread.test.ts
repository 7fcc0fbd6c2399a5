import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bandChances } from '../../src/measure/spread/band-chances.ts';
import { clusteredVariance, errorOfRatio } from './clustered-variance.ts';
import { jackknifeVariance } from '../../src/measure/spread/delete-a-group.ts';
import { rankSpreads } from '../../src/measure/spread/rank-spread.ts';
import { pooledExcess } from '../../src/measure/spread/pooled-excess.ts';
import { describeOracle } from '../oracle.ts';
import { partsBy, readRatings, shareOf, type ClusteredRating } from '../oracles/clustered-ratings.ts';

describeOracle('clustered ratings, by R survey', 'cluster', (read) => {
  const { results } = JSON.parse(read('expected.json')) as {
    results: Record<
      'srs' | 'office' | 'office_stratified' | 'person',
      { mean: number; se: number; deff: number }
    > & {
      difference_a_minus_b: { estimate: number; se: number };
    };
  };
  const ratings = readRatings(read('ratings.csv'));
  const sumOf = (list: readonly ClusteredRating[]) => ({
    numerator: list.reduce((sum, { y }) => sum + y, 0),
    denominator: list.length,
  });
  const share = shareOf(ratings);
  const errorsBy = (list: readonly ClusteredRating[], key: (rating: ClusteredRating) => string): number[] =>
    partsBy(list, key).map((part) => errorOfRatio(sumOf(part), share, ratings.length));
  const single = (share * (1 - share)) / (ratings.length - 1);

  it.each([
    [
      'single ratings',
      'srs',
      [ratings.map((rating) => errorOfRatio(sumOf([rating]), share, ratings.length))],
    ],
    ['offices', 'office', [errorsBy(ratings, ({ office }) => office)]],
    ['persons', 'person', [errorsBy(ratings, ({ person }) => person)]],
    [
      'offices in strata',
      'office_stratified',
      partsBy(ratings, ({ stratum }) => stratum).map((part) => errorsBy(part, ({ office }) => office)),
    ],
  ] as const)('have their standard error and design effect by %s', (_, id, strata) => {
    const variance = clusteredVariance(strata);
    expect(Math.sqrt(variance)).toBeCloseTo(results[id].se, 9);
    expect(variance / single).toBeCloseTo(results[id].deff, 9);
  });

  it('have the standard error of the difference of two domains', () => {
    const [a = [], b = []] = ['a', 'b'].map((id) => ratings.filter(({ stratum }) => stratum === id));
    const errors = partsBy(ratings, ({ office }) => office).map((part) => {
      const inDomain = (domain: readonly ClusteredRating[]): number =>
        errorOfRatio(sumOf(part.filter((rating) => domain.includes(rating))), shareOf(domain), domain.length);
      return inDomain(a) - inDomain(b);
    });
    expect(shareOf(a) - shareOf(b)).toBeCloseTo(results.difference_a_minus_b.estimate, 9);
    expect(Math.sqrt(clusteredVariance([errors]))).toBeCloseTo(results.difference_a_minus_b.se, 9);
  });
});

describe('the variance of a jackknife', () => {
  it('is 0 where no group changes anything, or there is one group only', () => {
    expect(jackknifeVariance(0.9, [0.9, 0.9, 0.9])).toBe(0);
    expect(jackknifeVariance(0.9, [0.2])).toBe(0);
  });

  it('is that of the mean of groups of equal size', () => {
    const means = [1, 3, 5, 7];
    const without = means.map((mean) => (16 - mean) / 3);
    // s² / G = (9 + 1 + 1 + 9) / 3 / 4
    expect(jackknifeVariance(4, without)).toBeCloseTo(20 / 12, 12);
  });
});

describe('what records of one office have in common', () => {
  it('is asked of all units, each as far as it can tell', () => {
    const unit = { size: 20, freedom: 10 };
    expect(pooledExcess([{ ...unit, excess: 2 }])).toBeCloseTo(0.1, 12);
    expect(
      pooledExcess([
        { ...unit, excess: 3 },
        { ...unit, excess: 1 },
        { size: 20, freedom: 1e-9, excess: 900 },
      ]),
    ).toBeCloseTo(0.1, 6);
  });

  it('is nothing where offices differ less than chance would have it, and where nobody can tell', () => {
    expect(pooledExcess([{ excess: -0.4, size: 20, freedom: 10 }])).toBe(0);
    expect(pooledExcess([{ excess: 5, size: 0, freedom: 10 }])).toBe(0);
    expect(pooledExcess([])).toBe(0);
  });
});

describe('intervals of ranks', () => {
  it('are one rank wide where scores are far apart, and tell which of close ones could change places', () => {
    const scores = [95, 90, 89.9, 80].map((score) => ({ score, error: 0.3 }));
    expect(rankSpreads(scores)).toEqual([
      { low: 1, high: 1 },
      { low: 2, high: 3 },
      { low: 2, high: 3 },
      { low: 4, high: 4 },
    ]);
  });

  it('hold the rank that a unit has', () => {
    const score = fc.record({
      score: fc.double({ min: 0, max: 100, noNaN: true }),
      error: fc.double({ min: 0, max: 5, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(score, { minLength: 1, maxLength: 12 }), (scores) => {
        rankSpreads(scores).forEach(({ low, high }) => {
          expect(low).toBeGreaterThanOrEqual(1);
          expect(high).toBeGreaterThanOrEqual(low);
          expect(high).toBeLessThanOrEqual(scores.length);
        });
      }),
      { numRuns: 20 },
    );
  });
});

describe('chances of bands', () => {
  const ends = { veryHigh: 90, high: 80, medium: 65 };
  it('sum to 1, and are even at an end', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 100, noNaN: true }),
        fc.double({ min: 0, max: 20, noNaN: true }),
        (score, error) => {
          const chances = Object.values(bandChances({ score, error, freedom: 12 }, ends));
          expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 9);
          for (const chance of chances) expect(chance).toBeGreaterThanOrEqual(-1e-12);
        },
      ),
    );
    expect(bandChances({ score: 90, error: 1, freedom: 12 }, ends).veryHigh).toBeCloseTo(0.5, 9);
  });

  it('are certain without error: a score on an end falls below it', () => {
    expect(bandChances({ score: 90, error: 0, freedom: 1 }, ends)).toEqual({
      veryHigh: 0,
      high: 1,
      medium: 0,
      low: 0,
    });
  });
});
