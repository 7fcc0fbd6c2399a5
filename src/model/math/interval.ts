/** Intervals of a share and of a mean, two-sided, at the 95% level unless another z is given. */

/** 97.5% point of the standard normal distribution. */
export const Z95 = 1.959963984540054;
/** 99.5% point of the standard normal distribution: two-sided 99% intervals. */
export const Z99 = 2.5758293035489004;

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * Wilson score interval of a share: `count` of `n`, 0 ≤ count ≤ n, n > 0. Clipped to [0, 1]; contains count / n.
 * Source: E. B. Wilson, Journal of the American Statistical Association 22 (1927), 209–212.
 */
export function wilsonInterval(count: number, n: number, z: number = Z95): Interval {
  const share = count / n;
  const z2 = z * z;
  const centre = (share + z2 / (2 * n)) / (1 + z2 / n);
  const half = (z / (1 + z2 / n)) * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n * n));
  // At 0 and n the ends are the share itself; rounding must not put it outside.
  return {
    low: Math.min(share, Math.max(0, centre - half)),
    high: Math.max(share, Math.min(1, centre + half)),
  };
}

/**
 * Normal interval of a mean: mean ± z √(variance / n), for n > 0 observations with this sample variance. Not clipped:
 * the caller knows the scale.
 */
export function normalInterval(mean: number, variance: number, n: number, z: number = Z95): Interval {
  const half = z * Math.sqrt(variance / n);
  return { low: mean - half, high: mean + half };
}

export interface Moments {
  readonly n: number;
  readonly sum: number;
  readonly mean: number;
  /** Sample variance (divisor n - 1); 0 for a single observation. */
  readonly variance: number;
}

/** Mean and variance of a distribution over finitely many values, `counts[i]` observations of `values[i]`. */
export function momentsOf(values: readonly number[], counts: readonly number[]): Moments {
  const n = counts.reduce((total, count) => total + count, 0);
  const sum = values.reduce((total, value, i) => total + value * (counts[i] ?? 0), 0);
  const mean = n > 0 ? sum / n : 0;
  const squares = values.reduce((total, value, i) => total + (value - mean) ** 2 * (counts[i] ?? 0), 0);
  return { n, sum, mean, variance: n > 1 ? squares / (n - 1) : 0 };
}
