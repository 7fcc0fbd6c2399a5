import { NO_PERSON, type RectificationBatch } from '../model/record/batch.ts';

/** The bad rating of each rectification: its item (-1 where there is no such rating), its time, whose telephone it names, and the person of its service. */
export interface BadRatings {
  readonly task: Int32Array;
  readonly assessedAt: Int32Array;
  /** Pseudonymous number of the owner; negative where none is named. */
  readonly rater: Int32Array;
  readonly person: Int32Array;
}

/** The bad ratings of rectifications, each as `find` knows it by its key. */
export function badRatingsOf(
  rows: RectificationBatch,
  find: (key: number) => Readonly<Record<keyof BadRatings, number>> | undefined,
): BadRatings {
  const ratings = Array.from(rows.key.subarray(0, rows.length), find);
  return {
    task: Int32Array.from(ratings, (rating) => rating?.task ?? -1),
    assessedAt: Int32Array.from(ratings, (rating) => rating?.assessedAt ?? 0),
    rater: Int32Array.from(ratings, (rating) => rating?.rater ?? NO_PERSON),
    person: Int32Array.from(ratings, (rating) => rating?.person ?? NO_PERSON),
  };
}
