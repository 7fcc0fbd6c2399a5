import { NO_PERSON } from './batch.ts';
import { beginRow, type KeyWords, type RowHash } from './digest.ts';
import { assessNumberOf, serviceKeyOf } from './key.ts';
import type { RectificationRow } from './row.ts';
import { ABSENT } from '../time/time.ts';

/** Kinds of rows, as the hash begins with them. */
export const SERVICE = 1;
export const RATING = 2;
const RECTIFICATION = 3;

/** Hashes a stored service record into `hash`: all that it says, by codes. */
export function hashService(
  hash: RowHash,
  words: KeyWords,
  key: number,
  task: number,
  mark: number,
  acceptedAt: number,
  finishedAt: number,
  serviceAt: number,
  person: number,
): void {
  const from = beginRow(hash, SERVICE, key, words);
  layService(
    hash.words,
    from,
    1,
    words.taskWords[task * 2] ?? 0,
    mark,
    acceptedAt,
    finishedAt,
    serviceAt,
    person,
  );
  hash.take(from + 8);
  hash.finish();
}

/** Lays down what a service record says besides its key, `step` words from one to the next. */
export function layService(
  laid: Int32Array,
  at: number,
  step: number,
  taskWord: number,
  mark: number,
  acceptedAt: number,
  finishedAt: number,
  serviceAt: number,
  person: number,
): void {
  laid[at] = taskWord;
  laid[at + step] = mark;
  laid[at + 2 * step] = acceptedAt;
  laid[at + 3 * step] = finishedAt;
  laid[at + 4 * step] = serviceAt;
  laid[at + 5 * step] = person;
  laid[at + 6 * step] = laid[at + 7 * step] = 0;
}

/**
 * Hashes a stored rating into `hash`: all that it says, its text included. A record that does not say where it came from
 * hashes as it did before such fields existed.
 */
export function hashRating(
  hash: RowHash,
  words: KeyWords,
  key: number,
  mark: number,
  assessedAt: number,
  device: number,
  rater: number,
  uploadedAt: number,
  text: string | undefined,
): void {
  const from = beginRow(hash, RATING, serviceKeyOf(key), words);
  layRating(hash.words, from, 1, key, mark, assessedAt, device, rater, uploadedAt);
  hash.take(from + (saysWhence(rater, uploadedAt) ? 8 : 4));
  if (text !== undefined) hash.mixText(text);
  hash.finish();
}

/** True where a rating says who rated, or when it was uploaded. */
export const saysWhence = (rater: number, uploadedAt: number): boolean =>
  rater !== NO_PERSON || uploadedAt !== ABSENT;

/** Lays down what a rating says besides the key of its service and its text. */
export function layRating(
  laid: Int32Array,
  at: number,
  step: number,
  key: number,
  mark: number,
  assessedAt: number,
  device: number,
  rater: number,
  uploadedAt: number,
): void {
  laid[at] = assessNumberOf(key);
  laid[at + step] = mark;
  laid[at + 2 * step] = assessedAt;
  laid[at + 3 * step] = device;
  laid[at + 4 * step] = rater;
  laid[at + 5 * step] = uploadedAt;
  laid[at + 6 * step] = laid[at + 7 * step] = 0;
}

/** Hashes a stored rectification into `hash`: all that it says. */
export function hashRectification(hash: RowHash, words: KeyWords, row: RectificationRow): void {
  const from = beginRow(hash, RECTIFICATION, serviceKeyOf(row.key), words);
  const { words: laid } = hash;
  laid[from] = assessNumberOf(row.key);
  laid[from + 1] = row.mark;
  laid[from + 2] = row.contactedAt;
  laid[from + 3] = row.rectifiedAt;
  laid[from + 4] = row.calledBackAt;
  laid[from + 5] = row.calledBackTo;
  laid[from + 6] = laid[from + 7] = 0;
  hash.take(from + 8);
  hash.finish();
}
