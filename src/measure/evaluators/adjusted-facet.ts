import { countAssessments, facetsBySize, type ScoredAssessment, type Facet } from './assessment-counts.ts';
import { eliminate } from './eliminate.ts';
import { symmetricEigen } from './symmetric-eigen.ts';

/** What is at most this part of the largest counts as 0: far above rounding. */
const NOTHING = 1e-9;

/**
 * Least-squares effects of the levels of one facet, adjusted for the levels of the two others as they are (all effects fixed), in the
 * directions in which they do not depend on one another: the estimate of `direction · effects` varies by σ² / weight around the truth. With the
 * reduced normal equations R b = r: directions and weights are eigenvectors and eigenvalues of R, those of 0 left out.
 */
export interface AdjustedFacet {
  readonly levels: readonly number[];
  readonly directions: readonly AdjustedDirection[];
  /** Residual variance, and its degrees of freedom; null where nothing is left to estimate it from. */
  readonly residual: { readonly variance: number; readonly freedom: number } | null;
}

export interface AdjustedDirection {
  readonly weight: number;
  readonly direction: Float64Array;
  readonly estimate: number;
}

/** Adjusts the levels of a facet. Source: S. R. Searle, Linear Models (1971), chapter 7. */
export function adjustFacet(rows: readonly ScoredAssessment[], facet: Facet): AdjustedFacet {
  const counts = countAssessments(rows, facetsBySize(rows, facet));
  const own = counts.facets.at(-1);
  const first = own?.first ?? 0;
  const levels = own?.levels ?? [];
  const size = counts.size + 1;
  const values = new Float64Array(size * size);
  for (let a = 0; a < counts.size; a++) {
    values.set(counts.together.subarray(a * counts.size, (a + 1) * counts.size), a * size);
    values[a * size + counts.size] = counts.sums[a] ?? 0;
  }
  values[size * size - 1] = counts.squares;
  const pivots = eliminate({ size, values }, first, NOTHING);
  const reduced = levels.map((_, i) =>
    Float64Array.from(
      levels,
      (_, j) => values[(first + Math.min(i, j)) * size + first + Math.max(i, j)] ?? 0,
    ),
  );
  const right = Float64Array.from(levels, (_, i) => values[(first + i) * size + size - 1] ?? 0);
  const directions = directionsOf(reduced, right, rows.length / Math.max(1, levels.length));
  const explained = directions.reduce((sum, { weight, estimate }) => sum + weight * estimate * estimate, 0);
  const squares = Math.max(0, (values[size * size - 1] ?? 0) - explained);
  const freedom = rows.length - pivots.filter((pivot) => pivot > 0).length - directions.length;
  return { levels, directions, residual: freedom > 0 ? { variance: squares / freedom, freedom } : null };
}

/** Solves reduced normal equations in the directions that can be estimated. `usual` is about what a level weighs. */
export function directionsOf(
  reduced: readonly Float64Array[],
  right: Float64Array,
  usual: number,
): AdjustedDirection[] {
  const { values, vectors } = symmetricEigen(reduced);
  return vectors.flatMap((direction, j) => {
    const weight = values[j] ?? 0;
    if (weight <= NOTHING * usual) return [];
    const projected = direction.reduce((sum, x, i) => sum + x * (right[i] ?? 0), 0);
    return [{ weight, direction, estimate: projected / weight }];
  });
}
