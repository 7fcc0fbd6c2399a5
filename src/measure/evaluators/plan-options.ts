import { rankSpreads } from '../spread/rank-spread.ts';
import {
  chanceRankedRightly,
  precisionOf,
  type AssessmentPlan,
  type ErrorComponents,
  type PlanPrecision,
} from './plan-precision.ts';

/** Differences of true scores, in points, for which a table says how often units are ranked rightly. */
const statedDifferences = [1, 2, 5] as const;

/** A plan beside others: what it costs and what it buys. */
export interface PlanOption extends PlanPrecision {
  readonly plan: AssessmentPlan;
  /** Assessments of one unit. */
  readonly assessments: number;
  /** Chance that two units whose true scores differ by 1, 2 and 5 points are ranked rightly. */
  readonly rankedRightly: readonly { readonly difference: number; readonly chance: number }[];
  /** Mean over the units of half the width of the 95% interval of their rank, in ranks; null without scores. */
  readonly rankHalfWidth: number | null;
}

const timesItems = [0.5, 1, 2, 4] as const;

/**
 * Half, once, twice and four times the items of a plan, each with single and with double assessments. The evaluators of a unit stay as many
 * as in the plan, but two at least for double assessments, and never more than assessments. Intervals of ranks are drawn around
 * `scores`, one a unit, with the relative error (`rankSpreads`); their draws are the same for every option.
 */
export function planOptions(
  components: ErrorComponents,
  plan: AssessmentPlan,
  scores: readonly number[],
): PlanOption[] {
  return timesItems.flatMap((times) =>
    ([1, 2] as const).map((evaluatorsPerItem): PlanOption => {
      const items = Math.max(1, Math.round(plan.items * times));
      const assessments = items * evaluatorsPerItem;
      const evaluators = Math.min(assessments, Math.max(evaluatorsPerItem, plan.evaluators));
      const option = { ...plan, items, evaluatorsPerItem, evaluators };
      const precision = precisionOf(components, option);
      return {
        ...precision,
        plan: option,
        assessments,
        rankedRightly: statedDifferences.map((difference) => ({
          difference,
          chance: chanceRankedRightly(difference, precision.relativeError),
        })),
        rankHalfWidth: rankHalfWidth(scores, precision.relativeError),
      };
    }),
  );
}

function rankHalfWidth(scores: readonly number[], error: number): number | null {
  if (scores.length === 0) return null;
  const spreads = rankSpreads(scores.map((score) => ({ score, error })));
  return spreads.reduce((sum, { low, high }) => sum + (high - low) / 2, 0) / scores.length;
}
