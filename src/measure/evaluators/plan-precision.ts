import { normalCdf } from '../../model/math/normal.ts';
import type { Facet } from './assessment-counts.ts';
import type { ResidualParts } from './double-assessments.ts';

/** The variances that scores of a planned evaluation will have, in squared points. */
export type ErrorComponents = Readonly<Record<Facet, number>> & ResidualParts;

/** Who assesses what of a unit. */
export interface AssessmentPlan {
  /** Items of a unit that are assessed: the same ones of all units. */
  readonly items: number;
  /** Whether an item of a unit is assessed once or by two evaluators (单评, 双评). */
  readonly evaluatorsPerItem: 1 | 2;
  /** Evaluators who share the assessments of a unit evenly. */
  readonly evaluators: number;
  /** Whether all units have the same evaluators, each for the same items; otherwise each unit has its own. */
  readonly sameEvaluators: boolean;
}

/** How exact the scores of units are under a plan. */
export interface PlanPrecision {
  /** Standard error of a unit's score, for other items and evaluators: how far it lies from what all of them would give. */
  readonly absoluteError: number;
  /** The same without what all units have in common: how far it lies from its place among them. */
  readonly relativeError: number;
  /** Eρ² (概化系数): share of the variance of scores that is of the units, where they are compared; null where nothing varies. */
  readonly generalizability: number | null;
  /** Φ (可靠性指数): the same for scores as such. */
  readonly dependability: number | null;
}

/**
 * What a plan's scores are worth, as a decision study of generalizability theory says it: variances of effects, each divided by how many of
 * them a unit's score is a mean of. With n items, m assessments of each and e evaluators,
 *
 *   relative σ²(δ) = σ²(unit × item) / n + σ²(assessment) / (n m) + σ²(evaluator) / e, the last where units have different evaluators;
 *   absolute σ²(Δ) = σ²(δ) + σ²(item) / n + σ²(evaluator) / e, the last where they have the same ones;
 *   Eρ² = σ²(unit) / (σ²(unit) + σ²(δ)), Φ = σ²(unit) / (σ²(unit) + σ²(Δ)).
 *
 * Items and evaluators are taken as drawn from many; interactions of evaluators with units or items are part of the assessment. Source:
 * R. L. Brennan, Generalizability Theory (Springer 2001), chapters 1, 4 and 5.
 */
export function precisionOf(components: ErrorComponents, plan: AssessmentPlan): PlanPrecision {
  const { unit } = components;
  const ofItems = components.item / plan.items;
  const ofEvaluators = components.evaluator / plan.evaluators;
  const ofResidual =
    components.unitItem / plan.items + components.assessment / (plan.items * plan.evaluatorsPerItem);
  const relative = ofResidual + (plan.sameEvaluators ? 0 : ofEvaluators);
  const absolute = ofResidual + ofItems + ofEvaluators;
  const share = (error: number): number | null => (unit + error > 0 ? unit / (unit + error) : null);
  return {
    absoluteError: Math.sqrt(absolute),
    relativeError: Math.sqrt(relative),
    generalizability: share(relative),
    dependability: share(absolute),
  };
}

/**
 * Chance that of two units whose true scores differ by so many points, above 0, the better one gets the higher score: Φ(d / (√2 σ(δ))), for
 * normal and independent errors.
 */
export const chanceRankedRightly = (difference: number, relativeError: number): number =>
  relativeError > 0 ? normalCdf(difference / (Math.SQRT2 * relativeError)) : 1;
