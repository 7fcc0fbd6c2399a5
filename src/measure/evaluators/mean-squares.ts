import { countAssessments, facets, type ScoredAssessment, type Facet } from './assessment-counts.ts';
import type { FacetVariances } from './variance-components.ts';

/** A mean square (均方) of the analysis of variance, and its degrees of freedom. */
export interface MeanSquare {
  readonly meanSquare: number;
  readonly freedom: number;
}

/** The analysis of variance of a balanced design. */
export interface BalancedAnalysis {
  readonly meanSquares: Readonly<Record<Facet | 'residual', MeanSquare>>;
  /** (MS_k − MS_residual) / (assessments of a level); below 0 where a facet varies less than chance. */
  readonly variance: FacetVariances;
}

/**
 * Mean squares of unit, item, evaluator and residual, for designs in which each level of a facet has as many assessments as any other one
 * and meets all levels of the other facets equally often; null for other designs, and where a facet has one level or nothing is left for the
 * residual. Source: S. R. Searle, G. Casella, C. E. McCulloch, Variance Components (1992), chapter 4.
 */
export function balancedMeanSquares(rows: readonly ScoredAssessment[]): BalancedAnalysis | null {
  const counts = countAssessments(rows, facets);
  const n = counts.assessments;
  for (const one of counts.facets) {
    if (one.levels.length < 2) return null;
    for (const other of counts.facets) {
      const expected = one === other ? n / one.levels.length : n / (one.levels.length * other.levels.length);
      for (let a = one.first; a < one.first + one.levels.length; a++) {
        for (let b = other.first; b < other.first + other.levels.length; b++) {
          const meets = counts.together[a * counts.size + b];
          if ((one !== other || a === b) && meets !== expected) return null;
        }
      }
    }
  }
  const squareOf = (facet: Facet): MeanSquare => {
    const own = counts.facets.find((one) => one.facet === facet);
    const levels = own?.levels.length ?? 0;
    const first = own?.first ?? 0;
    const squares = counts.sums.subarray(first, first + levels).reduce((sum, x) => sum + x * x, 0);
    return { meanSquare: (squares * levels) / n / (levels - 1), freedom: levels - 1 };
  };
  const [unit, item, evaluator] = [squareOf('unit'), squareOf('item'), squareOf('evaluator')];
  const explained = [unit, item, evaluator];
  const freedom = explained.reduce((rest, one) => rest - one.freedom, n - 1);
  if (freedom <= 0) return null;
  const left = explained.reduce((rest, one) => rest - one.meanSquare * one.freedom, counts.squares);
  const residual = { meanSquare: Math.max(0, left) / freedom, freedom };
  const solved = ({ meanSquare, freedom: own }: MeanSquare): number =>
    ((meanSquare - residual.meanSquare) * (own + 1)) / n;
  return {
    meanSquares: { unit, item, evaluator, residual },
    variance: {
      unit: solved(unit),
      item: solved(item),
      evaluator: solved(evaluator),
      residual: residual.meanSquare,
    },
  };
}
