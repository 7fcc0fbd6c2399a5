import type { Interval } from '../../model/math/interval.ts';
import { drawNormal, stream } from '../../model/math/random.ts';
import { bandIds, type Band, type Score } from '../../model/measurement.ts';
import { bandOf, type BandEnds } from '../band.ts';
import { spearman } from '../correlation.ts';

/**
 * The interval of each kind of figure that targets are about, from the intervals of the scores that it is made of. Scores of
 * different units, and of different years, vary independently; the indicators within a score may err together, which their interval
 * allows for already.
 */

type ScoreInterval = NonNullable<Score>;

const rootOfSquares = (distances: readonly number[]): number =>
  Math.sqrt(distances.reduce((sum, distance) => sum + distance ** 2, 0));

/** The interval of the mean of several scores. */
export function meanInterval(mean: number, scores: readonly ScoreInterval[]): Interval {
  const half = (distances: readonly number[]): number => rootOfSquares(distances) / scores.length;
  return {
    low: mean - half(scores.map(({ score, low }) => score - low)),
    high: mean + half(scores.map(({ score, high }) => high - score)),
  };
}

/** A score less another one, with its interval. */
export function differenceOf(a: ScoreInterval, b: ScoreInterval): ScoreInterval {
  const score = a.score - b.score;
  return {
    score,
    low: score - rootOfSquares([a.score - a.low, b.high - b.score]),
    high: score + rootOfSquares([a.high - a.score, b.score - b.low]),
  };
}

/** The bands that a score may be in, as indexes from the highest band. */
export const bandInterval = ({ low, high }: Interval, ends: BandEnds): Interval => ({
  low: bandIds.indexOf(bandOf(high, ends)),
  high: bandIds.indexOf(bandOf(low, ends)),
});

/** How many scores are in a band at least and at most. */
export function inBandInterval(scores: readonly ScoreInterval[], band: Band, ends: BandEnds): Interval {
  const at = bandIds.indexOf(band);
  const bands = scores.map((score) => bandInterval(score, ends));
  return {
    low: bands.filter(({ low, high }) => low === at && high === at).length,
    high: bands.filter(({ low, high }) => low <= at && at <= high).length,
  };
}

/** How many scores are above a mean at least and at most. */
export const aboveInterval = (scores: readonly ScoreInterval[], mean: Interval): Interval => ({
  low: scores.filter(({ low }) => low > mean.high).length,
  high: scores.filter(({ high }) => high > mean.low).length,
});

/** The best and the worst rank that a score may have among others. */
export const rankInterval = (score: Interval, others: readonly Interval[]): Interval => ({
  low: 1 + others.filter(({ low }) => low > score.high).length,
  high: 1 + others.filter(({ high }) => high > score.low).length,
});

/** Draws of the scores that the interval of a rank correlation is read from. */
const DRAWS = 200;
/** Half of a 95% interval, in standard deviations. */
const HALF = 1.96;

/**
 * The interval of the rank correlation of scores with published ones: what 95% of repeated draws of the scores give, each drawn about
 * its value as widely as its interval says. The draws are always the same.
 */
export function orderInterval(published: readonly number[], scores: readonly ScoreInterval[]): Interval {
  const drawn = Array.from({ length: DRAWS }, (_, n) =>
    spearman(
      published,
      scores.map(({ score, low, high }, unit) => {
        const normal = drawNormal(0, stream.scoreOrder, 0, unit, n);
        return score + (normal * (normal < 0 ? score - low : high - score)) / HALF;
      }),
    ),
  ).sort((a, b) => a - b);
  const at = (share: number): number => drawn[Math.round(share * (DRAWS - 1))] ?? NaN;
  return { low: at(0.025), high: at(0.975) };
}
