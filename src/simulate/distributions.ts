import { normalCdf } from '../model/math/normal.ts';
import { approximateNormalQuantile, threshold, uniform, WORDS } from '../model/math/random.ts';

/** Entries of a quantile table: the top 12 bits of a word choose one. */
export const QUANTILES = 4096;

/** A distribution that hardly reaches below a limit is cut as if this share of it did. */
const LEAST_REACH = 1e-9;

/** Entry of a quantile table that a word chooses. */
export const quantileIndex = (word: number): number => word >>> 20;

/** Quantiles of a log-normal distribution with this median and log-spread, at the middles of 4096 equal steps. */
export function logNormalQuantiles(median: number, spread: number): Float64Array {
  return Float64Array.from(
    { length: QUANTILES },
    (_, i) => median * Math.exp(spread * approximateNormalQuantile((i + 0.5) / QUANTILES)),
  );
}

/** The same of a distribution of which all above `most` is left out: what remains keeps its proportions. */
export function logNormalQuantilesUpTo(most: number, median: number, spread: number): Float64Array {
  const reach = spread === 0 ? 1 : Math.max(LEAST_REACH, normalCdf(Math.log(most / median) / spread));
  return Float64Array.from({ length: QUANTILES }, (_, i) =>
    Math.min(most, median * Math.exp(spread * approximateNormalQuantile((reach * (i + 0.5)) / QUANTILES))),
  );
}

/** When in a day people come, for each of 4096 equal steps: from a second of the day on, within so many. */
export interface ArrivalTable {
  readonly from: Int32Array;
  readonly within: Int32Array;
}

/**
 * Times of arrival from weights of the 24 hours (any positive sum), within sessions that open and close at seconds of the
 * day: an hour that is open in part has this part of its weight.
 */
export function arrivalTable(
  weights: readonly number[],
  sessions: readonly (readonly [opens: number, closes: number])[],
): ArrivalTable {
  const stretches = weights.flatMap((weight, hour) =>
    sessions.flatMap(([opens, closes]) => {
      const from = Math.max(opens, hour * 3600);
      const within = Math.min(closes, hour * 3600 + 3600) - from;
      return within > 0 && weight > 0 ? [{ from, within, weight: (weight * within) / 3600 }] : [];
    }),
  );
  const total = stretches.reduce((sum, { weight }) => sum + weight, 0);
  const table = { from: new Int32Array(QUANTILES), within: new Int32Array(QUANTILES) };
  let at = 0;
  let reached = (stretches[0]?.weight ?? 0) / total;
  for (let i = 0; i < QUANTILES; i++) {
    while ((i + 0.5) / QUANTILES > reached && at < stretches.length - 1)
      reached += (stretches[++at]?.weight ?? 0) / total;
    table.from[i] = stretches[at]?.from ?? 0;
    table.within[i] = stretches[at]?.within ?? 1;
  }
  return table;
}

/** The second of the day that a word chooses. */
export function arrivalSecond({ from, within }: ArrivalTable, word: number): number {
  const step = quantileIndex(word);
  return (from[step] ?? 0) + ((word & 0xfffff) % (within[step] ?? 1));
}

/** Rising thresholds of a list of weights: a word below threshold i (and not below i-1) chooses entry i. */
export function cumulativeThresholds(weights: readonly number[]): Float64Array {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const thresholds = new Float64Array(weights.length);
  let sum = 0;
  weights.forEach((weight, i) => {
    sum += weight;
    thresholds[i] = i === weights.length - 1 ? WORDS : threshold(sum / total);
  });
  return thresholds;
}

/** Entry of a list of thresholds that a word chooses. */
export function choose(thresholds: Float64Array, word: number): number {
  let i = 0;
  while (i < thresholds.length - 1 && word >= (thresholds[i] ?? WORDS)) i++;
  return i;
}

/** Above this mean a Poisson count is drawn from its normal approximation. */
const LARGE_MEAN = 40;

/** Poisson count of one word: inversion of the distribution, rounded normal for large means. */
export function poisson(mean: number, word: number): number {
  if (mean <= 0) return 0;
  if (mean > LARGE_MEAN)
    return Math.max(0, Math.round(mean + Math.sqrt(mean) * approximateNormalQuantile(uniform(word))));
  const u = uniform(word);
  // Most items have no case on most days: 1 - mean lies below exp(-mean), and costs less.
  if (u <= 1 - mean) return 0;
  let probability = Math.exp(-mean);
  let reached = probability;
  let n = 0;
  while (u > reached && n < 200) {
    n++;
    probability *= mean / n;
    reached += probability;
  }
  return n;
}

/** Share whose logit is that of `mean` moved by `shift`. */
export const shiftedShare = (mean: number, shift: number): number => {
  const odds = (mean / (1 - mean)) * Math.exp(shift);
  return odds / (1 + odds);
};

/** Entries of a rising table below x. */
export function below(table: Float64Array, x: number): number {
  let low = 0;
  let high = table.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((table[middle] ?? Infinity) < x) low = middle + 1;
    else high = middle;
  }
  return low;
}
