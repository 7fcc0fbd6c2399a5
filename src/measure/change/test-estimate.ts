import { tCdf, tQuantile } from '../../model/math/student-t.ts';
import type { Interval } from '../../model/math/interval.ts';

/** A figure with its standard error, and the degrees of freedom that the error is known with. */
export interface Estimate {
  readonly value: number;
  readonly error: number;
  readonly freedom: number;
}

/** A test whose hypothesis is that nothing differs. */
export interface Tested extends Estimate {
  /** Two-sided. */
  readonly p: number;
  /** 95% interval of the value. */
  readonly interval: Interval;
}

const UPPER = 0.975;

/** Test of a figure against 0. An error of 0 leaves no doubt: p is then 0 or 1. */
export function testAgainstNothing({ value, error, freedom }: Estimate): Tested {
  const half = error === 0 ? 0 : tQuantile(UPPER, freedom) * error;
  const p = error === 0 ? (value === 0 ? 1 : 0) : 2 * tCdf(-Math.abs(value) / error, freedom);
  return { value, error, freedom, p, interval: { low: value - half, high: value + half } };
}
