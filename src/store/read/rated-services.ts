import type { Store } from '../open.ts';

/** A stored service with its first rating, if there is one: the small fields of that and its time are null where nobody rated. */
export interface StoredRatedService {
  readonly key: number;
  readonly task: number;
  readonly packed: number;
  readonly acceptedAt: number;
  readonly finishedAt: number;
  readonly serviceAt: number;
  readonly person: number;
  readonly rated: number | null;
  readonly assessedAt: number | null;
}

/** All services in key order, one at a time, each with its first rating. */
export const eachRatedService = (store: Store): IterableIterator<StoredRatedService> =>
  store.db
    .prepare<[], StoredRatedService>(
      `SELECT service.key AS key, task, service.mark AS packed, accepted_at AS acceptedAt,
         finished_at AS finishedAt, service_at AS serviceAt, person, rating.mark AS rated,
         assessed_at AS assessedAt
       FROM service LEFT JOIN rating ON rating.key = service.key * 2 ORDER BY service.key`,
    )
    .iterate();

/** How many additional ratings there are. */
export const countAdditionalRatings = (store: Store): number =>
  store.db.prepare<[], number>('SELECT count(*) FROM rating WHERE key % 2 = 1').pluck().get() ?? 0;
