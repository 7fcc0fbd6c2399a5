import type { RatingBatch, ServiceBatch } from '../model/record/batch.ts';
import type { KeyWords, RowHash } from '../model/record/digest.ts';
import { packRating, packService, ratingHasText } from '../model/record/packed-fields.ts';
import type { RatingRow, ServiceRow } from '../model/record/row.ts';
import { hashRating, hashService } from '../model/record/row-hash.ts';

/** A row of a batch as it would be stored: its packed small fields and its hash. */

/** The packed small fields of a service row. */
export const serviceMark = (rows: ServiceBatch, row: number): number =>
  packService(rows.status[row] ?? 0, rows.stage[row] ?? 0, rows.channel[row] ?? 0, rows.userType[row] ?? 0);

/** The packed small fields of a rating row; nothing is flagged at the door. */
export const ratingMark = (rows: RatingBatch, row: number): number =>
  packRating(
    rows.level[row] ?? 0,
    rows.channel[row] ?? 0,
    rows.defaulted[row] ?? 0,
    0,
    rows.texts.has(row) ? 1 : 0,
    rows.tags[row] ?? 0,
  );

/** A service row of a batch as it would be stored. */
export const serviceRowAt = (rows: ServiceBatch, row: number): ServiceRow => ({
  key: rows.key[row] ?? 0,
  task: rows.task[row] ?? 0,
  mark: serviceMark(rows, row),
  acceptedAt: rows.acceptedAt[row] ?? 0,
  finishedAt: rows.finishedAt[row] ?? 0,
  serviceAt: rows.serviceAt[row] ?? 0,
  person: rows.person[row] ?? 0,
});

/** A rating of a batch as it would be stored. */
export const ratingRowAt = (rows: RatingBatch, row: number): RatingRow => ({
  key: rows.key[row] ?? 0,
  mark: ratingMark(rows, row),
  assessedAt: rows.assessedAt[row] ?? 0,
  device: rows.device[row] ?? 0,
  rater: rows.rater[row] ?? 0,
  uploadedAt: rows.uploadedAt[row] ?? 0,
  text: rows.texts.get(row) ?? null,
});

/** Hashes a service row with this mark into `hash`. */
export function hashServiceAt(
  hash: RowHash,
  words: KeyWords,
  rows: ServiceBatch,
  row: number,
  mark: number,
): void {
  hashService(
    hash,
    words,
    rows.key[row] ?? 0,
    rows.task[row] ?? 0,
    mark,
    rows.acceptedAt[row] ?? 0,
    rows.finishedAt[row] ?? 0,
    rows.serviceAt[row] ?? 0,
    rows.person[row] ?? 0,
  );
}

/** Hashes a rating row with this mark into `hash`. */
export function hashRatingAt(
  hash: RowHash,
  words: KeyWords,
  rows: RatingBatch,
  row: number,
  mark: number,
): void {
  hashRating(
    hash,
    words,
    rows.key[row] ?? 0,
    mark,
    rows.assessedAt[row] ?? 0,
    rows.device[row] ?? 0,
    rows.rater[row] ?? 0,
    rows.uploadedAt[row] ?? 0,
    ratingHasText(mark) === 1 ? rows.texts.get(row) : undefined,
  );
}
