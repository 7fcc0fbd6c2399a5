/** A child of a node: its weight (any positive scale) and its score, null without a figure. */
export interface Weighed {
  readonly weight: number;
  readonly score: number | null;
}

/** Guards a share of weights against rounding, as in 0.33 + 0.33 against 0.66. */
const ROUNDING = 1e-9;

const total = (weights: readonly number[]): number => weights.reduce((sum, weight) => sum + weight, 0);

/** Share of each child in the score of its parent: its weight among children with a figure, 0 without one. */
export function effectiveWeights(children: readonly Weighed[]): number[] {
  const weights = children.map(({ weight, score }) => (score === null ? 0 : weight));
  const sum = total(weights);
  return weights.map((weight) => (sum > 0 ? weight / sum : 0));
}

/** True when children of at least this share of the weight have a figure: one of them in any case. */
function isAvailable(children: readonly Weighed[], availability: number): boolean {
  const present = total(children.map(({ weight, score }) => (score === null ? 0 : weight)));
  return present > 0 && present / total(children.map(({ weight }) => weight)) >= availability - ROUNDING;
}

/**
 * Weighted arithmetic mean (加权平均) of the children that have a figure; null when those hold less than the share
 * `availability` (0..1] of the weight.
 */
export function combine(children: readonly Weighed[], availability: number): number | null {
  if (!isAvailable(children, availability)) return null;
  const weights = effectiveWeights(children);
  return children.reduce((sum, { score }, i) => sum + (weights[i] ?? 0) * (score ?? 0), 0);
}
