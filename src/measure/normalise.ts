/**
 * Linear between two values that score 0 and 100, not limited: the min-max normalisation of the JRC/OECD Handbook on
 * Constructing Composite Indicators (2008). `best` may be the smaller one.
 */
export const minMax = (value: number, worst: number, best: number): number =>
  ((value - worst) / (best - worst)) * 100;

/** Score 0..100 of a value between its goalposts (评分区间): the second is the better end, values beyond are held there. */
export const normalise = (value: number, [worst, best]: readonly [number, number]): number =>
  Math.min(100, Math.max(0, minMax(value, worst, best)));
