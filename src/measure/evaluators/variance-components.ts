import {
  byNumber,
  countAssessments,
  facetsBySize,
  type ScoredAssessment,
  type AssessmentCounts,
  type Facet,
} from './assessment-counts.ts';
import { likeliestVariances } from './maximise.ts';
import { scoring } from './scoring.ts';
import { keptApart, toldApart } from './tell-apart.ts';

/** An effect that is taken as drawn from many: points above the mean, and the standard error of its prediction. */
export interface PredictedEffect {
  readonly effect: number;
  readonly error: number;
}

/** Parts of the variance of scores (方差分量), in squared points; null where the assessments cannot tell a part from another one. */
export type FacetVariances = Readonly<Record<Facet | 'residual', number | null>>;

/** What varies in the scores of assessments: y = mean + unit + item + evaluator + residual. */
export interface VarianceComponents {
  readonly assessments: number;
  readonly variance: FacetVariances;
  /** Mean by generalised least squares with its standard error for new units, items and evaluators of the kinds told apart; null if unknown. */
  readonly mean: number | null;
  readonly meanError: number | null;
  /** By number of the unit or evaluator: null where it has no assessment, or where its variance cannot be told. */
  readonly units: readonly (PredictedEffect | null)[];
  /** Above 0 lenient, below 0 severe (宽严度), drawn towards 0 by what is not known. */
  readonly evaluators: readonly (PredictedEffect | null)[];
}

/**
 * Variances of units, items, evaluators and residual from assessments in any design, by restricted maximum likelihood; those of a balanced
 * design are its mean squares solved, where none comes out below 0. A variance is never below 0. Effects are best linear unbiased
 * predictions (BLUP), σ_k² Z_k'Py, with the variance of prediction σ_k² − σ_k⁴ Z_k'PZ_k. Source: S. R. Searle, G. Casella,
 * C. E. McCulloch, Variance Components (1992), chapters 6 and 7.
 *
 * The residual holds everything else: what is peculiar to a unit's item (two evaluators then agree on it) as well as what an evaluator happens
 * to see; double assessments tell these two apart (`splitResidual`).
 */
export function varianceComponents(rows: readonly ScoredAssessment[]): VarianceComponents {
  if (rows.length === 0) return withoutEffects(rows, () => null, null);
  const order = facetsBySize(rows);
  const all = countAssessments(rows, order);
  const { expected } = scoring(all, [...order.map(() => 1), 1]);
  const apart = toldApart(expected);
  const kept = keptApart(expected);
  const isTold = (part: VariancePart): boolean =>
    apart[part === 'residual' ? order.length : order.indexOf(part)] === true;
  if (rows.length === 1) return withoutEffects(rows, () => null, null);
  if (isFlat(all, rows)) return withoutEffects(rows, (part) => (isTold(part) ? 0 : null), 0);

  const used = order.filter((_, k) => kept[k]);
  const counts = used.length === order.length ? all : countAssessments(rows, used);
  const { variances, scoring: at, noResidual } = likeliestVariances(counts);
  const residual = variances.at(-1) ?? 0;
  const varianceOf = (facet: Facet): number => variances[used.indexOf(facet)] ?? 0;
  const { model } = at;
  /** σ_k² Z_k'Py, and its variance of prediction; Z'Py and Z'PZ of the model are σ² times as large. */
  const predicted = (variance: number, place: number): PredictedEffect => ({
    effect: (variance / residual) * (model.sums[place] ?? 0),
    error: Math.sqrt(
      Math.max(0, variance - ((variance * variance) / residual) * (model.diagonal[place] ?? 0)),
    ),
  });
  const effects = (facet: Facet): (PredictedEffect | null)[] => {
    const own = counts.facets.find((one) => one.facet === facet);
    if (own === undefined || !isTold(facet)) return noEffects(rows, facet);
    return byNumber(own.levels, (_, i) => predicted(varianceOf(facet), own.first + i));
  };
  return {
    assessments: rows.length,
    variance: variancesBy((part) => {
      if (!isTold(part)) return null;
      if (part === 'residual') return noResidual ? 0 : residual;
      return varianceOf(part);
    }),
    mean: counts.mean + model.meanShift,
    meanError: Math.sqrt(residual / model.meanWeight),
    units: effects('unit'),
    evaluators: effects('evaluator'),
  };
}

type VariancePart = keyof FacetVariances;

const variancesBy = (valueOf: (part: VariancePart) => number | null): FacetVariances => ({
  unit: valueOf('unit'),
  item: valueOf('item'),
  evaluator: valueOf('evaluator'),
  residual: valueOf('residual'),
});

const noEffects = (rows: readonly ScoredAssessment[], facet: Facet): null[] =>
  Array.from({ length: rows.reduce((most, row) => Math.max(most, row[facet] + 1), 0) }, () => null);

/** What is said where nothing varies, or too few assessments were made to say how much. */
function withoutEffects(
  rows: readonly ScoredAssessment[],
  valueOf: (part: VariancePart) => number | null,
  meanError: number | null,
): VarianceComponents {
  return {
    assessments: rows.length,
    variance: variancesBy(valueOf),
    mean: rows[0]?.score ?? null,
    meanError,
    units: noEffects(rows, 'unit'),
    evaluators: noEffects(rows, 'evaluator'),
  };
}

/** Whether scores differ by no more than rounding. */
const isFlat = ({ squares, mean }: AssessmentCounts, rows: readonly ScoredAssessment[]): boolean =>
  squares <= rows.length * (1e-12 * mean) ** 2;
