import type { KeyRange } from '../../../model/record/row.ts';
import type { Store } from '../../open.ts';

/**
 * A service with its first rating as numbers, in this order: key, item, packed fields, when it took place, when its case was accepted
 * and finished, person; packed fields of the rating (null where there is none), when it was given, device, telephone, upload.
 */
export type ServedNumbers = readonly (number | null)[];

const CHUNK = 8192;

/** How many services have keys from `from` up to `to`, by unit. */
export const countServices = (store: Store, { from, to }: KeyRange): ReadonlyMap<number, number> =>
  new Map(
    store.db
      .prepare<[number, number], [number, number]>(
        `SELECT task.unit, sum(n) FROM (SELECT task AS item, count(*) AS n FROM service WHERE key >= ? AND key < ? GROUP BY task)
         JOIN task ON task.id = item GROUP BY task.unit`,
      )
      .raw()
      .all(from, to),
  );

/** The services of a range of keys with their first ratings, some thousands at a time: an array a row costs less than an object. */
export function* servedNumbers(store: Store, { from, to }: KeyRange): Generator<readonly ServedNumbers[]> {
  const read = store.db
    .prepare<[number, number], ServedNumbers>(
      `SELECT s.key, s.task, s.mark, s.service_at, s.accepted_at, s.finished_at, s.person,
              r.mark, r.assessed_at, r.device, r.rater, r.uploaded_at
       FROM service AS s LEFT JOIN rating AS r ON r.key = s.key * 2
       WHERE s.key >= ? AND s.key < ? ORDER BY s.key LIMIT ${String(CHUNK)}`,
    )
    .raw();
  for (let next = from; ;) {
    const rows = read.all(next, to);
    if (rows.length > 0) yield rows;
    if (rows.length < CHUNK) return;
    next = (rows.at(-1)?.[0] ?? to) + 1;
  }
}

/** The texts of ratings of a level in a range of rating keys. */
export const textsOfLevel = (
  store: Store,
  level: number,
  { from, to }: KeyRange,
): { readonly key: number; readonly text: string }[] =>
  store.db
    .prepare<[number, number, number], { key: number; text: string }>(
      `SELECT rating_text.rating_key AS key, rating_text.text AS text
       FROM rating_text JOIN rating ON rating.key = rating_text.rating_key
       WHERE rating_text.rating_key >= ? AND rating_text.rating_key < ? AND rating.level = ? ORDER BY 1`,
    )
    .all(from, to, level);

/** A rectification with what its call-back is compared with. */
export interface CalledBack {
  readonly key: number;
  readonly task: number;
  readonly serviceAt: number;
  readonly verdict: number;
  readonly rectifiedAt: number;
  readonly calledBackAt: number;
  readonly calledBackTo: number;
  readonly rater: number;
}

/** The rectifications in a range of rating keys. */
export const calledBackIn = (store: Store, { from, to }: KeyRange): CalledBack[] =>
  store.db
    .prepare<[number, number], CalledBack>(
      `SELECT c.key AS key, s.task AS task, s.service_at AS serviceAt, c.verdict AS verdict, c.rectified_at AS rectifiedAt,
              c.called_back_at AS calledBackAt, c.called_back_to AS calledBackTo, r.rater AS rater
       FROM rectification AS c JOIN rating AS r ON r.key = c.key JOIN service AS s ON s.key = c.key / 2
       WHERE c.key >= ? AND c.key < ? ORDER BY c.key`,
    )
    .all(from, to);
