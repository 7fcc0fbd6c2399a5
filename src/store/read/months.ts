import type { Store } from '../open.ts';

/** Months that have services or ratings, as month numbers since 2000-01, rising. */
export const monthsWithData = (store: Store): readonly number[] =>
  store.db
    .prepare<[], number>(
      'SELECT month FROM service_rollup UNION SELECT month FROM rating_rollup ORDER BY month',
    )
    .pluck()
    .all();
