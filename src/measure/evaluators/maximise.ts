import type { AssessmentCounts } from './assessment-counts.ts';
import { solvePositive } from './eliminate.ts';
import { scoring, type Information, type Scoring, type Variances } from './scoring.ts';

/** Variances at which the restricted likelihood is largest. */
export interface LikeliestVariances {
  readonly variances: Variances;
  readonly scoring: Scoring;
  /** Whether the residual variance lies at its least, which stands for none. */
  readonly noResidual: boolean;
}

/** Steps to the largest likelihood: a balanced design needs two, others ten or so, more where a handful of scores say little. */
const MOST_STEPS = 200;
/** Steps by expected information, which mostly suffice and are safe far from the end; later ones go by the observed one. */
const SCORING_STEPS = 10;
const MOST_HALVINGS = 30;
/** What a move to the least variance may miss it by, as a part of where it began. */
const ROUNDING = 1e-12;
/** Part of the variance of the scores that a step must fall below. */
const SMALL_STEP = 1e-11;
/** The residual variance is kept above this part of the variance of the scores, where it is none: the likelihood has no bound at 0. */
const LEAST_RESIDUAL = 1e-8;

/**
 * Restricted maximum likelihood (REML; H. D. Patterson, R. Thompson, Biometrika 58 (1971), 545–554) by Fisher scoring, and by Newton’s steps
 * where scoring is slow; with variances of 0 allowed and none below. The counts must have been made of facets that are told apart, of
 * scores that are not all equal.
 */
export function likeliestVariances(counts: AssessmentCounts): LikeliestVariances {
  const total = counts.squares / (counts.assessments - 1);
  const parts = counts.facets.length + 1;
  const least = Array.from({ length: parts }, (_, k) => (k < parts - 1 ? 0 : LEAST_RESIDUAL * total));
  let variances: Variances = least.map(() => total / parts);
  let at = scoring(counts, variances);
  for (let step = 0; step < MOST_STEPS; step++) {
    const newton = step < SCORING_STEPS ? null : moveWithin(at.slopes, at.observed, variances, least);
    const move = newton ?? moveWithin(at.slopes, at.expected, variances, least);
    if (move === null) break;
    const next = improve(counts, variances, move, least, at.deviance);
    if (next === undefined) break;
    const largest = Math.max(...next.variances.map((value, k) => Math.abs(value - (variances[k] ?? 0))));
    ({ variances, scoring: at } = next);
    if (largest <= SMALL_STEP * total) break;
  }
  return { variances, scoring: at, noResidual: (variances.at(-1) ?? 0) <= (least.at(-1) ?? 0) };
}

/**
 * The move to where the quadratic that has these slopes and this information is largest, no variance below its least: one that would go
 * there is set there, and the others move anew. One that lies there already and is drawn farther down stays. Null where the quadratic has
 * no largest value.
 */
function moveWithin(
  slopes: readonly number[],
  information: Information,
  variances: Variances,
  least: readonly number[],
): number[] | null {
  const lowest = variances.map((value, k) => (least[k] ?? 0) - value);
  const fixed = lowest.map((move, k) => move >= 0 && (slopes[k] ?? 0) <= 0);
  for (;;) {
    const free = fixed.flatMap((isFixed, k) => (isFixed ? [] : [k]));
    const right = free.map((k) =>
      lowest.reduce(
        (rest, move, l) => (fixed[l] === true ? rest - (information[k]?.[l] ?? 0) * move : rest),
        slopes[k] ?? 0,
      ),
    );
    const solved = solvePositive(
      free.map((k) => free.map((l) => information[k]?.[l] ?? 0)),
      right,
    );
    if (solved === null) return null;
    const moves = lowest.map((move, k) => (fixed[k] === true ? move : (solved[free.indexOf(k)] ?? 0)));
    const under = free.filter((k) => (moves[k] ?? 0) < (lowest[k] ?? 0));
    if (under.length === 0) return moves;
    for (const k of under) fixed[k] = true;
  }
}

/** The move, or half of it, and so on, until the likelihood does not fall beyond rounding; undefined where no part of it helps. */
function improve(
  counts: AssessmentCounts,
  variances: Variances,
  move: readonly number[],
  least: readonly number[],
  deviance: number,
): Pick<LikeliestVariances, 'variances' | 'scoring'> | undefined {
  const allowed = deviance + 1e-11 * Math.abs(deviance);
  let part = 1;
  for (let halving = 0; halving < MOST_HALVINGS; halving++, part /= 2) {
    const moved = variances.map((value, k) => {
      const to = value + part * (move[k] ?? 0);
      const lowest = least[k] ?? 0;
      return to - lowest <= ROUNDING * value ? lowest : to;
    });
    const at = scoring(counts, moved);
    if (at.deviance <= allowed) return { variances: moved, scoring: at };
  }
  return undefined;
}
