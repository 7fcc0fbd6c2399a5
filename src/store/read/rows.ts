import type { RatingRow, ServiceRow } from '../../model/record/row.ts';
import { DAY_SECONDS } from '../../model/time/time.ts';
import type { Store } from '../open.ts';

/** A rating with the item of its service; null where there is no such service. */
export interface PlacedRating extends RatingRow {
  readonly task: number | null;
}

/** All service rows in key order, one at a time. */
export const eachService = (store: Store): IterableIterator<ServiceRow> =>
  store.db
    .prepare<[], ServiceRow>(
      `SELECT key, task, mark, accepted_at AS acceptedAt, finished_at AS finishedAt, service_at AS serviceAt, person
       FROM service ORDER BY key`,
    )
    .iterate();

/** All ratings in key order, each with the item of its service and its text. */
export const eachRating = (store: Store): IterableIterator<PlacedRating> =>
  store.db
    .prepare<[], PlacedRating>(
      `SELECT rating.key AS key, service.task AS task, rating.mark AS mark, rating.assessed_at AS assessedAt,
         device, rater, uploaded_at AS uploadedAt, text
       FROM rating LEFT JOIN service ON service.key = rating.key / 2
       LEFT JOIN rating_text ON rating_text.rating_key = rating.key
       ORDER BY rating.key`,
    )
    .iterate();

/** Services of each day that has any. */
export const servicesByDay = (store: Store): readonly { readonly day: number; readonly n: number }[] =>
  store.db
    .prepare<[], { day: number; n: number }>(
      `SELECT service_at / ${String(DAY_SECONDS)} AS day, count(*) AS n FROM service GROUP BY day`,
    )
    .all();

/** How many texts stand without the rating they belong to. */
export const textsWithoutRating = (store: Store): number =>
  store.db
    .prepare<[], number>(
      'SELECT count(*) FROM rating_text WHERE NOT EXISTS (SELECT 1 FROM rating WHERE key = rating_key)',
    )
    .pluck()
    .get() ?? 0;

/** How many rows there are, of all kinds. */
export const countRows = (store: Store): number =>
  store.db
    .prepare<[], number>(
      'SELECT (SELECT count(*) FROM service) + (SELECT count(*) FROM rating) + (SELECT count(*) FROM rating_text)',
    )
    .pluck()
    .get() ?? 0;
