import { wilsonInterval, type Interval } from '../../model/math/interval.ts';
import { tQuantile } from '../../model/math/student-t.ts';

const UPPER = 0.975;

/**
 * 95% interval of a share for a new draw: Wilson’s, for as many independent records as vary like these (E. L. Korn and B. I. Graubard,
 * “Confidence intervals for proportions with small expected number of positive counts estimated from survey data”, Survey
 * Methodology 24 (1998), 193–201).
 */
export const shareInterval = (share: number, n: number, designEffect: number): Interval =>
  wilsonInterval((share * n) / designEffect, n / designEffect);

/** 95% interval of a mean or a score for a new draw, within what it can be. */
export function redrawInterval(
  mean: number,
  { variance, freedom }: { readonly variance: number; readonly freedom: number },
  [least, most]: readonly [number, number],
): Interval {
  const half = tQuantile(UPPER, freedom) * Math.sqrt(variance);
  return { low: Math.max(least, mean - half), high: Math.min(most, mean + half) };
}
