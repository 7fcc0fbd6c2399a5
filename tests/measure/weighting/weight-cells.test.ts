import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  postStratify,
  rake,
  unweighted,
  weightedMean,
  type WeightingCell,
} from '../../../src/measure/weighting/weight-cells.ts';

const cell = (a: number, b: number, answered: number, population: number): WeightingCell => ({
  categories: [a, b],
  answered,
  squares: answered,
  population,
});
const four = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 500 })), {
    minLength: 6,
    maxLength: 6,
  })
  .map((counts) => counts.map(([answered, more], i) => cell(i % 2, i >> 1, answered, answered + more)));

describe('weights for non-response', () => {
  it('by hand: two of ten and eight of ten answered, so five and five quarters stand for one', () => {
    const cells = [cell(0, 0, 2, 10), cell(1, 0, 8, 10)];
    const weighting = postStratify(cells);
    expect(weighting.factors).toEqual([5, 1.25]);
    // (2 × 5 + 8 × 1.25)² / (2 × 25 + 8 × 1.5625)
    expect(weighting.effective).toBeCloseTo(400 / 62.5, 12);
    // Answers of 6 and 10 each: plain 9.2, weighted 8.
    expect(weightedMean(cells, [12, 80], unweighted(cells))).toBeCloseTo(9.2, 12);
    expect(weightedMean(cells, [12, 80], weighting)).toBeCloseTo(8, 12);
  });

  it('keep design weights: a cell where each answer stands for two counts it twice', () => {
    const cells = [
      { categories: [0], answered: 8, squares: 16, population: 16 },
      { categories: [1], answered: 4, squares: 4, population: 4 },
    ];
    expect(postStratify(cells).factors).toEqual([2, 1]);
    expect(unweighted(cells).effective).toBeCloseTo(144 / 20, 12);
  });

  it('meet every margin when raked, and leave no more effective answers than there are', () => {
    fc.assert(
      fc.property(four, (cells) => {
        const raked = rake(cells, 2);
        expect(raked.converged).toBe(true);
        expect(raked.margin).toBeLessThan(1e-9);
        const answers = cells.reduce((sum, { answered }) => sum + answered, 0);
        expect(raked.effective).toBeLessThanOrEqual(answers + 1e-9);
        const sum = cells.reduce((total, { answered }, i) => total + answered * raked.factors[i]!, 0);
        expect(sum).toBeCloseTo(
          cells.reduce((total, { population }) => total + population, 0),
          6,
        );
      }),
    );
  });

  it('do nothing where all answer alike', () => {
    const cells = [cell(0, 0, 10, 20), cell(0, 1, 30, 60), cell(1, 0, 5, 10), cell(1, 1, 15, 30)];
    for (const { factors } of [postStratify(cells), rake(cells, 2)])
      factors.forEach((factor) => expect(factor).toBeCloseTo(2, 9));
  });

  it('leave out a category without an answer, and say how many it holds', () => {
    const cells = [cell(0, 0, 10, 60), cell(1, 0, 10, 20), cell(2, 0, 0, 20)];
    expect(rake(cells, 2)).toMatchObject({ converged: true, factors: [6, 2, 0], uncovered: 0.2 });
    expect(postStratify(cells)).toMatchObject({ factors: [6, 2, 0], uncovered: 0.2 });
  });

  it('say that margins which cells without answers make impossible are not met', () => {
    // All of a = 0 answered with b = 0 only, all of a = 1 with b = 1 only, and the margins differ.
    const cells = [cell(0, 0, 5, 30), cell(0, 1, 0, 30), cell(1, 0, 0, 0), cell(1, 1, 5, 40)];
    const raked = rake(cells, 2);
    expect(raked.converged).toBe(false);
    expect(raked.margin).toBeGreaterThan(0.1);
  });

  it('of nobody are nothing', () => {
    expect(rake([], 2)).toMatchObject({ factors: [], effective: 0, uncovered: 0 });
    expect(weightedMean([], [], postStratify([]))).toBeNull();
  });
});
