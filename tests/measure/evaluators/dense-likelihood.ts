import { facets, type ScoredAssessment } from '../../../src/measure/evaluators/assessment-counts.ts';

/** Variances of unit, item, evaluator and residual. */
export type FourVariances = readonly [number, number, number, number];

/**
 * −2 log restricted likelihood as it is written in textbooks, with the covariance matrix of all scores, and the mean by generalised least
 * squares: for comparison with what is computed from counts.
 */
export function denseDeviance(rows: readonly ScoredAssessment[], variances: FourVariances): number {
  const covariance = rows.map((a, i) =>
    rows.map((b, j) =>
      facets.reduce(
        (sum, facet, k) => sum + (a[facet] === b[facet] ? variances[k]! : 0),
        i === j ? variances[3] : 0,
      ),
    ),
  );
  const factor = cholesky(covariance);
  const ones = forward(
    factor,
    rows.map(() => 1),
  );
  const scores = forward(
    factor,
    rows.map(({ score }) => score),
  );
  const weight = dot(ones, ones);
  const mean = dot(ones, scores) / weight;
  const left = scores.map((x, i) => x - mean * ones[i]!);
  const logDeterminant = factor.reduce((sum, row, i) => sum + 2 * Math.log(row[i]!), 0);
  return logDeterminant + Math.log(weight) + dot(left, left);
}

const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, x, i) => sum + x * b[i]!, 0);

function cholesky(matrix: readonly (readonly number[])[]): number[][] {
  const factor: number[][] = [];
  matrix.forEach((row, i) => {
    const own: number[] = [];
    for (let j = 0; j <= i; j++) {
      const before = j === i ? own : factor[j]!;
      let rest = row[j]!;
      for (let k = 0; k < j; k++) rest -= own[k]! * before[k]!;
      own.push(j === i ? Math.sqrt(rest) : rest / before[j]!);
    }
    factor.push(own);
  });
  return factor;
}

function forward(factor: readonly (readonly number[])[], right: readonly number[]): number[] {
  const solution: number[] = [];
  factor.forEach((row, i) => {
    let rest = right[i]!;
    for (let k = 0; k < i; k++) rest -= row[k]! * solution[k]!;
    solution.push(rest / row[i]!);
  });
  return solution;
}
