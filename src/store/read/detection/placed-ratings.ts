import type { Store } from '../../open.ts';

/** Item and time of the service of a rating, and its level; 0 where the service has no such rating. */
export interface PlacedRatingLevel {
  readonly task: number;
  readonly serviceAt: number;
  readonly level: number;
  /** 1 where the rating is stored. */
  readonly stored: number;
}

/** Looks up the service of a rating by the key that the rating has, or would have had; undefined where there is no such service. */
export function placedRatings(store: Store): (ratingKey: number) => PlacedRatingLevel | undefined {
  const find = store.db.prepare<[number, number], PlacedRatingLevel>(
    `SELECT service.task AS task, service.service_at AS serviceAt, coalesce(rating.level, 0) AS level,
            rating.key IS NOT NULL AS stored
     FROM service LEFT JOIN rating ON rating.key = ? WHERE service.key = ? / 2`,
  );
  return (key) => find.get(key, key);
}

/** Looks up whether a rating has a rectification. */
export function rectifiedRatings(store: Store): (ratingKey: number) => boolean {
  const find = store.db.prepare<[number], number>('SELECT 1 FROM rectification WHERE key = ?').pluck();
  return (key) => find.get(key) !== undefined;
}

/** True where records were collected besides those that were simulated: the truth knows nothing of them. */
export const holdsCollected = (store: Store): boolean =>
  store.db
    .prepare<[], number>(
      "SELECT 1 FROM run WHERE kind = 'collect' AND services + ratings + refused > 0 LIMIT 1",
    )
    .pluck()
    .get() !== undefined;

/** How many first ratings of a level services of a range of keys have. */
export const ratingsOfLevel = (store: Store, level: number, from: number): number =>
  store.db
    .prepare<[number, number], number>(
      'SELECT count(*) FROM rating WHERE level = ? AND key >= ? AND key % 2 = 0',
    )
    .pluck()
    .get(level, from) ?? 0;

/** True where the code of an office of a real place is an invented one: its area is 99, which no place has. */
export const holdsInventedOffices = (store: Store): boolean =>
  store.db
    .prepare<[], number>("SELECT 1 FROM office WHERE code LIKE '1199%' AND unit_code NOT LIKE '99%' LIMIT 1")
    .pluck()
    .get() !== undefined;
