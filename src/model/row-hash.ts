import { NO_PERSON } from './batch.ts';
import { beginRow, type KeyWords, type RowHash } from './digest.ts';
import { assessNumberOf, serviceKeyOf } from './key.ts';
import type { RectificationRow } from './row.ts';
import { ABSENT } from './time.ts';

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
  const { words: laid } = hash;
  laid[from] = words.taskWords[task * 2] ?? 0;
  laid[from + 1] = mark;
  laid[from + 2] = acceptedAt;
  laid[from + 3] = finishedAt;
  laid[from + 4] = serviceAt;
  laid[from + 5] = person;
  laid[from + 6] = laid[from + 7] = 0;
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
  const { words: laid } = hash;
  laid[from] = assessNumberOf(key);
  laid[from + 1] = mark;
  laid[from + 2] = assessedAt;
  laid[from + 3] = device;
  laid[from + 4] = rater;
  laid[from + 5] = uploadedAt;
  laid[from + 6] = laid[from + 7] = 0;
  const origin = rater !== NO_PERSON || uploadedAt !== ABSENT;
  hash.take(from + (origin ? 8 : 4));
  if (text !== undefined) hash.mixText(text);
  hash.finish();
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
