/** What a score of an assessment (评估) may depend on: the unit (被评单位), the item (事项) and the evaluator (评估人员). */
export const facets = ['unit', 'item', 'evaluator'] as const;
export type Facet = (typeof facets)[number];

/** One score that an evaluator gave an item of a unit. Units, items and evaluators are whole numbers from 0 on. */
export type ScoredAssessment = Readonly<Record<Facet, number>> & { readonly score: number };

/** Where the levels of a facet (its units, items or evaluators that occur) stand among all levels that are counted. */
export interface FacetLevels {
  readonly facet: Facet;
  /** Place of its first level. */
  readonly first: number;
  /** Numbers of its levels, rising: the one at place `first + i` is `levels[i]`. */
  readonly levels: readonly number[];
}

/**
 * The sums of assessments that every estimate of an additive model is computed from. With Z the table of zeros and ones that says which
 * levels (columns) an assessment (row) belongs to, and y the scores less their mean.
 */
export interface AssessmentCounts {
  readonly assessments: number;
  /** Mean of the scores. */
  readonly mean: number;
  readonly facets: readonly FacetLevels[];
  /** Levels of all facets together. */
  readonly size: number;
  /** Z'Z, row by row: how many assessments belong to both levels. */
  readonly together: Float64Array;
  /** Z'y: sums of scores less the mean, by level. */
  readonly sums: Float64Array;
  /** y'y. */
  readonly squares: number;
}

/** Counts assessments by the levels of some facets, in the order of these. */
export function countAssessments(
  rows: readonly ScoredAssessment[],
  counted: readonly Facet[],
): AssessmentCounts {
  let size = 0;
  const placed = counted.map((facet): FacetLevels => {
    const levels = [...new Set(rows.map((row) => row[facet]))].sort((a, b) => a - b);
    const first = size;
    size += levels.length;
    return { facet, first, levels };
  });
  const places = placed.map(({ first, levels }) => new Map(levels.map((level, i) => [level, first + i])));
  const mean = rows.reduce((sum, { score }) => sum + score, 0) / rows.length;
  const together = new Float64Array(size * size);
  const sums = new Float64Array(size);
  let squares = 0;
  for (const row of rows) {
    const y = row.score - mean;
    squares += y * y;
    const of = counted.map((facet, k) => places[k]?.get(row[facet]) ?? 0);
    for (const a of of) {
      sums[a] = (sums[a] ?? 0) + y;
      for (const b of of) together[a * size + b] = (together[a * size + b] ?? 0) + 1;
    }
  }
  return { assessments: rows.length, mean, facets: placed, size, together, sums, squares };
}

/**
 * Facets in the order in which they are best eliminated: the one with most levels first, because none of its levels meet in one
 * assessment and most of the sums stay 0. `last` comes last.
 */
export function facetsBySize(rows: readonly ScoredAssessment[], last?: Facet): Facet[] {
  const size = (facet: Facet): number => (facet === last ? -1 : new Set(rows.map((row) => row[facet])).size);
  const sizes = new Map(facets.map((facet) => [facet, size(facet)]));
  return [...facets].sort((a, b) => (sizes.get(b) ?? 0) - (sizes.get(a) ?? 0));
}

/** Values by level of a facet, put at the numbers of the levels; null at numbers that do not occur. */
export function byNumber<T>(
  levels: readonly number[],
  valueOf: (level: number, i: number) => T,
): (T | null)[] {
  const list = Array.from({ length: (levels.at(-1) ?? -1) + 1 }, (): T | null => null);
  levels.forEach((level, i) => (list[level] = valueOf(level, i)));
  return list;
}
