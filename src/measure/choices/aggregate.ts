import type { Aggregation, Weighting } from '../../model/choices/choice-request.ts';
import type { Composite, Parent } from './composite.ts';

/** Scores of all nodes of a composite, and the weights they were combined with. */
export interface Scored {
  readonly units: number;
  /** Score of unit u at node n: scores[n * units + u]; NaN is no figure. */
  readonly scores: Float64Array;
  /** Share of each node among the children of its parent. */
  readonly shares: Float64Array;
}

export interface AggregateChoices {
  readonly aggregation: Aggregation;
  readonly weighting: Weighting;
  readonly weights: Float64Array;
}

/** Guards a share of weights against rounding. */
const ROUNDING = 1e-9;

/** What rounding leaves of the entropy of a column in which all scores are the same. */
const LEAST_DIFFERENCE = 1e-12;

/**
 * Combines scores of leaves up the tree: weighted arithmetic or geometric means. Children without a figure leave their weight
 * to the others, where those hold enough of it.
 */
export function aggregate(composite: Composite, leaves: Float64Array, choices: AggregateChoices): Scored {
  const nodes = composite.leaves.length + composite.parents.length;
  const units = leaves.length / composite.leaves.length;
  const scored = { units, scores: new Float64Array(nodes * units), shares: new Float64Array(nodes) };
  const isGeometric = choices.aggregation === 'geometric';
  scored.scores.set(isGeometric ? leaves.map(Math.log) : leaves);
  combineUp(composite, scored, choices);
  return isGeometric ? { ...scored, scores: scored.scores.map(Math.exp) } : scored;
}

/**
 * The same where the leaves stand in `scored` already: as they are, or as their logarithms where means are geometric; so do the
 * scores of the parents, written beside them.
 */
export function combineUp(composite: Composite, scored: Scored, choices: AggregateChoices): void {
  const { aggregation, weighting, weights } = choices;
  const above = composite.leaves.length;
  composite.parents.forEach((parent, p) => {
    setShares(parent, scored, weighting, weights, aggregation === 'geometric');
    meanOfChildren(parent, scored, (above + p) * scored.units);
  });
}

function meanOfChildren(
  { children, availability }: Parent,
  { scores, shares, units }: Scored,
  at: number,
): void {
  for (let unit = 0; unit < units; unit++) {
    let sum = 0;
    let present = 0;
    for (let c = 0; c < children.length; c++) {
      const child = children[c] ?? 0;
      const score = scores[child * units + unit] ?? NaN;
      if (score !== score) continue;
      const share = shares[child] ?? 0;
      present += share;
      sum += share * score;
    }
    scores[at + unit] = present > 0 && present >= availability - ROUNDING ? sum / present : NaN;
  }
}

function setShares(
  { children }: Parent,
  { scores, shares, units }: Scored,
  weighting: Weighting,
  weights: Float64Array,
  isLogarithm: boolean,
): void {
  let total = 0;
  for (const child of children) {
    const weight =
      weighting === 'given'
        ? (weights[child] ?? 0)
        : weighting === 'equal'
          ? 1
          : divergence(scores, child * units, units, isLogarithm);
    shares[child] = weight;
    total += weight;
  }
  // Entropy tells nothing where no child differs from unit to unit: they weigh the same.
  for (const child of children) {
    shares[child] = total > 0 ? (shares[child] ?? 0) / total : 1 / children.length;
  }
}

/**
 * How much the scores of a column differ: 1 minus the entropy of their shares, 0 where all are the same (the entropy
 * weighting of Zeleny 1982; Shannon's entropy over the logarithm of the number of units). Scores below 0 count as 0.
 */
function divergence(scores: Float64Array, from: number, units: number, isLogarithm: boolean): number {
  let total = 0;
  let products = 0;
  let n = 0;
  for (let i = from; i < from + units; i++) {
    const given = scores[i] ?? NaN;
    if (Number.isNaN(given)) continue;
    n++;
    const score = isLogarithm ? Math.exp(given) : given;
    if (!(score > 0)) continue;
    total += score;
    products += score * (isLogarithm ? given : Math.log(score));
  }
  if (n < 2 || total === 0) return 0;
  const entropy = Math.log(total) - products / total;
  const difference = 1 - entropy / Math.log(n);
  return difference > LEAST_DIFFERENCE ? difference : 0;
}
