import { KEY_WORDS, layKey, RowHash, type Digest, type KeyWords } from './digest.ts';
import { computing, hashRows, MOST_ROWS, ROW_STEP, ROW_WORDS } from '../math/four-at-once.ts';
import { isForeign, serviceKeyOf } from './key.ts';
import { hashRating, hashService, layRating, layService, RATING, saysWhence, SERVICE } from './row-hash.ts';

/**
 * Adds rows of a kind to a digest: they are laid down, and hashed many at a time. They lie in the memory that a thread
 * computes in: add the rows and finish without giving way to others.
 */
abstract class RowSums {
  private rows = 0;
  protected readonly hash = new RowHash();

  constructor(
    private readonly kind: number,
    protected readonly words: KeyWords,
    protected readonly digest: Digest,
  ) {}

  /** Where the next row is laid down, beginning with its packed key. */
  protected lay(serviceKey: number): number {
    if (this.rows === MOST_ROWS) this.finish();
    const row = this.rows++;
    const at = (row - (row & (ROW_STEP - 1))) * ROW_WORDS + (row & (ROW_STEP - 1));
    layKey(computing.laid, at, ROW_STEP, serviceKey, this.words);
    return at + KEY_WORDS * ROW_STEP;
  }

  /** Brings what is laid down into the digest. */
  finish(): void {
    const { digest, rows, kind } = this;
    const { sums } = computing;
    hashRows(computing.laidAt, rows, kind, computing.sumsAt);
    for (let i = 0; i < sums.length; i++) digest[i >> 2] = (digest[i >> 2] ?? 0) + (sums[i] ?? 0);
    this.rows = 0;
  }
}

/** Adds service records to a digest. */
export class ServiceSums extends RowSums {
  constructor(words: KeyWords, digest: Digest) {
    super(SERVICE, words, digest);
  }

  add(
    key: number,
    task: number,
    mark: number,
    acceptedAt: number,
    finishedAt: number,
    serviceAt: number,
    person: number,
  ): void {
    const { hash, words } = this;
    if (isForeign(key)) {
      hashService(hash, words, key, task, mark, acceptedAt, finishedAt, serviceAt, person);
      hash.addTo(this.digest);
      return;
    }
    const taskWord = words.taskWords[task * 2] ?? 0;
    const at = this.lay(key);
    layService(computing.laid, at, ROW_STEP, taskWord, mark, acceptedAt, finishedAt, serviceAt, person);
  }
}

/** Adds ratings to a digest. */
export class RatingSums extends RowSums {
  constructor(words: KeyWords, digest: Digest) {
    super(RATING, words, digest);
  }

  add(
    key: number,
    mark: number,
    assessedAt: number,
    device: number,
    rater: number,
    uploadedAt: number,
    text: string | undefined,
  ): void {
    const { hash, words } = this;
    const serviceKey = serviceKeyOf(key);
    if (text !== undefined || isForeign(serviceKey) || !saysWhence(rater, uploadedAt)) {
      hashRating(hash, words, key, mark, assessedAt, device, rater, uploadedAt, text);
      hash.addTo(this.digest);
      return;
    }
    const at = this.lay(serviceKey);
    layRating(computing.laid, at, ROW_STEP, key, mark, assessedAt, device, rater, uploadedAt);
  }
}
