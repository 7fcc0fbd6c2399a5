import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { facets } from '../../../src/measure/evaluators/assessment-counts.ts';
import { residualInterval, varianceInterval } from '../../../src/measure/evaluators/variance-intervals.ts';
import { balancedMeanSquares } from '../../../src/measure/evaluators/mean-squares.ts';
import { chiSquareTail } from '../../../src/model/math/chi-square.ts';
import { anyAssessments } from './any-assessments.ts';
import { drawAssessments, severitiesOf } from './drawn-assessments.ts';
import { variancesHeld } from './share-held.ts';

const evaluation = {
  units: 8,
  items: 10,
  severities: severitiesOf(6, 2),
  deviations: { unit: 5, item: 6, unitItem: 0, assessment: 4 },
  twice: 0.3,
};
const crossed = [0, 1, 2, 3, 4].flatMap((unit) =>
  [0, 1, 2, 3].flatMap((item) =>
    [0, 1, 2].map((evaluator) => ({
      unit,
      item,
      evaluator,
      score: 60 + 4 * unit - 5 * item + 6 * evaluator + ((7 * unit + 11 * item + 5 * evaluator) % 4),
    })),
  ),
);

describe('95% intervals of variances', () => {
  it('hold the variances in about 95% of 200 repetitions', () => {
    for (const share of variancesHeld(evaluation, 2, 200)) {
      expect(share).toBeGreaterThan(0.9);
      expect(share).toBeLessThan(0.99);
    }
  });

  it('are the textbook ones of a balanced design: squares / (m σ² + σ²) is chi-square distributed', () => {
    const { meanSquares } = balancedMeanSquares(crossed)!;
    for (const facet of facets) {
      const { meanSquare, freedom } = meanSquares[facet];
      const { low, high } = varianceInterval(crossed, facet)!;
      const expected = (variance: number) =>
        meanSquares.residual.meanSquare + (variance * crossed.length) / (freedom + 1);
      expect(chiSquareTail((freedom * meanSquare) / expected(low), freedom)).toBeCloseTo(0.025, 9);
      expect(chiSquareTail((freedom * meanSquare) / expected(high), freedom)).toBeCloseTo(0.975, 9);
    }
    const { meanSquare, freedom } = meanSquares.residual;
    const { low, high } = residualInterval(crossed)!;
    expect(chiSquareTail((freedom * meanSquare) / low, freedom)).toBeCloseTo(0.025, 9);
    expect(chiSquareTail((freedom * meanSquare) / high, freedom)).toBeCloseTo(0.975, 9);
  });

  it('are never no number, in any design, and their ends are in order', () => {
    fc.assert(
      fc.property(anyAssessments, fc.constantFrom(...facets), (rows, facet) => {
        for (const interval of [varianceInterval(rows, facet), residualInterval(rows)]) {
          if (interval === null) continue;
          expect(interval.low).toBeGreaterThanOrEqual(0);
          expect(interval.high).toBeGreaterThanOrEqual(interval.low);
          expect(interval.high).toBeLessThan(1e9);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('begin at 0 where evaluators may be all alike', () => {
    const rows = drawAssessments({ ...evaluation, severities: [0, 0, 0, 0, 0, 0] }, 5);
    const { low, high } = varianceInterval(rows, 'evaluator')!;
    expect(low).toBe(0);
    expect(high).toBeGreaterThan(0);
    expect(high).toBeLessThan(16);
  });

  it('are null where nothing can be compared, and 0 where nothing varies', () => {
    const rows = drawAssessments(evaluation, 6);
    expect(
      varianceInterval(
        rows.map((row) => ({ ...row, evaluator: 0 })),
        'evaluator',
      ),
    ).toBeNull();
    expect(varianceInterval([], 'evaluator')).toBeNull();
    expect(residualInterval(rows.slice(0, 1))).toBeNull();
    const flat = rows.map((row) => ({ ...row, score: 3 }));
    expect(varianceInterval(flat, 'evaluator')).toEqual({ low: 0, high: 0 });
    expect(residualInterval(flat)).toEqual({ low: 0, high: 0 });
  });
});
