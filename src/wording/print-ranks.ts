import type { UnitResult } from '../model/measurement.ts';

/** The interval of a rank: “3–7”, “3” where it is certain, “—” where it is not known. */
export function printRanks({ rankLow, rankHigh }: Pick<UnitResult, 'rankLow' | 'rankHigh'>): string {
  if (rankLow === null || rankHigh === null) return '—';
  return rankLow === rankHigh ? String(rankLow) : `${String(rankLow)}–${String(rankHigh)}`;
}
