import { describe, expect, it } from 'vitest';
import { attainableRanks, boundsAround } from '../../../src/measure/choices/attainable-ranks.ts';
import { compositeOf, type Composite } from '../../../src/measure/choices/composite.ts';
import { overallScores, scoreUnder, statedChoices } from '../../../src/measure/choices/choices.ts';
import { drawChoices } from '../../../src/measure/choices/draw-choices.ts';
import { nodeImportance } from '../../../src/measure/choices/node-importance.ts';
import { removeEach } from '../../../src/measure/choices/remove-one.ts';
import { sobolIndices, sobolWithErrors } from '../../../src/measure/choices/sobol.ts';
import { strengthsOf } from '../../../src/measure/choices/strengths.ts';
import { treatOutliers } from '../../../src/measure/choices/treat-outliers.ts';
import { combine } from '../../../src/measure/combine.ts';
import { rank } from '../../../src/measure/rank.ts';
import { draw, uniform } from '../../../src/model/math/random.ts';
import { knowledge } from '../../builders.ts';
import { gFunction, planOf } from '../../oracles/sobol-indices.ts';

/** Two groups of two indicators; the second of them is better when low. */
const small: Composite = {
  leaves: [
    { id: 'a', goalposts: [0, 100] },
    { id: 'b', goalposts: [100, 0] },
    { id: 'c', goalposts: [0, 100] },
    { id: 'd', goalposts: [0, 100] },
  ],
  parents: [
    { id: 'first', availability: 0.66, children: [0, 1] },
    { id: 'second', availability: 0.66, children: [2, 3] },
    { id: 'overall', availability: 1, children: [4, 5] },
  ],
  weights: Float64Array.of(0.5, 0.5, 0.7, 0.3, 0.6, 0.4),
};
const values = Float64Array.of(...[80, 60, 20], ...[10, 50, 90], ...[70, 90, 50], ...[40, NaN, 60]);
const stated = statedChoices(small);
const overall = (choices: Partial<typeof stated> = {}, given = values): (number | null)[] =>
  overallScores(small, scoreUnder(small, given, { ...stated, ...choices }));
const close = (got: readonly (number | null)[], want: readonly number[]): void =>
  want.forEach((value, i) => expect(got[i]).toBeCloseTo(value, 9));

describe('a composite under choices', () => {
  it('is the weighted mean of goalpost scores, a missing indicator leaving its weight to the other', () => {
    close(overall(), [0.6 * 85 + 0.4 * (0.7 * 70 + 0.3 * 40), 0.6 * 55 + 0.4 * 90, 0.6 * 15 + 0.4 * 53]);
  });

  it('has no score where too little of the weight is there', () => {
    expect(
      overall({}, Float64Array.of(...values.with(10, 1).subarray(0, 6), NaN, 90, 50, 40, 10, 60)),
    ).toEqual([null, expect.any(Number), expect.any(Number)]);
  });

  it('takes geometric means of scores mapped to 1..100, so that a zero pulls down without making all zero', () => {
    const zero = overall({ aggregation: 'geometric' }, values.with(0, 0))[0] ?? NaN;
    const first = Math.sqrt(1 * (1 + 0.99 * 90));
    const second = Math.exp(0.7 * Math.log(1 + 0.99 * 70) + 0.3 * Math.log(1 + 0.99 * 40));
    expect(zero).toBeCloseTo(Math.exp(0.6 * Math.log(first) + 0.4 * Math.log(second)), 9);
  });

  it('weighs all children of a node the same, or by how much they differ', () => {
    close(overall({ weighting: 'equal', weights: stated.weights }, values.with(10, 90)), [
      0.5 * 85 + 0.5 * 55,
      0.5 * 55 + 0.5 * 90,
      0.5 * 15 + 0.5 * 55,
    ]);
    // Half of the weight is missing below the second part.
    expect(overall({ weighting: 'equal' })[1]).toBeNull();
    const flat = Float64Array.of(50, 50, 50, 10, 50, 90, 50, 50, 50, 40, 50, 60);
    const { shares } = scoreUnder(small, flat, { ...stated, weighting: 'entropy' });
    expect(shares[0]).toBeCloseTo(0, 9);
    expect(shares[1]).toBeCloseTo(1, 9);
    expect(shares[2]! + shares[3]!).toBeCloseTo(1, 9);
  });

  it('puts the units in their own order by z-scores and ranks, and all at 50 where they are equal', () => {
    const { scores } = scoreUnder(small, values, { ...stated, normalisation: 'rank' });
    expect([...scores.subarray(0, 6)]).toEqual([100, 50, 0, 100, 50, 0]);
    const z = scoreUnder(small, values, { ...stated, normalisation: 'zScore' }).scores.subarray(3, 6);
    close([...z], [60, 50, 40]);
    const equal = values.map(() => 30);
    for (const normalisation of ['minMax', 'zScore', 'rank'] as const)
      close(overall({ normalisation }, equal), [50, 50, 50]);
    expect(rank(overall({ normalisation: 'minMax' }, equal), 'dense')).toEqual([1, 1, 1]);
  });

  it('gives the scores of the shipped methods, any indicator missing', () => {
    for (const method of [knowledge.methods.province, knowledge.methods.city]) {
      const composite = compositeOf(method);
      const n = 5;
      const drawn = Float64Array.from(
        composite.leaves.flatMap(({ goalposts: [worst, best] }, leaf) =>
          Array.from({ length: n }, (_, unit) => {
            const word = uniform(draw(1, 1, unit, leaf, 0));
            return word < 0.04 ? NaN : worst + (best - worst) * word;
          }),
        ),
      );
      const got = overallScores(composite, scoreUnder(composite, drawn, statedChoices(composite)));
      const want = Array.from({ length: n }, (_, unit) => {
        let leaf = 0;
        const dimensions = method.dimensions.map(({ weight, groups }) => ({
          weight,
          score: combine(
            groups.map((group) => ({
              weight: group.weight,
              score: combine(
                group.indicators.map(({ weight: own, goalposts: [worst, best] }) => {
                  const value = drawn[leaf++ * n + unit]!;
                  const score = ((value - worst) / (best - worst)) * 100;
                  return { weight: own, score: Number.isNaN(value) ? null : score };
                }),
                method.availability,
              ),
            })),
            method.availability,
          ),
        }));
        return combine(dimensions, 1);
      });
      want.forEach((score, unit) => {
        if (score === null) expect(got[unit]).toBeNull();
        else expect(got[unit]).toBeCloseTo(score, 10);
      });
      expect(want.some((score) => score !== null)).toBe(true);
    }
  });
});

