import {
  cusumChart,
  ewmaChart,
  pChart,
  scatterOf,
  scatterOfShares,
  type ChartPoint,
} from '../../measure/change/control-chart.ts';
import type { Tested } from '../../measure/change/test-estimate.ts';
import { testTrend } from '../../measure/change/trend.ts';

/** The ratings with a level of a month: all, the good ones, and their scores added up, plain and squared. */
export interface MonthSums {
  readonly month: number;
  readonly levelled: number;
  readonly good: number;
  readonly points: number;
  readonly squares: number;
}

/** What a month signals: its share of good ratings alone or seven in a row, the moving average or the sum of its mean score. */
export type Signal = 'outside' | 'run' | 'ewma' | 'cusum';

export interface WatchedMonth {
  readonly month: number;
  readonly n: number;
  readonly mean: number;
  readonly share: ChartPoint;
  readonly average: ChartPoint;
  readonly signals: readonly Signal[];
}

/** A unit's months on control charts, and their trends per month. */
export interface WatchedMonths {
  readonly months: readonly WatchedMonth[];
  readonly share: { readonly centre: number; readonly scatter: number; readonly trend: Tested | null };
  readonly mean: { readonly centre: number; readonly scatter: number; readonly trend: Tested | null };
}

/** Fewer months say nothing of how they scatter. */
const FEWEST = 6;

/**
 * Puts the months of a unit on control charts: a p chart of the share of good ratings, EWMA and CUSUM of the mean score. Limits are
 * wider than for independent ratings by as much as the months scatter from one to the next. Null for fewer than six months.
 */
export function watchMonths(rows: readonly MonthSums[]): WatchedMonths | null {
  const months = rows.filter(({ levelled }) => levelled > 0);
  if (months.length < FEWEST) return null;
  const shares = months.map(({ good, levelled }) => ({ count: good, n: levelled }));
  const shareScatter = scatterOfShares(shares);
  const shareChart = pChart(shares, shareScatter);

  const means = months.map(({ points, levelled }) => points / levelled);
  const { centre, deviation } = wholeOf(months);
  const plain = months.map(({ levelled }) => deviation / Math.sqrt(levelled));
  const scatter = deviation === 0 ? 1 : scatterOf(means.map((mean, i) => (mean - centre) / (plain[i] ?? 1)));
  const errors = plain.map((error) => error * scatter);
  const average = ewmaChart(means, centre, errors);
  const sums = cusumChart(means, centre, errors);
  const trendOf = (values: readonly number[]): Tested | null =>
    testTrend(months.map(({ month, levelled }, i) => ({ month, value: values[i] ?? 0, n: levelled })));
  return {
    months: months.flatMap(({ month, levelled }, i): WatchedMonth[] => {
      const [share, smooth] = [shareChart.points[i], average.points[i]];
      if (share === undefined || smooth === undefined) return [];
      const signals: readonly [Signal, boolean][] = [
        ['outside', share.isOutside],
        ['run', share.isInRun],
        ['ewma', smooth.isOutside],
        ['cusum', sums[i]?.isOutside ?? false],
      ];
      return [
        {
          month,
          n: levelled,
          mean: means[i] ?? NaN,
          share,
          average: smooth,
          signals: signals.flatMap(([signal, is]) => (is ? [signal] : [])),
        },
      ];
    }),
    share: {
      centre: shareChart.centre,
      scatter: shareScatter,
      trend: trendOf(shares.map(({ count, n }) => count / n)),
    },
    mean: { centre, scatter, trend: trendOf(means) },
  };
}

/** Mean score of all months together, and the standard deviation of a single rating within them. */
function wholeOf(months: readonly MonthSums[]): { readonly centre: number; readonly deviation: number } {
  const sum = (of: (one: MonthSums) => number): number => months.reduce((total, one) => total + of(one), 0);
  const n = sum(({ levelled }) => levelled);
  const within = sum(({ squares, points, levelled }) => squares - points ** 2 / levelled);
  return {
    centre: sum(({ points }) => points) / n,
    deviation: Math.sqrt(Math.max(0, within) / Math.max(1, n - months.length)),
  };
}
