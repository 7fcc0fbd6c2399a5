import { Z95 } from '../model/math/interval.ts';
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
  ...meanInterval(units),
});

/** 95% interval of the overall mean for a new draw: units are drawn apart. None where the error of one of them is not known. */
function meanInterval(units: readonly UnitResult[]): Pick<Means, 'low' | 'high'> {
  const scored = units.flatMap(({ overall, spread }) => (overall === null ? [] : [{ overall, spread }]));
  const errors = scored.flatMap(({ spread }) => spread?.overall?.error ?? []);
  const mean = meanOf(scored.map(({ overall }) => overall.score));
  if (mean === null || errors.length < scored.length) return { low: null, high: null };
  const half = (Z95 * Math.hypot(...errors)) / scored.length;
  return { low: mean - half, high: mean + half };
}

/** Units in each band. */
export function bandCountsOf(units: readonly UnitResult[]): BandCounts {
  const counts: BandCounts = { veryHigh: 0, high: 0, medium: 0, low: 0 };
  for (const id of bandIds) counts[id] = units.filter(({ band }) => band === id).length;
  return counts;
}
