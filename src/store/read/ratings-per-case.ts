import type { Store } from '../open.ts';

/** Sums over cases of their ratings and of the squares of that number. */
export interface RatingsPerCase {
  readonly ratings: number;
  readonly squares: number;
}

/** Counts the ratings of each case whose service key lies in one of the ranges [first, end). */
export function ratingsPerCase(store: Store, ranges: readonly (readonly [number, number])[]): RatingsPerCase {
  // A rating key is 2 × service key (+ 1), a service key 16 × case (+ number): 32 rating keys a case.
  const statement = store.db.prepare<[number, number], { ratings: number | null; squares: number | null }>(
    `SELECT sum(n) AS ratings, sum(n * n) AS squares FROM
       (SELECT count(*) AS n FROM rating WHERE key >= ? * 2 AND key < ? * 2 GROUP BY key / 32)`,
  );
  let ratings = 0;
  let squares = 0;
  for (const [first, end] of ranges) {
    const sums = statement.get(first, end);
    ratings += sums?.ratings ?? 0;
    squares += sums?.squares ?? 0;
  }
  return { ratings, squares };
}
