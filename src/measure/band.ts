import type { Band } from '../model/measurement.ts';

/** Lower ends of the bands 非常高, 高, 中. */
export interface BandEnds {
  readonly veryHigh: number;
  readonly high: number;
  readonly medium: number;
}

/**
 * Band (能力水平) of an unrounded score. “Above 90” is stated, so a score on an end falls below it; that 80 and 65 follow
 * the same rule is an assumption of the method.
 */
export function bandOf(score: number, { veryHigh, high, medium }: BandEnds): Band {
  if (score > veryHigh) return 'veryHigh';
  if (score > high) return 'high';
  return score > medium ? 'medium' : 'low';
}
