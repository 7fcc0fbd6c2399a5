import type { Period } from '../../model/time/period.ts';
import type { Store } from '../open.ts';

/** Ratings of an office by level, months and channels taken together; level 0 stands for ratings without one. */
export interface OfficeRatings {
  readonly office: number;
  readonly level: number;
  readonly n: number;
}

/** Ratings in a period of the offices of some units (indexes in the reference list). */
export const officeRatings = (store: Store, period: Period, units: readonly number[]): OfficeRatings[] =>
  store.db
    .prepare<[number, number, string], OfficeRatings>(
      `SELECT office, level, sum(n) AS n FROM rating_rollup
       WHERE month BETWEEN ? AND ? AND unit IN (SELECT value FROM json_each(?)) GROUP BY office, level`,
    )
    .all(period.first, period.last, JSON.stringify(units));
