import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ScoredAssessment } from '../../../src/measure/evaluators/assessment-counts.ts';
import { balancedMeanSquares } from '../../../src/measure/evaluators/mean-squares.ts';
import { varianceComponents } from '../../../src/measure/evaluators/variance-components.ts';
import { residualInterval } from '../../../src/measure/evaluators/variance-intervals.ts';
import { describeOracle } from '../../oracle.ts';
import { readAssessments, readExpectedVariances } from '../../oracles/evaluator-variance.ts';
import { anyAssessments } from './any-assessments.ts';
import { denseDeviance, type FourVariances } from './dense-likelihood.ts';
import { drawAssessments, severitiesOf } from './drawn-assessments.ts';

const deviations = { unit: 5, item: 6, unitItem: 0, assessment: 4 };
const drawn = drawAssessments(
  { units: 8, items: 9, severities: severitiesOf(5, 2), deviations, twice: 0.4 },
  1,
);

const all = ({ variance }: ReturnType<typeof varianceComponents>): FourVariances => {
  const { unit, item, evaluator, residual } = variance;
  return [unit ?? NaN, item ?? NaN, evaluator ?? NaN, residual ?? NaN];
};

describeOracle('variances where R gives others', 'varcomp', (read) => {
  it('are at least as likely as those that R stopped at', () => {
    const rows = readAssessments(read('scores.csv'));
    const { unit, item, evaluator, Residual } = readExpectedVariances(read('expected.json')).unbalanced
      .variance;
    const ours = denseDeviance(rows, all(varianceComponents(rows)));
    const theirs = denseDeviance(rows, [unit, item, evaluator, Residual]);
    expect(ours).toBeLessThanOrEqual(theirs + 1e-9);
    expect(ours).toBeCloseTo(theirs, 6);
  });
});

