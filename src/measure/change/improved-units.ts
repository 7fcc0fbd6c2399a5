import { benjaminiHochberg } from '../../model/math/multiple-tests.ts';
import type { UnitResult } from '../../model/measurement.ts';
import { testScoreChange } from './score-tests.ts';
import type { Tested } from './test-estimate.ts';

/** Share of false ones among the rises that are called so, at most; and of the units of a kind, those that are named at most. */
export const RISE_LEVEL = 0.05;
const NAMED_SHARE = 0.25;

/** The change of a unit's overall score since an earlier period, with the p-value adjusted over all units that are compared. */
export interface OverallChange {
  readonly now: UnitResult;
  readonly before: UnitResult;
  readonly change: Tested;
  readonly adjusted: number;
}

/** Changes of the overall scores of units of one kind, in the order given; none of a unit that has no score in one of the periods. */
export function overallChanges(now: readonly UnitResult[], before: readonly UnitResult[]): OverallChange[] {
  const earlier = new Map(before.map((unit) => [unit.code, unit]));
  const tested = now.flatMap((unit) => {
    const was = earlier.get(unit.code);
    const change = was && testScoreChange(unit, was, 'overall');
    return was && change ? [{ now: unit, before: was, change }] : [];
  });
  const adjusted = benjaminiHochberg(tested.map(({ change }) => change.p));
  return tested.map((one, i) => ({ ...one, adjusted: adjusted[i] ?? 1 }));
}

/** True of a change that sampling alone does not explain. */
export const isSure = ({ adjusted }: OverallChange): boolean => adjusted <= RISE_LEVEL;

/** How many of so many units of a kind are named for their progress at most. */
const mostNamed = (units: number): number => Math.max(1, Math.round(units * NAMED_SHARE));

/**
 * Units that made much progress (进步较大): the overall score rose by more than other persons at the same offices could make it, with
 * the false discovery rate controlled over all units, and the rank rose out of both 95% intervals; of these the largest rises, as
 * many as a quarter of the units at most, those that rose as much as the last one with it. In the order given.
 */
export function improvedUnits(changes: readonly OverallChange[]): OverallChange[] {
  const rose = changes.filter((one) => one.change.value > 0 && isSure(one) && roseInRank(one));
  const falling = rose.map(({ change }) => change.value).sort((a, b) => b - a);
  const least = falling[Math.min(falling.length, mostNamed(changes.length)) - 1] ?? Infinity;
  return rose.filter(({ change }) => change.value >= least);
}

/** True where the rank of each period is better, or worse, than all that a new draw may well give in the other one. */
function roseInRank({ now: { rank, rankHigh }, before }: OverallChange): boolean {
  if (rank === null || rankHigh === null || before.rank === null || before.rankLow === null) return false;
  return rankHigh < before.rank && rank < before.rankLow;
}
