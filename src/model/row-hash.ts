import { mixServiceKey, type KeyWords, type RowHash } from './digest.ts';
import { assessNumberOf, serviceKeyOf } from './key.ts';

const SERVICE = 1;
const RATING = 2;

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

/** Hashes a stored rating into `hash`: all that it says, its text included. */
export function hashRating(
  hash: RowHash,
  words: KeyWords,
  key: number,
  mark: number,
  assessedAt: number,
  text: string | undefined,
): void {
  hash.begin(RATING);
  mixServiceKey(hash, serviceKeyOf(key), words);
  hash.mix(assessNumberOf(key), mark, assessedAt, 0);
  if (text !== undefined) hash.mixText(text);
  hash.finish();
}
