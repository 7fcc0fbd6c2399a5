import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ScoredAssessment } from '../../../src/measure/evaluators/assessment-counts.ts';
import { evaluatorSeverities } from '../../../src/measure/evaluators/severities.ts';
import { varianceComponents } from '../../../src/measure/evaluators/variance-components.ts';
import { anyAssessments } from './any-assessments.ts';
import { drawAssessments, severitiesOf } from './drawn-assessments.ts';
import { shareHeld } from './share-held.ts';

const evaluation = {
  units: 10,
  items: 12,
  severities: severitiesOf(8, 2),
  deviations: { unit: 5, item: 6, unitItem: 0, assessment: 4 },
  twice: 0.3,
};

/** Scores of units by items as they are, from evaluators with these severities: nothing is left to chance. */
const exact = (severities: readonly number[], evaluatorOf: (unit: number, item: number) => number) =>
  [0, 1, 2, 3].flatMap((unit) =>
    [0, 1, 2, 3, 4].map((item): ScoredAssessment => {
      const evaluator = evaluatorOf(unit, item);
      return { unit, item, evaluator, score: 50 + 7 * unit - 3 * item + (severities[evaluator] ?? 0) };
    }),
  );

describe('severities of evaluators', () => {
  it('lie in their 95% intervals in 93–97% of 200 repetitions with the same evaluators', () => {
    const { severities, blups } = shareHeld(evaluation, 200);
    expect(severities).toBeGreaterThan(0.93);
    expect(severities).toBeLessThan(0.97);
    // Predictions are drawn towards 0: those of the same severities are biased.
    expect(blups).toBeGreaterThan(0.05);
  });

  it('are found exactly where nothing is left to chance, against the mean of the evaluators', () => {
    const found = evaluatorSeverities(exact([4, -1, 0], (unit, item) => (unit + item) % 3));
    expect(found.map((one) => one!.effect)).toEqual([3, -2, -1].map((x) => expect.closeTo(x, 9)));
    for (const one of found) {
      expect(one!.error).toBeCloseTo(0, 6);
      expect(one!.compared).toBe(3);
    }
  });

  it('are compared within groups of evaluators that share no unit, and null for one who stands alone', () => {
    const rows = exact([4, -1, 0, 10, 0], (unit, item) =>
      unit < 2 ? (unit + item) % 2 : 2 + ((unit + item) % 2),
    );
    const alone: ScoredAssessment[] = [0, 1, 2].map((item) => ({ unit: 9, item, evaluator: 4, score: 70 }));
    const found = evaluatorSeverities([...rows, ...alone]);
    expect(found.map((one) => one && one.effect)).toEqual([
      expect.closeTo(2.5, 9),
      expect.closeTo(-2.5, 9),
      expect.closeTo(-5, 9),
      expect.closeTo(5, 9),
      null,
    ]);
    expect(found.map((one) => one && one.compared)).toEqual([2, 2, 2, 2, null]);
  });

  it('do not change with what is added to a unit or an item, and move with what is added to an evaluator', () => {
    const rows = drawAssessments(evaluation, 3);
    const before = evaluatorSeverities(rows);
    fc.assert(
      fc.property(fc.nat(9), fc.nat(11), fc.nat(7), fc.integer({ min: -20, max: 20 }), (u, i, e, points) => {
        const add = (row: ScoredAssessment): number =>
          [row.unit === u, row.item === i, row.evaluator === e].filter(Boolean).length * points;
        const after = evaluatorSeverities(rows.map((row) => ({ ...row, score: row.score + add(row) })));
        after.forEach((one, k) => {
          const moved = points * ((k === e ? 1 : 0) - 1 / 8);
          expect(one!.effect).toBeCloseTo(before[k]!.effect + moved, 8);
          expect(one!.error).toBeCloseTo(before[k]!.error, 8);
        });
      }),
      { numRuns: 20 },
    );
  });

  it('are null where nothing is left for the residual, and for numbers that do not occur', () => {
    expect(evaluatorSeverities([])).toEqual([]);
    expect(evaluatorSeverities([{ unit: 0, item: 0, evaluator: 2, score: 1 }])).toEqual([null, null, null]);
  });

  it('are never no number, in any design, and their mean is 0 where all are compared', () => {
    fc.assert(
      fc.property(anyAssessments, (rows) => {
        const found = evaluatorSeverities(rows).filter((one) => one !== null);
        for (const { effect, error, interval } of found) {
          expect([effect, error, interval.low, interval.high].every(Number.isFinite)).toBe(true);
        }
        if (found.every(({ compared }) => compared === found.length))
          expect(found.reduce((sum, { effect }) => sum + effect, 0)).toBeCloseTo(0, 8);
      }),
      { numRuns: 300 },
    );
  });

  it('agree with the predictions where these are hardly drawn towards 0', () => {
    const rows = drawAssessments(
      {
        ...evaluation,
        severities: severitiesOf(8, 50),
        deviations: { ...evaluation.deviations, assessment: 0.5 },
      },
      4,
    );
    const severities = evaluatorSeverities(rows);
    const predicted = varianceComponents(rows).evaluators;
    severities.forEach((one, e) => expect(one!.effect).toBeCloseTo(predicted[e]!.effect, 1));
  });
});
