import type { Aggregation, Normalisation } from '../../model/choices/choice-request.ts';
import { normalise } from '../normalise.ts';
import { treatOutliers } from './treat-outliers.ts';

/** Where a z-score of 0 is put, and how far one deviation reaches. */
const MIDDLE = 50;
const DEVIATION = 10;

/**
 * A geometric mean needs positive scores. As COINr and the Joint Research Centre do, 0..100 is mapped to 1..100 first, and
 * z-scores beyond 0..100 are held at the ends.
 */
export const onPositiveScale = (score: number): number => 1 + 0.99 * Math.min(100, Math.max(0, score));

export interface LeafChoices {
  readonly normalisation: Normalisation;
  readonly winsorising: boolean;
  readonly aggregation: Aggregation;
}

/**
 * Scores of the units at the leaves. A column in which all values are the same says nothing of the units: where they are
 * compared with one another, each scores 50. Between goalposts outliers are brought in, but no logarithm is taken: the
 * goalposts are ends of the values as they are.
 */
export function normaliseLeaves(
  values: Float64Array,
  goalposts: readonly (readonly [number, number])[],
  { normalisation, winsorising, aggregation }: LeafChoices,
): Float64Array {
  const units = values.length / goalposts.length;
  const scores = new Float64Array(values.length);
  goalposts.forEach((posts, leaf) => {
    const given = values.subarray(leaf * units, (leaf + 1) * units);
    const column = winsorising ? treatOutliers(given, normalisation !== 'goalposts').values : given;
    const scored =
      normalisation === 'goalposts'
        ? column.map((value) => normalise(value, posts))
        : among(normalisation, posts[1] < posts[0] ? column.map((value) => -value) : column);
    scores.set(aggregation === 'geometric' ? scored.map(onPositiveScale) : scored, leaf * units);
  });
  return scores;
}

/** Scores of values, the higher the better, among one another. */
function among(normalisation: 'minMax' | 'zScore' | 'rank', column: Float64Array): Float64Array {
  const there = column.filter((value) => !Number.isNaN(value));
  const [worst, best] = [Math.min(...there), Math.max(...there)];
  if (!(best > worst)) return column.map((value) => (Number.isNaN(value) ? NaN : MIDDLE));
  if (normalisation === 'minMax') return column.map((value) => ((value - worst) / (best - worst)) * 100);
  if (normalisation === 'rank') return placesOf(column, there);
  const mean = there.reduce((sum, value) => sum + value, 0) / there.length;
  const deviation = Math.sqrt(
    there.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (there.length - 1),
  );
  return column.map((value) => MIDDLE + (DEVIATION * (value - mean)) / deviation);
}

/** Places from the worst, 0, to the best, 100; equal values at the mean of their places. */
function placesOf(column: Float64Array, there: Float64Array): Float64Array {
  const sorted = there.toSorted();
  return column.map((value) => {
    if (Number.isNaN(value)) return NaN;
    const place = (sorted.indexOf(value) + sorted.lastIndexOf(value)) / 2;
    return (place / (sorted.length - 1)) * 100;
  });
}
