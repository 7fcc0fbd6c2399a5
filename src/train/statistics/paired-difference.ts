import { momentsOf, normalInterval, type Interval } from '../../model/math/interval.ts';
import { tQuantile } from '../../model/math/student-t.ts';

/** The mean of differences between pairs, with its 95% interval. */
export interface PairedDifference {
  readonly n: number;
  readonly mean: number;
  /** By Student’s t; null for a single pair, and where all differences are alike: nothing tells then how far they scatter. */
  readonly interval: Interval | null;
}

/** How far the second values lie above the first, pair by pair; undefined without a pair. */
function pairedDifference(first: readonly number[], second: readonly number[]): PairedDifference | undefined {
  if (first.length !== second.length)
    throw new Error(`${String(first.length)} values stand beside ${String(second.length)}`);
  if (first.length === 0) return undefined;
  const differences = first.map((value, i) => (second[i] ?? NaN) - value);
  const { n, mean, variance } = momentsOf(
    differences,
    differences.map(() => 1),
  );
  const varies = differences.some((difference) => difference !== differences[0]);
  return {
    n,
    mean,
    interval: varies ? normalInterval(mean, variance, n, tQuantile(0.975, n - 1)) : null,
  };
}

/**
 * What a course brought (培训增益): scores after it less those before, in pairs. For a class a pair is a trainee; for one trainee it is a
 * place in the two tests, which are parallel forms.
 */
export const gainOf = (before: readonly number[], after: readonly number[]): PairedDifference | undefined =>
  pairedDifference(before, after);

/** Leniency and severity (宽严度) of a rater. */
export interface Leniency extends PairedDifference {
  /** Lenient or severe only where the interval lies to one side of 0; undefined where there is no interval. */
  readonly leaning: 'lenient' | 'severe' | 'neither' | undefined;
}

/**
 * How far levels that were given lie above the true ones: above 0 lenient, below 0 severe. Levels rise with what is better for the
 * office that is judged.
 */
export function leniencyOf(truths: readonly number[], given: readonly number[]): Leniency | undefined {
  const difference = pairedDifference(truths, given);
  return difference && { ...difference, leaning: leaningOf(difference.interval) };
}

function leaningOf(interval: Interval | null): Leniency['leaning'] {
  if (interval === null) return undefined;
  if (interval.low > 0) return 'lenient';
  return interval.high < 0 ? 'severe' : 'neither';
}
