import type { UnitResult } from '../../model/measurement.ts';

/** Part of the units of a kind that lead. */
const LEADING_SHARE = 0.25;

/** Last rank of the leading part of so many units. */
export const leadingRanks = (units: number): number => Math.max(1, Math.round(units * LEADING_SHARE));

/**
 * Units that lead (典型示范): the level is very high, and the whole 95% interval of the rank lies in the first quarter of the units of
 * the kind that have a score, so that another draw would not put them behind. In the order given. A single unit leads nobody.
 */
export function leadingGroup(units: readonly UnitResult[]): UnitResult[] {
  const scored = units.filter(({ overall }) => overall !== null).length;
  if (scored < 2) return [];
  const last = leadingRanks(scored);
  return units.filter(({ band, rankHigh }) => band === 'veryHigh' && rankHigh !== null && rankHigh <= last);
}
