import { bandIds, type BandCounts, type Means, type UnitResult } from '../model/measurement.ts';
import { eachDimension } from './score-unit.ts';

/** Plain mean of the figures there are; null where there is none. */
function meanOf(scores: readonly (number | null)[]): number | null {
  const figures = scores.filter((score) => score !== null);
  return figures.length === 0 ? null : figures.reduce((sum, score) => sum + score, 0) / figures.length;
}

/** Means (平均值) of the overall score and of each dimension over units with a figure. */
export const meansOf = (units: readonly UnitResult[]): Means => ({
  overall: meanOf(units.map(({ overall }) => overall?.score ?? null)),
  ...eachDimension((id) => meanOf(units.map(({ dimensions }) => dimensions[id]?.score ?? null))),
});

/** Units in each band. */
export function bandCountsOf(units: readonly UnitResult[]): BandCounts {
  const counts: BandCounts = { veryHigh: 0, high: 0, medium: 0, low: 0 };
  for (const id of bandIds) counts[id] = units.filter(({ band }) => band === id).length;
  return counts;
}
