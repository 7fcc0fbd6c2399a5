import { NO_PERSON } from './batch.ts';
import { mixServiceKey, type KeyWords, type RowHash } from './digest.ts';
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
  hash.begin(SERVICE);
  mixServiceKey(hash, key, words);
  hash.mix(words.taskWords[task * 2] ?? 0, mark, acceptedAt, finishedAt);
  hash.mix(serviceAt, person, 0, 0);
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
  hash.begin(RATING);
  mixServiceKey(hash, serviceKeyOf(key), words);
  hash.mix(assessNumberOf(key), mark, assessedAt, device);
  if (rater !== NO_PERSON || uploadedAt !== ABSENT) hash.mix(rater, uploadedAt, 0, 0);
  if (text !== undefined) hash.mixText(text);
  hash.finish();
}

/** Hashes a stored rectification into `hash`: all that it says. */
export function hashRectification(hash: RowHash, words: KeyWords, row: RectificationRow): void {
  hash.begin(RECTIFICATION);
  mixServiceKey(hash, serviceKeyOf(row.key), words);
  hash.mix(assessNumberOf(row.key), row.mark, row.contactedAt, row.rectifiedAt);
  hash.mix(row.calledBackAt, row.calledBackTo, 0, 0);
  hash.finish();
}
