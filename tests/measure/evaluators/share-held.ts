import { evaluatorSeverities } from '../../../src/measure/evaluators/severities.ts';
import { residualInterval, varianceInterval } from '../../../src/measure/evaluators/variance-intervals.ts';
import { varianceComponents } from '../../../src/measure/evaluators/variance-components.ts';
import type { Interval } from '../../../src/model/math/interval.ts';
import { drawNormal, stream } from '../../../src/model/math/random.ts';
import { drawAssessments, type DrawnEvaluation } from './drawn-assessments.ts';

const holds = (interval: Interval | null, truth: number): boolean =>
  interval !== null && interval.low <= truth && truth <= interval.high;

/**
 * Shares of intervals that hold the severity of an evaluator, over repetitions with the same evaluators and new units, items and
 * assessments; and how far predictions of the most unusual evaluator are drawn towards 0 on average, as a part of the severity.
 */
export function shareHeld(
  evaluation: DrawnEvaluation,
  repetitions: number,
): { readonly severities: number; readonly blups: number } {
  const { severities } = evaluation;
  const unusual = severities.reduce((far, x, e) => (Math.abs(x) > Math.abs(severities[far]!) ? e : far), 0);
  let held = 0;
  let predicted = 0;
  for (let seed = 1; seed <= repetitions; seed++) {
    const rows = drawAssessments(evaluation, seed);
    const found = evaluatorSeverities(rows);
    held += severities.filter((severity, e) => holds(found[e]?.interval ?? null, severity)).length;
    predicted += varianceComponents(rows).evaluators[unusual]!.effect;
  }
  return {
    severities: held / (repetitions * severities.length),
    blups: 1 - predicted / repetitions / severities[unusual]!,
  };
}

/** Shares of intervals that hold the variances of unit, item, evaluator and residual, over repetitions with new evaluators. */
export function variancesHeld(
  evaluation: DrawnEvaluation,
  deviation: number,
  repetitions: number,
): readonly number[] {
  const { unit, item, unitItem, assessment } = evaluation.deviations;
  const held = [0, 0, 0, 0];
  for (let seed = 1; seed <= repetitions; seed++) {
    const severities = evaluation.severities.map(
      (_, e) => deviation * drawNormal(seed, stream.evaluator, 8, e, 0),
    );
    const rows = drawAssessments({ ...evaluation, severities }, seed);
    [
      holds(varianceInterval(rows, 'unit'), unit ** 2),
      holds(varianceInterval(rows, 'item'), item ** 2),
      holds(varianceInterval(rows, 'evaluator'), deviation ** 2),
      holds(residualInterval(rows), unitItem ** 2 + assessment ** 2),
    ].forEach((is, k) => (held[k]! += is ? 1 : 0));
  }
  return held.map((count) => count / repetitions);
}
