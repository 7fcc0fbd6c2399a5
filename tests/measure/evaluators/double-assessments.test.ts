import { describe, expect, it } from 'vitest';
import { repeatVariance, splitResidual } from '../../../src/measure/evaluators/double-assessments.ts';
import { varianceComponents } from '../../../src/measure/evaluators/variance-components.ts';
import { drawAssessments, severitiesOf } from './drawn-assessments.ts';

const evaluation = {
  units: 20,
  items: 30,
  severities: severitiesOf(8, 2),
  deviations: { unit: 5, item: 6, unitItem: 6, assessment: 2 },
  twice: 0.3,
};

describe('double assessments', () => {
  it('tell what is peculiar to an item of a unit from what is peculiar to one assessment', () => {
    const rows = drawAssessments(evaluation, 1);
    const repeat = repeatVariance(rows)!;
    const { unitItem, assessment } = splitResidual(varianceComponents(rows).variance.residual!, repeat);
    expect(assessment).toBeGreaterThan(3);
    expect(assessment).toBeLessThan(5);
    expect(unitItem).toBeGreaterThan(30);
    expect(unitItem).toBeLessThan(42);
  });

  it('are half the squared differences of pairs by two evaluators, less their mean difference', () => {
    const differences = [3, 1, 5, -1];
    const rows = differences.flatMap((difference, item) => [
      { unit: 0, item, evaluator: 0, score: 10 * item },
      { unit: 0, item, evaluator: 4, score: 10 * item + difference },
    ]);
    // Deviations from the mean difference 2 are 1, −1, 3, −3: squares 20, half of them, over 4 − 1.
    expect(repeatVariance(rows)).toEqual({ variance: expect.closeTo(10 / 3, 9), freedom: 3, repeated: 4 });
  });

  it('are not known from single assessments, nor from one pair', () => {
    expect(repeatVariance([])).toBeNull();
    expect(repeatVariance(drawAssessments({ ...evaluation, twice: 0 }, 1))).toBeNull();
    const pair = [0, 1].map((evaluator) => ({ unit: 0, item: 0, evaluator, score: evaluator }));
    expect(repeatVariance(pair)).toBeNull();
  });

  it('leave no part below 0', () => {
    const repeat = { variance: 9, freedom: 3, repeated: 3 };
    expect(splitResidual(8, repeat)).toEqual({ unitItem: 0, assessment: 8 });
    expect(splitResidual(10, repeat)).toEqual({ unitItem: 1, assessment: 9 });
  });
});
