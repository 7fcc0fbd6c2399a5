import { MAX_UNITS } from '../../model/record/key.ts';
import type { Period } from '../../model/time/period.ts';
import type { RatingCell, ServiceCell, TagCell, TaskRatingCell } from '../../model/cells.ts';
import type { Store } from '../open.ts';

const allUnits = Array.from({ length: MAX_UNITS }, (_, unit) => unit);

/** Rating cells of a period, of all units or of some (indexes in the reference list). */
export function ratingCells(store: Store, period: Period, units?: readonly number[]): RatingCell[] {
  return store.db
    .prepare<[number, number, string], RatingCell>(
      `SELECT unit, office, month, channel, level, defaulted, flagged, additional, n FROM rating_rollup
       WHERE month BETWEEN ? AND ? AND unit IN (SELECT value FROM json_each(?))`,
    )
    .all(period.first, period.last, JSON.stringify(units ?? allUnits));
}

/** Ratings of all time by unit and level 0..5, at unit * 6 + level. */
export function levelsByUnit(store: Store): Float64Array {
  const levels = new Float64Array(MAX_UNITS * 6);
  const rows = store.db
    .prepare<[], { unit: number; level: number; n: number }>(
      'SELECT unit, level, sum(n) AS n FROM rating_rollup GROUP BY unit, level',
    )
    .iterate();
  for (const { unit, level, n } of rows) levels[unit * 6 + level] = n;
  return levels;
}

/** Ratings of some units in a period, month by month, all of the units and all offices together. */
export const monthlyRatingCells = (
  store: Store,
  period: Pick<Period, 'first' | 'last'>,
  units: readonly number[],
): RatingCell[] =>
  store.db
    .prepare<[number, number, string], RatingCell>(
      `SELECT 0 AS unit, 0 AS office, month, channel, level, defaulted, flagged, additional, sum(n) AS n
       FROM rating_rollup
       WHERE month BETWEEN ? AND ? AND unit IN (SELECT value FROM json_each(?))
       GROUP BY month, channel, level, defaulted, flagged, additional`,
    )
    .all(period.first, period.last, JSON.stringify(units));

/** Ratings of some units in a period, all of them and all offices and months together: each sum stands in the first month. */
export const summedRatingCells = (store: Store, period: Period, units?: readonly number[]): RatingCell[] =>
  store.db
    .prepare<[number, number, number, string], RatingCell>(
      `SELECT 0 AS unit, 0 AS office, ? AS month, channel, level, defaulted, flagged, additional, sum(n) AS n
       FROM rating_rollup
       WHERE month BETWEEN ? AND ? AND unit IN (SELECT value FROM json_each(?))
       GROUP BY channel, level, defaulted, flagged, additional`,
    )
    .all(period.first, period.first, period.last, JSON.stringify(units ?? allUnits));

export const taskRatingCells = (store: Store, period: Period): TaskRatingCell[] =>
  store.db
    .prepare<[number, number], TaskRatingCell>(
      'SELECT task, month, level, n FROM task_rating_rollup WHERE month BETWEEN ? AND ?',
    )
    .all(period.first, period.last);

/** The same of some items. */
export const ratingCellsOfTasks = (
  store: Store,
  period: Period,
  tasks: readonly number[],
): TaskRatingCell[] =>
  store.db
    .prepare<[string, number, number], TaskRatingCell>(
      `SELECT task, month, level, n FROM task_rating_rollup
       WHERE task IN (SELECT value FROM json_each(?)) AND month BETWEEN ? AND ?`,
    )
    .all(JSON.stringify(tasks), period.first, period.last);

export const tagCells = (store: Store, period: Period): TagCell[] =>
  store.db
    .prepare<[number, number], TagCell>(
      'SELECT unit, month, tag, n FROM tag_rollup WHERE month BETWEEN ? AND ?',
    )
    .all(period.first, period.last);

/** A cell as it is stored: null for what an older version did not count. */
type StoredServiceCell = Omit<ServiceCell, 'rated' | 'supplemented'> & {
  readonly rated: number | null;
  readonly supplemented: number | null;
};

/** Counts that an older version did not keep, and that its rows are not there to tell, are NaN. */
const withKnownCounts = (cell: StoredServiceCell): ServiceCell => ({
  ...cell,
  rated: cell.rated ?? NaN,
  supplemented: cell.supplemented ?? NaN,
});

export const serviceCells = (store: Store, period: Period): ServiceCell[] =>
  store.db
    .prepare<[number, number], StoredServiceCell>(
      `SELECT task, month, services, rated, cases, supplemented, online, supplements, finished, on_time AS onTime,
              same_day AS sameDay, limited, halved
       FROM service_rollup WHERE month BETWEEN ? AND ?`,
    )
    .all(period.first, period.last)
    .map(withKnownCounts);

const AND_TASK = 'AND task IN (SELECT value FROM json_each(?))';

/** Places in the reference list of some units, and register ids of their items. */
export interface UnitsWithItems {
  readonly units: readonly number[];
  readonly tasks: readonly number[];
}

/**
 * Ratings and services in a period, its months added up, each sum in the first of them: far fewer cells, and all that counts of
 * the period need. Of all units, or of some.
 */
export const periodCells = (
  store: Store,
  { first, last }: Period,
  some?: UnitsWithItems,
): { ratings: RatingCell[]; taskRatings: TaskRatingCell[]; services: ServiceCell[] } => ({
  ratings: store.db
    .prepare<[number, number, number, string], RatingCell>(
      `SELECT unit, office, ? AS month, channel, level, defaulted, flagged, additional, sum(n) AS n
       FROM rating_rollup WHERE month BETWEEN ? AND ? AND unit IN (SELECT value FROM json_each(?))
       GROUP BY unit, office, channel, level, defaulted, flagged, additional`,
    )
    .all(first, first, last, JSON.stringify(some?.units ?? allUnits)),
  taskRatings: store.db
    .prepare<[number, number, number, ...string[]], TaskRatingCell>(
      `SELECT task, ? AS month, level, sum(n) AS n FROM task_rating_rollup
       WHERE month BETWEEN ? AND ? ${some ? AND_TASK : ''} GROUP BY task, level`,
    )
    .all(first, first, last, ...(some ? [JSON.stringify(some.tasks)] : [])),
  services: store.db
    .prepare<[number, number, number, ...string[]], StoredServiceCell>(
      `SELECT task, ? AS month, sum(services) AS services, iif(count(rated) = count(*), sum(rated), NULL) AS rated,
              sum(cases) AS cases, iif(count(supplemented) = count(*), sum(supplemented), NULL) AS supplemented,
              sum(online) AS online, sum(supplements) AS supplements, sum(finished) AS finished,
              sum(on_time) AS onTime, sum(same_day) AS sameDay, sum(limited) AS limited, sum(halved) AS halved
       FROM service_rollup WHERE month BETWEEN ? AND ? ${some ? AND_TASK : ''} GROUP BY task`,
    )
    .all(first, first, last, ...(some ? [JSON.stringify(some.tasks)] : []))
    .map(withKnownCounts),
});

/** Services of all units in a period. */
export const servicesIn = (store: Store, { first, last }: Period): number =>
  store.db
    .prepare<[number, number], number>(
      'SELECT total(services) FROM service_rollup WHERE month BETWEEN ? AND ?',
    )
    .pluck()
    .get(first, last) ?? 0;
