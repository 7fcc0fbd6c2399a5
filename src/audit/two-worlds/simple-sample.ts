import { draw, stream } from '../../model/math/random.ts';
import type { ClusteredMean } from './clustered-mean.ts';

/**
 * A simple random sample, without replacement, of people of whom `levels[level]` felt each level: how many of those drawn felt each.
 * All of them answer, and say what they felt.
 */
export function sampleLevels(levels: readonly number[], n: number, seed: number, group: number): number[] {
  const left = [...levels];
  let all = left.reduce((sum, count) => sum + count, 0);
  const drawn = levels.map(() => 0);
  for (let i = 0; i < n && all > 0; i++, all--) {
    let place = draw(seed, stream.askedSample, group, 0, i) % all;
    const level = left.findIndex((count) => {
      if (place < count) return true;
      place -= count;
      return false;
    });
    left[level] = (left[level] ?? 0) - 1;
    drawn[level] = (drawn[level] ?? 0) + 1;
  }
  return drawn;
}

/** The share below the best level among those asked, who are independent of one another. */
export function shareBelowBest(levels: readonly number[]): ClusteredMean {
  const n = levels.reduce((sum, count) => sum + count, 0);
  return shareOfCounts(n - (levels[5] ?? 0), n);
}

/** A share of independent records. */
export function shareOfCounts(count: number, n: number): ClusteredMean {
  const mean = n === 0 ? 0 : count / n;
  return { n, mean, variance: mean * (1 - mean), effect: 1 };
}
