import type { AssessmentCounts } from './assessment-counts.ts';
import { restrictedModel, type RestrictedModel } from './restricted-model.ts';

/** Variances by facet, in the order of the counts, and of the residual, last. */
export type Variances = readonly number[];

/** The likelihood of variances and what a step to better ones is computed from. */
export interface Scoring {
  readonly model: RestrictedModel;
  /** −2 times the restricted log likelihood, less a constant. */
  readonly deviance: number;
  /** Slope of the restricted log likelihood by each variance. */
  readonly slopes: readonly number[];
  /** Its expected information, by pairs of variances, and the one that is observed: its curvature. */
  readonly expected: Information;
  readonly observed: Information;
}

export type Information = readonly (readonly number[])[];

/**
 * Slopes of the restricted likelihood, ½ y'PV_kPy − ½ tr(PV_k), its expected information ½ tr(PV_kPV_l) and the observed one
 * y'PV_kPV_lPy − ½ tr(PV_kPV_l), with V_k = Z_kZ_k' and V_e = I. Source: Searle, Casella and McCulloch, Variance Components (1992), §6.6.
 */
export function scoring(counts: AssessmentCounts, variances: Variances): Scoring {
  const residual = variances.at(-1) ?? 0;
  const ratios = counts.facets.map((_, k) => (variances[k] ?? 0) / residual);
  const model = restrictedModel(counts, ratios);
  const freedom = counts.assessments - 1;
  const traces = withResidual(ratios, model.traces, freedom);
  const squares = withResidual(ratios, model.effectSquares, model.squares);
  const ofTraces = bordered(ratios, model.squaresBetween, traces);
  const ofSquares = bordered(ratios, model.productsBetween, squares);
  const scale = 1 / (2 * residual * residual);
  return {
    model,
    deviance: model.logDeterminant + freedom * Math.log(residual) + model.squares / residual,
    slopes: traces.map((trace, k) => ((squares[k] ?? 0) / residual - trace) / (2 * residual)),
    expected: ofTraces.map((row) => row.map((entry) => scale * entry)),
    observed: ofTraces.map((row, k) =>
      row.map((entry, l) => scale * ((2 * (ofSquares[k]?.[l] ?? 0)) / residual - entry)),
    ),
  };
}

/**
 * Facets' values, and that of the residual as the last one: by PVP = P it is what PV_e has less γ_k times the values of the facets,
 * as tr(PP) = tr(P) − Σ γ_k tr(PV_kP).
 */
const withResidual = (ratios: readonly number[], ofFacets: readonly number[], from: number): number[] => [
  ...ofFacets,
  ratios.reduce((rest, ratio, k) => rest - ratio * (ofFacets[k] ?? 0), from),
];

/** The same for pairs: rows of facets get a column of the residual, and the residual a row. */
function bordered(ratios: readonly number[], ofFacets: Information, single: readonly number[]): Information {
  const rows = ofFacets.map((row, k) => withResidual(ratios, row, single[k] ?? 0));
  const last = rows.map((row) => row.at(-1) ?? 0);
  return [...rows, withResidual(ratios, last, single.at(-1) ?? 0)];
}
