import type { Period } from '../../model/time/period.ts';
import type { Store } from '../open.ts';

/** Records of a period by kind. */
export interface PeriodTotals {
  readonly services: number;
  readonly ratings: number;
  readonly rectifications: number;
}

/** How many services, ratings and rectifications a period has; a rectification counts in the month of its rating. */
export const periodTotals = (store: Store, { first, last }: Period): PeriodTotals =>
  store.db
    .prepare<{ first: number; last: number }, PeriodTotals>(
      `SELECT (SELECT coalesce(sum(services), 0) FROM service_rollup WHERE month BETWEEN @first AND @last) AS services,
              (SELECT coalesce(sum(n), 0) FROM rating_rollup WHERE month BETWEEN @first AND @last) AS ratings,
              (SELECT coalesce(sum(n), 0) FROM rectification_rollup WHERE month BETWEEN @first AND @last) AS rectifications`,
    )
    .get({ first, last }) ?? { services: 0, ratings: 0, rectifications: 0 };
