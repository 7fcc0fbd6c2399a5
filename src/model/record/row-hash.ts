import { NO_PERSON } from './batch.ts';
import { beginRow, type KeyWords, type RowHash } from './digest.ts';
import { assessNumberOf, serviceKeyOf } from './key.ts';
import type { RectificationRow } from './row.ts';
import { ABSENT } from '../time/time.ts';

/** Kinds of rows, as the hash begins with them. */
const SERVICE = 1;
const RATING = 2;
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
  const { words: row } = hash;
  row[from] = words.taskWords[task * 2] ?? 0;
  row[from + 1] = mark;
  row[from + 2] = acceptedAt;
  row[from + 3] = finishedAt;
  row[from + 4] = serviceAt;
  row[from + 5] = person;
  row[from + 6] = row[from + 7] = 0;
  hash.take(from + 8);
  hash.finish();
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
  const { words: row } = hash;
  row[from] = assessNumberOf(key);
  row[from + 1] = mark;
  row[from + 2] = assessedAt;
  row[from + 3] = device;
  row[from + 4] = rater;
  row[from + 5] = uploadedAt;
  row[from + 6] = row[from + 7] = 0;
  hash.take(from + (saysWhence(rater, uploadedAt) ? 8 : 4));
  if (text !== undefined) hash.mixText(text);
  hash.finish();
}

/** True where a rating says who rated, or when it was uploaded. */
const saysWhence = (rater: number, uploadedAt: number): boolean =>
  rater !== NO_PERSON || uploadedAt !== ABSENT;

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
