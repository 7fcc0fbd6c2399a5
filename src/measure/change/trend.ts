import { testAgainstNothing, type Tested } from './test-estimate.ts';

/** The figure of a month, and the number of records it rests on. */
export interface MonthFigure {
  /** Number of the month; those between may be missing. */
  readonly month: number;
  readonly value: number;
  readonly n: number;
}

/** Fewer months tell nothing of a trend. */
const TREND_MONTHS = 6;

/**
 * Test of a linear trend of monthly figures, change per month: weighted least squares, a month weighed by its records, the error from
 * how the months scatter around the line, k − 2 degrees of freedom. Months that scatter more than single records would (as they
 * do where records share offices and persons) so widen the error by themselves. Null for fewer than six months.
 */
export function testTrend(months: readonly MonthFigure[]): Tested | null {
  const known = months.filter(({ n }) => n > 0);
  if (known.length < TREND_MONTHS) return null;
  const sum = (of: (one: MonthFigure) => number): number => known.reduce((total, one) => total + of(one), 0);
  const weight = sum(({ n }) => n);
  const middle = sum(({ n, month }) => n * month) / weight;
  const mean = sum(({ n, value }) => n * value) / weight;
  const spread = sum(({ n, month }) => n * (month - middle) ** 2);
  const slope = sum(({ n, month, value }) => n * (month - middle) * (value - mean)) / spread;
  const freedom = known.length - 2;
  const left = sum(({ n, month, value }) => n * (value - mean - slope * (month - middle)) ** 2);
  return testAgainstNothing({ value: slope, error: Math.sqrt(left / freedom / spread), freedom });
}
