import { chiSquareTail } from '../../model/math/chi-square.ts';
import { fisherExact } from '../../model/math/fisher.ts';
import { normalCdf } from '../../model/math/normal.ts';
import { testAgainstNothing } from '../../measure/change/test-estimate.ts';
import type { ClusteredMean } from './clustered-mean.ts';

/** Tests whether two samples differ. The samples are taken as independent of one another; within one, records of a person are not. */

/** Below so many expected of either kind, shares are compared exactly. */
const FEW = 5;

export type DifferenceTest = 'proportions' | 'fisher' | 'chiSquare' | 'welch';

export interface TestedDifference {
  readonly test: DifferenceTest;
  /** Null where one sample is empty: nothing can be tested. */
  readonly p: number | null;
}

/** Two shares: the normal test with a common share and the design effects of both, or Fisher’s where little is expected. */
export function testShares(a: ClusteredMean, b: ClusteredMean): TestedDifference {
  if (a.n === 0 || b.n === 0) return { test: 'fisher', p: null };
  const counts = [a, b].map(({ n, mean }) => Math.round(n * mean));
  const [ofA = 0, ofB = 0] = counts;
  const common = (ofA + ofB) / (a.n + b.n);
  if (Math.min(common, 1 - common) * Math.min(a.n, b.n) < FEW)
    return { test: 'fisher', p: fisherExact({ count: ofA, n: a.n }, { count: ofB, n: b.n }) };
  const error = Math.sqrt(common * (1 - common) * (a.effect / a.n + b.effect / b.n));
  return { test: 'proportions', p: Math.min(1, 2 * normalCdf(-Math.abs(a.mean - b.mean) / error)) };
}

/** Two means by Welch’s test. */
export function testMeans(a: ClusteredMean, b: ClusteredMean): TestedDifference {
  if (a.n < 2 || b.n < 2) return { test: 'welch', p: null };
  const [ofA, ofB] = [a, b].map(({ n, variance, effect }) => ({
    variance: (variance * effect) / n,
    freedom: n / effect - 1,
  }));
  const variance = (ofA?.variance ?? 0) + (ofB?.variance ?? 0);
  const doubt = [ofA, ofB].reduce(
    (sum, one) => sum + (one === undefined ? 0 : one.variance ** 2 / Math.max(1, one.freedom)),
    0,
  );
  const { p } = testAgainstNothing({
    value: a.mean - b.mean,
    error: Math.sqrt(variance),
    freedom: doubt === 0 ? 1 : variance ** 2 / doubt,
  });
  return { test: 'welch', p };
}

/**
 * Two distributions over categories, each category as the share of all: Pearson’s chi-square, divided by the mean design effect of the
 * shares (first-order correction of Rao and Scott, Journal of the American Statistical Association 76 (1981), 221–230).
 */
export function testCategories(a: readonly ClusteredMean[], b: readonly ClusteredMean[]): TestedDifference {
  const [first, second] = [a[0]?.n ?? 0, b[0]?.n ?? 0];
  if (first === 0 || second === 0) return { test: 'chiSquare', p: null };
  let [statistic, categories, effects] = [0, 0, 0];
  for (const [i, one] of a.entries()) {
    const other = b[i];
    if (other === undefined) continue;
    const common = (one.mean * first + other.mean * second) / (first + second);
    if (common === 0) continue;
    categories++;
    effects += (one.effect + other.effect) / 2;
    statistic += (first * (one.mean - common) ** 2 + second * (other.mean - common) ** 2) / common;
  }
  if (categories < 2) return { test: 'chiSquare', p: 1 };
  return { test: 'chiSquare', p: chiSquareTail((statistic * categories) / effects, categories - 1) };
}