describe('the treatment of outliers', () => {
  it('takes the logarithm where five points do not help, and leaves two values alone', () => {
    const column = Float64Array.from({ length: 120 }, (_, i) => (i < 112 ? i / 200 : 1e6 + i));
    const { logarithm, winsorised, values: treated } = treatOutliers(column);
    expect([logarithm, winsorised]).toEqual([true, 0]);
    expect(treated[0]).toBeCloseTo(Math.log(0.01 * (1e6 + 119)), 9);
    expect(treatOutliers(column, false)).toMatchObject({ logarithm: false });
    const two = Float64Array.from({ length: 30 }, (_, i) => (i === 0 ? 1 : 0));
    expect(treatOutliers(two).values).toBe(two);
    expect(treatOutliers(Float64Array.of(1, NaN)).winsorised).toBe(0);
  });
});

/** Many units with values drawn at random. */
const manyValues = (composite: Composite, n: number): Float64Array =>
  Float64Array.from(
    composite.leaves.flatMap(({ goalposts: [worst, best] }, leaf) =>
      Array.from({ length: n }, (_, unit) => worst + (best - worst) * uniform(draw(7, 2, unit, leaf, 0))),
    ),
  );

describe('draws of choices', () => {
  const composite = compositeOf(knowledge.methods.province);
  const many = manyValues(composite, 64);
  const inUse = statedChoices(composite);
  const nominal = rank(overallScores(composite, scoreUnder(composite, many, inUse)), 'dense');
  const bounds = { weights: 0.25, goalposts: 0.1 };

  it('are the same for the same seed, 10,000 of 64 units', () => {
    const drawn = drawChoices(composite, many, inUse, nominal, { seed: 1, rows: 1250, bounds });
    expect(drawn.draws).toBe(10_000);
    const again = drawChoices(composite, many, inUse, nominal, { seed: 1, rows: 100, bounds });
    expect(drawChoices(composite, many, inUse, nominal, { seed: 1, rows: 100, bounds })).toEqual(again);
    expect(drawChoices(composite, many, inUse, nominal, { seed: 2, rows: 100, bounds })).not.toEqual(again);
    drawn.ranks.forEach((one) => expect(one!.high).toBeGreaterThanOrEqual(one!.low));
  });

  it('warn where there are few of them, and say nothing of choices that move no rank', () => {
    const few = drawChoices(composite, many, inUse, nominal, { seed: 1, rows: 16, bounds });
    expect(Object.values(few.sobol!).some(({ unsure }) => unsure)).toBe(true);
    const equal = many.map((_, i) => many[Math.floor(i / 64) * 64]!);
    const none = drawChoices(
      composite,
      equal,
      inUse,
      nominal.map(() => 1),
      { seed: 1, rows: 16, bounds },
    );
    expect(none.sobol).toBeNull();
  });
});

