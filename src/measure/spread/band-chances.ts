import { tCdf } from '../../model/math/student-t.ts';
import { bandIds, type Band } from '../../model/measurement.ts';
import type { BandEnds } from '../band.ts';

/**
 * Chance of each band (各水平的可能性) for a new draw: that of a t variable around the score, with its standard error and degrees of
 * freedom. They sum to 1. A score without error has its own band for certain.
 */
export function bandChances(
  { score, error, freedom }: { readonly score: number; readonly error: number; readonly freedom: number },
  { veryHigh, high, medium }: BandEnds,
): Record<Band, number> {
  const above = (end: number): number =>
    error === 0 ? (score > end ? 1 : 0) : tCdf((score - end) / error, freedom);
  const [overVeryHigh, overHigh, overMedium] = [veryHigh, high, medium].map(above);
  const chances: Record<Band, number> = { veryHigh: 0, high: 0, medium: 0, low: 0 };
  const limits = [0, overVeryHigh ?? 0, overHigh ?? 0, overMedium ?? 0, 1];
  bandIds.forEach((band, i) => (chances[band] = (limits[i + 1] ?? 1) - (limits[i] ?? 0)));
  return chances;
}
