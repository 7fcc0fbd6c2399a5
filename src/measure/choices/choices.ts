import type { Aggregation, Normalisation, Weighting } from '../../model/choices/choice-request.ts';
import { aggregate, type Scored } from './aggregate.ts';
import type { Composite } from './composite.ts';
import { normaliseLeaves } from './normalise-leaves.ts';

/** The choices that a composite rests on, beside its tree. */
export interface Choices {
  readonly normalisation: Normalisation;
  readonly aggregation: Aggregation;
  readonly weighting: Weighting;
  /** Whether outliers are treated first (treat-outliers.ts). */
  readonly winsorising: boolean;
  /** Weight of each node of the composite, used where `weighting` is given. */
  readonly weights: Float64Array;
  /** Goalposts of each leaf. */
  readonly goalposts: readonly (readonly [number, number])[];
}

/** The choices that a method is published with. */
export const statedChoices = ({ leaves, weights }: Composite): Choices => ({
  normalisation: 'goalposts',
  aggregation: 'arithmetic',
  weighting: 'given',
  winsorising: false,
  weights,
  goalposts: leaves.map(({ goalposts }) => goalposts),
});

/** Scores of all nodes under some choices, from the values of the units at the leaves. */
export function scoreUnder(composite: Composite, values: Float64Array, choices: Choices): Scored {
  const leaves = normaliseLeaves(values, choices.goalposts, choices);
  return aggregate(composite, leaves, choices);
}

/** Scores of the whole, the last node; null is no figure. */
export function overallScores({ parents }: Composite, { scores, units }: Scored): (number | null)[] {
  if (parents.length === 0) return [];
  return Array.from(scores.subarray(scores.length - units), (score) => (Number.isNaN(score) ? null : score));
}
