import { logGamma } from '../../model/math/chi-square.ts';

/** Chances of counts at least as far out as the one seen, and no further logic: what to expect is the business of the rules. */

const logChoose = (n: number, k: number): number => logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);
const logBeta = (a: number, b: number): number => logGamma(a) + logGamma(b) - logGamma(a + b);

/** What count is expected of n honest records: its share, and how alike records of one place are. */
export interface ExpectedShare {
  /** Share, 0 < share < 1. */
  readonly share: number;
  /** Correlation of two records of the same place (ρ), 0 ≤ ρ < 1: 0 = independent. */
  readonly correlation: number;
}

/** Below this correlation the binomial distribution stands for the beta-binomial one: their tails differ by less than 1e-6. */
const INDEPENDENT = 1e-9;

/**
 * Chance of k or more of n by the beta-binomial distribution of this share and correlation (a = share (1 − ρ) / ρ, b likewise of the
 * rest); the binomial one where ρ is 0. The terms are summed one from the next, from k upwards. J. G. Skellam, Journal of the Royal
 * Statistical Society B 10 (1948), 257–261.
 */
export function chanceOfMore(k: number, n: number, { share, correlation }: ExpectedShare): number {
  if (k <= 0) return 1;
  if (k > n) return 0;
  let term: number;
  let ratio: (i: number) => number;
  if (correlation < INDEPENDENT) {
    const odds = share / (1 - share);
    term = Math.exp(logChoose(n, k) + k * Math.log(share) + (n - k) * Math.log1p(-share));
    ratio = (i) => ((n - i) / (i + 1)) * odds;
  } else {
    const a = (share * (1 - correlation)) / correlation;
    const b = ((1 - share) * (1 - correlation)) / correlation;
    term = Math.exp(logChoose(n, k) + logBeta(k + a, n - k + b) - logBeta(a, b));
    ratio = (i) => ((n - i) * (i + a)) / ((i + 1) * (n - i - 1 + b));
  }
  let sum = 0;
  for (let i = k; i <= n; i++) {
    sum += term;
    if (i === n) break;
    term *= ratio(i);
  }
  return Math.min(1, sum);
}

/** Chance of k or fewer of n, by the same distribution. */
export const chanceOfFewer = (k: number, n: number, { share, correlation }: ExpectedShare): number =>
  chanceOfMore(n - k, n, { share: 1 - share, correlation });

/**
 * Chance of k or more where `mean` > 0 are expected and `seen` are there already: of places of which only those with that many are
 * looked at (the Poisson distribution, conditioned).
 */
export const poissonChanceOnceSeen = (k: number, mean: number, seen: number): number =>
  Math.min(1, poissonChanceOfMore(k, mean) / poissonChanceOfMore(seen, mean));

/** Chance of k or more where `mean` > 0 are expected, by the Poisson distribution. */
export function poissonChanceOfMore(k: number, mean: number): number {
  if (k <= 0) return 1;
  let term = Math.exp(k * Math.log(mean) - mean - logGamma(k + 1));
  let sum = 0;
  for (let i = k; term > sum * 1e-17; i++) {
    sum += term;
    term *= mean / (i + 1);
  }
  return Math.min(1, sum);
}
