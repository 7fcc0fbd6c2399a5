import { logGamma } from './chi-square.ts';

const logFactorial = (n: number): number => logGamma(n + 1);
const logChoose = (n: number, k: number): number => logFactorial(n) - logFactorial(k) - logFactorial(n - k);

/** Tables that are as likely as the one seen but for rounding count as such. */
const ALIKE = 1 + 1e-7;

/**
 * Exact test of two shares, `count` of `n` each, two-sided: the chance of all tables with the same sums that are no more likely than
 * this one (R. A. Fisher, Statistical Methods for Research Workers, 5th edition (1934), 21.02). For few counts of either kind.
 */
export function fisherExact(
  a: { readonly count: number; readonly n: number },
  b: { readonly count: number; readonly n: number },
): number {
  const counts = a.count + b.count;
  const all = logChoose(a.n + b.n, counts);
  const chanceOf = (k: number): number => Math.exp(logChoose(a.n, k) + logChoose(b.n, counts - k) - all);
  const seen = chanceOf(a.count) * ALIKE;
  let sum = 0;
  for (let k = Math.max(0, counts - b.n); k <= Math.min(a.n, counts); k++) {
    const chance = chanceOf(k);
    if (chance <= seen) sum += chance;
  }
  return Math.min(1, sum);
}