describe('Sobol indices', () => {
  const known = gFunction([0, 1, 9]);
  const blocks = planOf(known, 8192);

  it('meet the ones that are known of the g-function, within their errors', () => {
    const results = sobolWithErrors(blocks, 1)!;
    results.forEach(({ first, total, unsure }, i) => {
      expect(Math.abs(first.value - known.indices[i]!.first)).toBeLessThan(4 * first.error);
      expect(Math.abs(total.value - known.indices[i]!.total)).toBeLessThan(4 * total.error);
      expect(first.error).toBeLessThan(0.03);
      expect(unsure).toBe(false);
    });
  });

  it('are unsure where a first index exceeds its total by more than chance allows, and not by less', () => {
    const given = { a: blocks.a, b: blocks.b };
    const [impossible] = sobolWithErrors(
      { ...given, ab: [blocks.a.map((y, i) => y + blocks.b[i]! / 2)] },
      1,
    )!;
    expect(impossible!.first.value - impossible!.total.value).toBeGreaterThan(0.1);
    expect(impossible!.unsure).toBe(true);
    const [negligible] = sobolWithErrors(
      { ...given, ab: [blocks.a.map((y, i) => y + 0.1 * (uniform(draw(1, 4, 2, i, 0)) - 0.495))] },
      1,
    )!;
    expect(negligible!.first.value).toBeGreaterThan(negligible!.total.value);
    expect(negligible!.unsure).toBe(false);
  });

  it('follow the formulas of COINr to 1e-15 on a block worked out by hand', () => {
    const tiny = { a: Float64Array.of(1, 2, 4), b: Float64Array.of(2, 0, 3), ab: [Float64Array.of(1, 3, 2)] };
    // V = var(1, 2, 4, 2, 0, 3) = 2; Si = mean(0, 0 × 1, 3 × −2) / V; STi = (0 + 1 + 4) / (6 V).
    const [index] = sobolIndices(tiny)!;
    expect(index!.first).toBeCloseTo(-1, 15);
    expect(index!.total).toBeCloseTo(5 / 12, 15);
  });
});

describe('attainable ranks', () => {
  it('are what a fine grid of weights finds, or wider by what lies between its points', () => {
    const scores = Array.from({ length: 9 }, (_, unit) =>
      [0, 1, 2].map((i) => 60 + 20 * uniform(draw(5, 5, unit, i, 0))),
    );
    const bounds = boundsAround([0.5, 0.3, 0.2], 0.4);
    const found = scores.map(() => ({ best: 99, worst: 0 }));
    for (let x = bounds.low[0]!; x <= bounds.high[0]!; x += 0.002) {
      for (let y = bounds.low[1]!; y <= bounds.high[1]!; y += 0.002) {
        const z = 1 - x - y;
        if (z < bounds.low[2]! || z > bounds.high[2]!) continue;
        const ranks = rank(
          scores.map(([p, q, r]) => x * p! + y * q! + z * r!),
          'competition',
        );
        found.forEach((one, unit) => {
          one.best = Math.min(one.best, ranks[unit]!);
          one.worst = Math.max(one.worst, ranks[unit]!);
        });
      }
    }
    const got = attainableRanks(scores, bounds);
    found.forEach(({ best, worst }, unit) => expect(got[unit]).toEqual({ best, worst, exact: true }));
    expect(found.some(({ best, worst }) => worst > best)).toBe(true);
  });

  it('are those of the weights in use where nothing may move, and none without all scores', () => {
    const bounds = boundsAround([0.5, 0.5], 0);
    expect(
      attainableRanks(
        [
          [1, 3],
          [4, 4],
          [0, NaN],
        ],
        bounds,
      ),
    ).toEqual([{ best: 2, worst: 2, exact: true }, { best: 1, worst: 1, exact: true }, null]);
  });
});

describe('what matters in a composite', () => {
  it('is a node that varies, not one that weighs much and is the same everywhere', () => {
    const flat = Float64Array.of(80, 60, 20, 10, 50, 90, 50, 50, 50, 50, 50, 50);
    const importance = nodeImportance(small, scoreUnder(small, flat, stated), [4, 5]);
    expect(importance).toMatchObject([{ nominal: 0.6 }, { nominal: 0.4, effective: 0 }]);
    expect(importance[0]!.effective).toBeCloseTo(1, 9);
    const equal = nodeImportance(
      small,
      scoreUnder(
        small,
        flat.map(() => 5),
        stated,
      ),
      [4, 5],
    );
    expect(equal.map(({ effective }) => effective)).toEqual([null, null]);
  });

  it('shows when a part is left out', () => {
    const nominal = rank(overall(), 'dense');
    const [first, b, leaf] = removeEach(small, values, stated, nominal, [4, 1, 3]);
    expect(nominal).toEqual([1, 2, 3]);
    expect(first).toMatchObject({ meanShift: 2 / 3, most: { unit: 0, from: 1, to: 2 } });
    expect(b).toMatchObject({ meanShift: 0, most: null });
    expect(leaf!.node).toBe(3);
  });

  it('is told in points of the overall score, unit by unit', () => {
    const strengths = strengthsOf(small, values, stated, 0);
    expect(strengths.map(({ leaf }) => leaf)).toEqual([1, 0, 2, 3]);
    // (90 − 50) × 0.5 × 0.6
    expect(strengths[0]!.points).toBeCloseTo(12, 9);
    expect(strengths[3]!.points).toBeCloseTo((40 - 50) * 0.3 * 0.4, 9);
    expect(
      strengthsOf(
        small,
        values.map(() => NaN),
        stated,
        0,
      ),
    ).toEqual([]);
  });
});
