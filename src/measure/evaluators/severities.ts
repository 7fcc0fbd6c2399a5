import type { Interval } from '../../model/math/interval.ts';
import { tQuantile } from '../../model/math/student-t.ts';
import { adjustFacet, type AdjustedFacet } from './adjusted-facet.ts';
import { byNumber, type ScoredAssessment } from './assessment-counts.ts';

/** Severity or leniency (宽严度) of an evaluator, in points, against the mean of the evaluators that can be compared with this one. */
export interface EvaluatorSeverity {
  /** Above 0 lenient, below 0 severe. */
  readonly effect: number;
  readonly error: number;
  /** 95% interval of the effect. */
  readonly interval: Interval;
  /** How many evaluators the mean is taken over, this one included. */
  readonly compared: number;
}

/** What differs by no more than this is the same: entries of a projection lie between −1 and 1. */
const SAME = 1e-6;

/**
 * Severities by number of the evaluator, each a best linear unbiased estimate (BLUE) with units, items and evaluators as fixed effects: unlike
 * predictions (`varianceComponents`) they are not drawn towards 0, so that the interval effect ± t √Var, with the residual degrees of
 * freedom, holds an evaluator's own severity in 95% of all repetitions, where residuals are normal and independent. Source: H. Scheffé,
 * The Analysis of Variance (1959), §2.3 and chapter 4. Where items of units have something peculiar that both evaluators of a double
 * assessment meet, the intervals are a little too wide. Null for numbers without an assessment, for an evaluator who is linked to no other
 * one by units and items, and where nothing is left for the residual.
 */
export function evaluatorSeverities(rows: readonly ScoredAssessment[]): (EvaluatorSeverity | null)[] {
  const adjusted = adjustFacet(rows, 'evaluator');
  const groups = comparable(adjusted);
  return byNumber(adjusted.levels, (_, i) => {
    const group = groups.find((members) => members.includes(i)) ?? [];
    return severityIn(adjusted, i, group);
  });
}

function severityIn(
  { directions, residual }: AdjustedFacet,
  evaluator: number,
  group: readonly number[],
): EvaluatorSeverity | null {
  if (group.length < 2 || residual === null) return null;
  let effect = 0;
  let inverse = 0;
  for (const { weight, direction, estimate } of directions) {
    const mean = group.reduce((sum, i) => sum + (direction[i] ?? 0), 0) / group.length;
    const along = (direction[evaluator] ?? 0) - mean;
    effect += along * estimate;
    inverse += (along * along) / weight;
  }
  const error = Math.sqrt(residual.variance * inverse);
  const half = tQuantile(0.975, residual.freedom) * error;
  return {
    effect,
    error,
    interval: { low: effect - half, high: effect + half },
    compared: group.length,
  };
}

/**
 * Groups of evaluators whose differences can be estimated: i and j are in one where e_i − e_j lies in the space of the directions, which is
 * where rows i and j of I − Σ direction direction' are equal.
 */
function comparable({ levels, directions }: AdjustedFacet): number[][] {
  const outside = levels.map((_, i) =>
    levels.map((_, j) =>
      directions.reduce(
        (rest, { direction }) => rest - (direction[i] ?? 0) * (direction[j] ?? 0),
        i === j ? 1 : 0,
      ),
    ),
  );
  const groups: number[][] = [];
  outside.forEach((row, i) => {
    const own = groups.find(([leader = 0]) =>
      row.every((x, j) => Math.abs(x - (outside[leader]?.[j] ?? 0)) < SAME),
    );
    if (own === undefined) groups.push([i]);
    else own.push(i);
  });
  return groups;
}
