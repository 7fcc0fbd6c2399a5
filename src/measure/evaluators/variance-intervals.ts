import { chiSquareTail } from '../../model/math/chi-square.ts';
import type { Interval } from '../../model/math/interval.ts';
import { adjustFacet, type AdjustedFacet } from './adjusted-facet.ts';
import type { ScoredAssessment, Facet } from './assessment-counts.ts';

/** Chance beyond each end of an interval. */
const TAIL = 0.025;
const HALVINGS = 200;

/**
 * 95% interval of the variance of a facet. With the effects of its levels adjusted for the two other facets, Σ estimate² / (σ_k² +
 * σ² / weight) over the directions is chi-square distributed at the true σ_k²; the interval holds all σ_k² ≥ 0 that this does not refute. It
 * reaches from 0 where the facet may not vary at all, and is 0 to 0 where its levels differ even less than chance makes them. σ² is put at
 * its estimate, which is harmless from some 30 residual degrees of freedom on. Source: A. Wald, Annals of Mathematical Statistics 11
 * (1940), 96–100; D. A. Harville, A. P. Fenech, Biometrics 41 (1985), 137–152. Null where the facet cannot be compared or nothing is left
 * for the residual.
 */
export function varianceInterval(rows: readonly ScoredAssessment[], facet: Facet): Interval | null {
  const adjusted = adjustFacet(rows, facet);
  const { directions, residual } = adjusted;
  if (directions.length === 0 || residual === null) return null;
  const chance = (variance: number): number =>
    chiSquareTail(weighted(adjusted, residual.variance, variance), directions.length);
  return { low: whereChance(chance, TAIL), high: whereChance(chance, 1 - TAIL) };
}

/**
 * 95% interval of the residual variance: squares / σ² is chi-square distributed. Where evaluators of a double assessment share what is peculiar
 * to the item of the unit, it is too narrow. Null where nothing is left for the residual.
 */
export function residualInterval(rows: readonly ScoredAssessment[]): Interval | null {
  const { residual } = adjustFacet(rows, 'evaluator');
  if (residual === null) return null;
  const squares = residual.variance * residual.freedom;
  const chance = (variance: number): number => chiSquareTail(squares / variance, residual.freedom);
  return squares === 0
    ? { low: 0, high: 0 }
    : { low: whereChance(chance, TAIL), high: whereChance(chance, 1 - TAIL) };
}

const weighted = ({ directions }: AdjustedFacet, residual: number, variance: number): number =>
  directions.reduce((sum, { weight, estimate }) => {
    const expected = variance + residual / weight;
    return expected > 0 ? sum + (estimate * estimate) / expected : sum;
  }, 0);

/** The variance at which a chance that rises with it reaches a level; 0 where it is there at 0 already. */
function whereChance(chance: (variance: number) => number, level: number): number {
  if (chance(0) >= level) return 0;
  let high = 1;
  while (chance(high) < level) high *= 2;
  let low = 0;
  for (let halving = 0; halving < HALVINGS && high - low > 1e-12 * high; halving++) {
    const middle = (low + high) / 2;
    if (chance(middle) < level) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
