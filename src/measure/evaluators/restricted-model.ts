import type { AssessmentCounts, FacetLevels } from './assessment-counts.ts';
import { eliminate } from './eliminate.ts';

/**
 * The additive model of scores with given variances: y = mean + Σ effects of the levels + residual, the effects of facet k drawn with
 * variance γ_k σ², the residuals with σ². P σ⁻² is the usual projection of restricted maximum likelihood, P = V⁻¹ − V⁻¹ 1 (1'V⁻¹1)⁻¹ 1'V⁻¹
 * with V = I + Σ γ_k Z_k Z_k'. Source: S. R. Searle, G. Casella, C. E. McCulloch, Variance Components (1992), chapters 6 and 7.
 */
export interface RestrictedModel {
  /** log |V| + log (1'V⁻¹1). */
  readonly logDeterminant: number;
  /** y'Py. */
  readonly squares: number;
  /** 1'V⁻¹1, whose inverse times σ² is the sampling variance of the mean. */
  readonly meanWeight: number;
  /** The mean that generalised least squares give, less the plain mean of the scores. */
  readonly meanShift: number;
  /** Z'Py by level. */
  readonly sums: Float64Array;
  /** Of Z'PZ: its diagonal by level, … */
  readonly diagonal: Float64Array;
  /** … the sum of its squared entries between levels of facet k and of facet l, and y'PZ_k · Z_k'PZ_l · Z_l'Py. */
  readonly squaresBetween: readonly (readonly number[])[];
  readonly productsBetween: readonly (readonly number[])[];
  /** For each facet, sum of its part of the diagonal, and sum of its squared entries of Z'Py. */
  readonly traces: readonly number[];
  readonly effectSquares: readonly number[];
}

/**
 * Computes the model at γ = `ratios`, by facet, each at least 0. The mixed-model equations are scaled by √γ (D. Bates and others, Journal
 * of Statistical Software 67 (2015) 1, §3.4), so that a variance of 0 is nothing special; they are bordered by Z'Z and Z'y, so that one
 * elimination leaves Z'PZ, Z'Py and y'Py.
 */
export function restrictedModel(counts: AssessmentCounts, ratios: readonly number[]): RestrictedModel {
  const { size: levels, facets, together, sums } = counts;
  const scale = new Float64Array(levels);
  facets.forEach(({ first, levels: own }, k) =>
    scale.fill(Math.sqrt(ratios[k] ?? 0), first, first + own.length),
  );
  const mean = levels;
  const last = 2 * levels + 1;
  const size = last + 1;
  const values = new Float64Array(size * size);
  let total = 0;
  for (let a = 0; a < levels; a++) {
    const scaleA = scale[a] ?? 0;
    const row = a * size;
    const borderRow = (mean + 1 + a) * size;
    const ownCount = together[a * levels + a] ?? 0;
    const sum = sums[a] ?? 0;
    if (a < (facets[0]?.levels.length ?? 0)) total += sum;
    for (let b = 0; b < levels; b++) {
      const n = together[a * levels + b] ?? 0;
      if (n === 0) continue;
      values[row + b] = scaleA * (scale[b] ?? 0) * n;
      values[row + mean + 1 + b] = scaleA * n;
      values[borderRow + mean + 1 + b] = n;
    }
    values[row + a] = (values[row + a] ?? 0) + 1;
    values[row + mean] = scaleA * ownCount;
    values[row + last] = scaleA * sum;
    values[mean * size + mean + 1 + a] = ownCount;
    values[borderRow + last] = sum;
  }
  values[mean * size + mean] = counts.assessments;
  values[mean * size + last] = total;
  values[last * size + last] = counts.squares;
  const pivots = eliminate({ size, values }, mean + 1, 0);
  const meanWeight = values[mean * size + mean] ?? 0;
  return {
    logDeterminant: pivots.reduce((sum, pivot) => sum + Math.log(pivot), 0),
    squares: values[last * size + last] ?? 0,
    meanWeight,
    meanShift: (values[mean * size + last] ?? 0) / meanWeight,
    ...sumsOf(values, size, mean + 1, facets),
  };
}

/** What is kept of Z'PZ and Z'Py, which stand in a matrix from place `from` on. */
function sumsOf(values: Float64Array, size: number, from: number, facets: readonly FacetLevels[]) {
  const levels = size - 1 - from;
  const sums = new Float64Array(levels);
  const diagonal = new Float64Array(levels);
  for (let a = 0; a < levels; a++) {
    const row = (from + a) * size;
    sums[a] = values[row + size - 1] ?? 0;
    diagonal[a] = values[row + from + a] ?? 0;
  }
  const within = (of: Float64Array, { first, levels: own }: FacetLevels): Float64Array =>
    of.subarray(first, first + own.length);
  const between = (one: FacetLevels, other: FacetLevels) => {
    let squares = 0;
    let products = 0;
    for (let a = one.first; a < one.first + one.levels.length; a++) {
      for (let b = other.first; b < other.first + other.levels.length; b++) {
        const entry = values[(from + Math.min(a, b)) * size + from + Math.max(a, b)] ?? 0;
        squares += entry * entry;
        products += entry * (sums[a] ?? 0) * (sums[b] ?? 0);
      }
    }
    return { squares, products };
  };
  const pairs = facets.map((one) => facets.map((other) => between(one, other)));
  return {
    sums,
    diagonal,
    squaresBetween: pairs.map((row) => row.map(({ squares }) => squares)),
    productsBetween: pairs.map((row) => row.map(({ products }) => products)),
    traces: facets.map((facet) => within(diagonal, facet).reduce((sum, x) => sum + x, 0)),
    effectSquares: facets.map((facet) => within(sums, facet).reduce((sum, x) => sum + x * x, 0)),
  };
}
