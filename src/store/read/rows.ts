import type { RecordKind } from '../../model/record/kind.ts';
import type { KeyRange, RatingRow, ServiceRow } from '../../model/record/row.ts';
import { DAY_SECONDS, weekdayOf } from '../../model/time/time.ts';
import type { Store } from '../open.ts';
import { joinedTexts, selected, textTables } from './record-columns.ts';

/** A rating with item, time and person of its service; null where there is no such service. */
export interface PlacedRating extends RatingRow {
  readonly task: number | null;
  readonly serviceAt: number | null;
  readonly person: number | null;
}

/** All service rows in key order, one at a time. */
export const eachService = (store: Store): IterableIterator<ServiceRow> =>
  store.db.prepare<[], ServiceRow>(`SELECT ${selected('service')} FROM service ORDER BY key`).iterate();

/** All ratings in key order, each with the item of its service and its text. */
export const eachRating = (store: Store): IterableIterator<PlacedRating> =>
  store.db
    .prepare<[], PlacedRating>(
      `SELECT ${selected('rating')}, service.task AS task, service.service_at AS serviceAt, service.person AS person
       FROM rating LEFT JOIN service ON service.key = rating.key / 2 ${joinedTexts}
       ORDER BY rating.key`,
    )
    .iterate();

/** Looks up the least key of a stored row in a range of keys; undefined where none lies there. */
export function leastKey(store: Store, kind: RecordKind): (range: KeyRange) => number | undefined {
  const least = store.db
    .prepare<[number, number], number>(
      `SELECT key FROM ${kind} WHERE key >= ? AND key < ? ORDER BY key LIMIT 1`,
    )
    .pluck();
  return ({ from, to }) => least.get(from, to);
}

/** The greatest key of a stored row in a range of keys; undefined where none lies there. */
export const greatestKey = (store: Store, kind: RecordKind, { from, to }: KeyRange): number | undefined =>
  store.db
    .prepare<[number, number], number>(
      `SELECT key FROM ${kind} WHERE key >= ? AND key < ? ORDER BY key DESC LIMIT 1`,
    )
    .pluck()
    .get(from, to);

/**
 * Reads the levels of the ratings of a range of keys, for look-ups by keys that rise; undefined where there is no such rating.
 * A row is read as one number, its distance from the first key and its level: an object a row would take most of the time.
 */
export function ratingLevels(store: Store): (range: KeyRange) => (key: number) => number | undefined {
  const read = store.db
    .prepare<[number, number, number], number>(
      'SELECT (key - ?) * 8 + level FROM rating WHERE key >= ? AND key < ? ORDER BY key',
    )
    .pluck();
  return ({ from, to }) => {
    const rows = read.all(from, from, to);
    let next = 0;
    return (key) => {
      const least = (key - from) * 8;
      while ((rows[next] ?? Infinity) < least) next++;
      const row = rows[next] ?? Infinity;
      return row < least + 8 ? row - least : undefined;
    };
  };
}

/** Services by weekday, Monday first. */
export function servicesByWeekday(store: Store): number[] {
  const days = store.db
    .prepare<[], { day: number; n: number }>(
      `SELECT service_at / ${String(DAY_SECONDS)} AS day, count(*) AS n FROM service GROUP BY day`,
    )
    .all();
  return [0, 1, 2, 3, 4, 5, 6].map((weekday) =>
    days.reduce((sum, { day, n }) => (weekdayOf(day) === weekday ? sum + n : sum), 0),
  );
}

/** How many texts stand without the rating they belong to. */
export const textsWithoutRating = (store: Store): number =>
  textTables.reduce(
    (sum, table) => sum + count(store, `${table} WHERE rating_key NOT IN (SELECT key FROM rating)`),
    0,
  );

/** How many rows there are, of all kinds. */
export const countRows = (store: Store): number =>
  ['service', 'rating', ...textTables].reduce((sum, table) => sum + count(store, table), 0);

const count = (store: Store, from: string): number =>
  store.db.prepare<[], number>(`SELECT count(*) FROM ${from}`).pluck().get() ?? 0;