describe('variances of units, items, evaluators and residual', () => {
  it('have the largest restricted likelihood, computed from the covariance matrix of all scores', () => {
    fc.assert(
      fc.property(anyAssessments, (rows) => {
        const found = all(varianceComponents(rows));
        // Where the scores leave nothing for the residual, the likelihood may have no largest value.
        if (found.some(Number.isNaN) || residualInterval(rows) === null || found[3] === 0) return;
        const best = denseDeviance(rows, found);
        for (let k = 0; k < 4; k++) {
          for (const step of [1e-3, -1e-3, 0.3, -0.3]) {
            const moved = found.map((x, l) => (l === k ? Math.max(0, x + step * (x || 1)) : x));
            const [unit = 0, item = 0, evaluator = 0, residual = 0] = moved;
            expect(denseDeviance(rows, [unit, item, evaluator, residual])).toBeGreaterThanOrEqual(
              best - 1e-7,
            );
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it('are never below 0 and never no number, in any design', () => {
    fc.assert(
      fc.property(anyAssessments, (rows) => {
        const found = varianceComponents(rows);
        const numbers = [
          ...Object.values(found.variance),
          found.mean,
          found.meanError,
          ...[...found.units, ...found.evaluators].flatMap((one) => [one && one.effect, one && one.error]),
        ];
        for (const x of numbers) expect(x === null || Number.isFinite(x)).toBe(true);
        for (const x of Object.values(found.variance)) expect(x ?? 0).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 500 },
    );
  });

  it('are those of the mean squares in a balanced design, where none of these is below 0', () => {
    const balanced = fc
      .array(fc.integer({ min: 0, max: 20 }), { minLength: 24, maxLength: 24 })
      .map((scores) =>
        scores.map((score, i) => ({
          unit: Math.floor(i / 6),
          item: Math.floor(i / 2) % 3,
          evaluator: i % 2,
          score: score + 3 * (i % 2) + 4 * Math.floor(i / 6) + 5 * (Math.floor(i / 2) % 3),
        })),
      );
    fc.assert(
      fc.property(balanced, (rows) => {
        const solved = balancedMeanSquares(rows)!.variance;
        const found = varianceComponents(rows).variance;
        if (Object.values(solved).some((x) => (x ?? 0) < 0)) return;
        for (const part of ['unit', 'item', 'evaluator', 'residual'] as const)
          expect(found[part]).toBeCloseTo(solved[part]!, 8);
      }),
      { numRuns: 50 },
    );
  });

  it('do not depend on order, on the mean, or on numbers that no row has, and grow by the square of the points', () => {
    const before = all(varianceComponents(drawn));
    const other = all(
      varianceComponents(
        [...drawn].reverse().map((row) => ({ ...row, unit: 7 + 3 * row.unit, score: 10 * row.score - 500 })),
      ),
    );
    before.forEach((x, k) => expect(other[k]).toBeCloseTo(100 * x, 5));
  });

  it('come with effects by number, null for numbers that do not occur', () => {
    const { evaluators, units } = varianceComponents(
      drawn.map((row) => ({ ...row, evaluator: 2 * row.evaluator })),
    );
    expect(evaluators.map((one) => one !== null)).toEqual([
      true,
      false,
      true,
      false,
      true,
      false,
      true,
      false,
      true,
    ]);
    expect(units).toHaveLength(8);
    expect(units.reduce((sum, one) => sum + one!.effect, 0)).toBeCloseTo(0, 9);
  });
});

describe('what a balanced design says of the mean and of effects', () => {
  const rows = [0, 1, 2, 3, 4].flatMap((unit) =>
    [0, 1, 2, 3].flatMap((item) =>
      [0, 1, 2].map((evaluator) => ({
        unit,
        item,
        evaluator,
        score: 60 + 4 * unit - 5 * item + 6 * evaluator + ((7 * unit + 11 * item + 5 * evaluator) % 4),
      })),
    ),
  );
  const found = varianceComponents(rows);
  const [unit, item, evaluator, residual] = all(found);

  it('is the plain mean, with an error of all that was drawn', () => {
    expect(found.mean).toBeCloseTo(rows.reduce((sum, { score }) => sum + score, 0) / 60, 9);
    expect(found.meanError! ** 2).toBeCloseTo(unit / 5 + item / 4 + evaluator / 3 + residual / 60, 9);
  });

  it('is what evaluators gave above it, drawn towards 0, with an error that holds their own mean', () => {
    const [first] = found.evaluators;
    const own = rows.filter((row) => row.evaluator === 0).reduce((sum, { score }) => sum + score, 0) / 20;
    expect(first!.effect).toBeCloseTo(((own - found.mean!) * evaluator) / (evaluator + residual / 20), 8);
    const within = (evaluator * residual) / (residual + 20 * evaluator);
    expect(first!.error ** 2).toBeCloseTo((2 / 3) * within + evaluator / 3, 8);
  });
});

describe('a variance that the assessments cannot tell', () => {
  const known = (rows: readonly ScoredAssessment[]): string[] =>
    Object.entries(varianceComponents(rows).variance).flatMap(([part, x]) => (x === null ? [] : [part]));

  it.each<[string, string[], readonly ScoredAssessment[]]>([
    ['nothing', [], []],
    ['one assessment', [], drawn.slice(0, 1)],
    ['one evaluator', ['unit', 'item', 'residual'], drawn.map((row) => ({ ...row, evaluator: 0 }))],
    ['one unit', ['item', 'evaluator', 'residual'], drawn.map((row) => ({ ...row, unit: 0 }))],
    ['one item', ['unit', 'evaluator', 'residual'], drawn.map((row) => ({ ...row, item: 0 }))],
    [
      'an evaluator for each unit',
      ['item', 'residual'],
      drawn.map((row) => ({ ...row, evaluator: row.unit })),
    ],
    ['an evaluator for each assessment', ['unit', 'item'], drawn.map((row, i) => ({ ...row, evaluator: i }))],
    [
      'all scores equal',
      ['unit', 'item', 'evaluator', 'residual'],
      drawn.map((row) => ({ ...row, score: 3 })),
    ],
  ])('is null, with %s', (_, expected, rows) => {
    expect(known(rows)).toEqual(expected);
  });

  it('leaves the others as they are without it', () => {
    const one = varianceComponents(drawn.map((row) => ({ ...row, evaluator: 0 })));
    const each = varianceComponents(drawn.map((row, i) => ({ ...row, evaluator: i })));
    expect(each.variance.unit).toBeCloseTo(one.variance.unit!, 8);
    expect(each.evaluators.every((effect) => effect === null)).toBe(true);
  });

  it('is 0, not null, where it can be told and nothing varies', () => {
    const { variance, mean, meanError } = varianceComponents(drawn.map((row) => ({ ...row, score: 0.1 })));
    expect(variance).toEqual({ unit: 0, item: 0, evaluator: 0, residual: 0 });
    expect([mean, meanError]).toEqual([0.1, 0]);
  });

  it('is 0 for the residual of scores that add up, and the others are variances of what was added', () => {
    const { variance } = varianceComponents(
      drawn.map((row) => ({ ...row, score: row.unit + 10 * row.item + 3 * row.evaluator })),
    );
    const ofSteps = (n: number): number => (n * (n + 1)) / 12;
    expect(variance.residual).toBe(0);
    expect(variance.unit).toBeCloseTo(ofSteps(8), 3);
    expect(variance.item).toBeCloseTo(100 * ofSteps(9), 3);
    expect(variance.evaluator).toBeCloseTo(9 * ofSteps(5), 3);
  });
});

describe('mean squares', () => {
  it('are refused for designs that are not balanced', () => {
    expect(balancedMeanSquares(drawn)).toBeNull();
    expect(balancedMeanSquares([])).toBeNull();
    expect(balancedMeanSquares(drawn.slice(0, 1))).toBeNull();
  });

  it('serve a Latin square too', () => {
    const square = [0, 1, 2, 3].flatMap((unit) =>
      [0, 1, 2, 3].map((item) => ({
        unit,
        item,
        evaluator: (unit + item) % 4,
        score: unit * unit + item + 2 * ((unit + item) % 4),
      })),
    );
    const { meanSquares } = balancedMeanSquares(square)!;
    expect(meanSquares.residual.freedom).toBe(6);
    expect(meanSquares.residual.meanSquare).toBeCloseTo(0, 12);
    // Four assessments of each item, 0 to 3 points: 4 × 5 / 3.
    expect(meanSquares.item.meanSquare).toBeCloseTo(20 / 3, 12);
  });
});
