import { NO_PERSON, type Batch, type RectificationBatch } from '../model/record/batch.ts';
import { ratingLevel } from '../model/record/packed-fields.ts';
import type { BadRatings } from './bad-ratings.ts';
import type { PackedBatch } from './pack.ts';

/** Rectifications of a simulated batch, and the bad ratings among those that its checks let in. */
export interface MadeRectifications {
  readonly rows: RectificationBatch;
  readonly bad: BadRatings;
}

/** The rectifications of a batch that was checked and packed. */
export function madeRectifications(
  { ratings, rectifications: rows }: Batch,
  packed: PackedBatch,
): MadeRectifications {
  const bad = {
    task: new Int32Array(rows.length).fill(-1),
    assessedAt: new Int32Array(rows.length),
    rater: new Int32Array(rows.length).fill(NO_PERSON),
    person: new Int32Array(rows.length).fill(NO_PERSON),
  };
  const rowOf = new Map<number, number>();
  for (let row = 0; row < ratings.length; row++) {
    const level = ratingLevel(packed.packedRatings[row] ?? 0);
    if (packed.ratings.reason[row] === 0 && (level === 1 || level === 2))
      rowOf.set(ratings.key[row] ?? -1, row);
  }
  for (let to = 0; to < rows.length; to++) {
    const row = rowOf.get(rows.key[to] ?? -1);
    if (row === undefined) continue;
    bad.task[to] = packed.links.task[row] ?? -1;
    bad.assessedAt[to] = ratings.assessedAt[row] ?? 0;
    bad.rater[to] = ratings.rater[row] ?? NO_PERSON;
    bad.person[to] = packed.links.person[row] ?? NO_PERSON;
  }
  return { rows, bad };
}
