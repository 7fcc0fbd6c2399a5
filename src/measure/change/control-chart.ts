/**
 * Control charts (控制图) of figures that come one after another: the limits tell what scatters by itself from what changed. Sources:
 * D. C. Montgomery, Introduction to Statistical Quality Control, 7th edition (2013), chapters 6, 7 and 9; NIST/SEMATECH e-Handbook
 * of Statistical Methods, 6.3.
 */
import type { Interval } from '../../model/math/interval.ts';

/** Limits lie this many standard errors from the centre. */
const SIGMAS = 3;
/** So many points in a row on one side of the centre are a signal. */
const RUN = 7;

export interface ChartPoint {
  readonly value: number;
  readonly limits: Interval;
  readonly isOutside: boolean;
  /** The point ends at least seven in a row on one side of the centre. */
  readonly isInRun: boolean;
}

export interface ControlChart {
  readonly centre: number;
  readonly points: readonly ChartPoint[];
}

/** A chart of values around their centre, each with the standard error it has by itself. */
export function shewhartChart(
  values: readonly number[],
  centre: number,
  errors: readonly number[],
): ControlChart {
  let side = 0;
  let inRow = 0;
  const points = values.map((value, i) => {
    const half = SIGMAS * (errors[i] ?? NaN);
    const limits = { low: centre - half, high: centre + half };
    const now = Math.sign(value - centre);
    inRow = now !== 0 && now === side ? inRow + 1 : Math.abs(now);
    side = now;
    return { value, limits, isOutside: value < limits.low || value > limits.high, isInRun: inRow >= RUN };
  });
  return { centre, points };
}

/** A share: `count` of `n`. */
export interface CountedShare {
  readonly count: number;
  readonly n: number;
}

/**
 * p chart of shares, each with n > 0. `scatter` widens the limits where the shares scatter that many times as much as independent
 * records would (see `scatterOf`). Limits stay within [0, 1].
 */
export function pChart(shares: readonly CountedShare[], scatter = 1): ControlChart {
  const centre = pooled(shares);
  const chart = shewhartChart(
    shares.map(({ count, n }) => count / n),
    centre,
    shares.map(({ n }) => scatter * Math.sqrt((centre * (1 - centre)) / n)),
  );
  const points = chart.points.map((point) => {
    const limits = { low: Math.max(0, point.limits.low), high: Math.min(1, point.limits.high) };
    return { ...point, limits };
  });
  return { centre, points };
}

const pooled = (shares: readonly CountedShare[]): number =>
  shares.reduce((sum, { count }) => sum + count, 0) / shares.reduce((sum, { n }) => sum + n, 0);

/** Mean moving range of two standard normal values: d₂ of samples of two. */
const D2_OF_TWO = 2 / Math.sqrt(Math.PI);

/**
 * How many times as much standardised values scatter from one to the next as independent records would, at least 1: the mean moving
 * range over its expectation (D. B. Laney, “Improved control charts for attributes”, Quality Engineering 14 (2002), 531–537).
 * A lasting change enters it once only.
 */
export function scatterOf(standardised: readonly number[]): number {
  if (standardised.length < 2) return 1;
  const ranges = standardised.slice(1).map((value, i) => Math.abs(value - (standardised[i] ?? 0)));
  const mean = ranges.reduce((sum, range) => sum + range, 0) / ranges.length;
  return Math.max(1, mean / D2_OF_TWO);
}

/** The scatter of shares around the share of all. */
export function scatterOfShares(shares: readonly CountedShare[]): number {
  const centre = pooled(shares);
  const deviation = Math.sqrt(centre * (1 - centre));
  if (deviation === 0) return 1;
  return scatterOf(shares.map(({ count, n }) => ((count / n - centre) / deviation) * Math.sqrt(n)));
}

/** Parameters of an EWMA chart: weight of the newest value, and the limits in standard errors. */
export interface EwmaRule {
  readonly lambda: number;
  readonly sigmas: number;
}

/** The usual choice: Montgomery, 9.2. */
export const usualEwma: EwmaRule = { lambda: 0.2, sigmas: SIGMAS };

/**
 * EWMA chart (指数加权移动平均控制图): the average in which a value counts λ and all before it the rest; small lasting changes show that
 * single points hide. `errors` are the standard errors of the single values; limits widen with time to their steady state.
 */
export function ewmaChart(
  values: readonly number[],
  centre: number,
  errors: readonly number[],
  { lambda, sigmas }: EwmaRule = usualEwma,
): ControlChart {
  let reached = centre;
  const points = values.map((value, i) => {
    reached = lambda * value + (1 - lambda) * reached;
    const share = (lambda / (2 - lambda)) * (1 - (1 - lambda) ** (2 * (i + 1)));
    const half = sigmas * (errors[i] ?? NaN) * Math.sqrt(share);
    const limits = { low: centre - half, high: centre + half };
    const isOutside = reached < limits.low || reached > limits.high;
    return { value: reached, limits, isOutside, isInRun: false };
  });
  return { centre, points };
}

/** Sums of a CUSUM chart, in standard errors. */
export interface CusumPoint {
  readonly above: number;
  readonly below: number;
  readonly isOutside: boolean;
}

/** Half of the change to be found, and the sum that is a signal, in standard errors: Montgomery, 9.1. */
const CUSUM_ALLOWANCE = 0.5;
const CUSUM_LIMIT = 5;

/** CUSUM chart (累积和控制图): what values lie above and below the centre beyond an allowance, added up until it is used up. */
export function cusumChart(
  values: readonly number[],
  centre: number,
  errors: readonly number[],
): readonly CusumPoint[] {
  let above = 0;
  let below = 0;
  return values.map((value, i) => {
    const z = (value - centre) / (errors[i] ?? NaN);
    above = Math.max(0, above + z - CUSUM_ALLOWANCE);
    below = Math.min(0, below + z + CUSUM_ALLOWANCE);
    return { above, below, isOutside: above > CUSUM_LIMIT || below < -CUSUM_LIMIT };
  });
}
