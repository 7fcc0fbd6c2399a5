import type { RatingBatch, ServiceBatch } from './batch.ts';
import { numbersIn, textColumns, textsIn, type AnyTable } from './columns.ts';
import { KEY_WORDS, RowHash, writeKey, type Digest, type KeyWords } from './digest.ts';
import { assessNumberOf, isForeign, serviceKeyOf } from './key.ts';
import { hashedNumbers, hasSource, kindNumber, RecordHash } from './row-hash.ts';

/**
 * Adds the rows of a batch to its digest, saying of each what `RecordHash` says of one. Most rows of a kind put the same
 * columns in the same places, so they are written down many at a time, a column after the other. Rows with a text, a case
 * number of another form or no source are hashed one by one.
 */

/** Adds the accepted service rows, those whose reason of refusal is 0. */
export function addServicesToDigest(
  rows: ServiceBatch,
  packed: Int32Array,
  reasons: Uint8Array,
  keyWords: KeyWords,
  digest: Digest,
): void {
  const hash = new RecordHash(keyWords);
  const block = new RowBlock('service', rows, keyWords, digest);
  for (let row = 0; row < rows.length; row++) {
    if (reasons[row] !== 0) continue;
    const key = rows.key[row] ?? 0;
    if (isForeign(key)) hash.serviceAt(rows, row, packed[row] ?? 0).addTo(digest);
    else block.add(row, key, keyWords.taskWords[(rows.task[row] ?? 0) * 2] ?? 0, packed[row] ?? 0);
  }
  block.finish();
}

/** Adds the accepted ratings, those whose reason of refusal is 0. */
export function addRatingsToDigest(
  rows: RatingBatch,
  packed: Int32Array,
  reasons: Uint8Array,
  keyWords: KeyWords,
  digest: Digest,
): void {
  const hash = new RecordHash(keyWords);
  const block = new RowBlock('rating', rows, keyWords, digest);
  const texts = textColumns('rating').map(({ name }) => textsIn(rows, name));
  for (let row = 0; row < rows.length; row++) {
    if (reasons[row] !== 0) continue;
    const key = rows.key[row] ?? 0;
    const serviceKey = serviceKeyOf(key);
    const unlikeOthers =
      isForeign(serviceKey) ||
      !hasSource(rows.rater[row], rows.uploadedAt[row]) ||
      texts.some((column) => column.has(row));
    if (unlikeOthers) hash.ratingAt(rows, row, packed[row] ?? 0).addTo(digest);
    else block.add(row, serviceKey, assessNumberOf(key), packed[row] ?? 0);
  }
  block.finish();
}

/** Rows that are written down before they are hashed. */
const MOST_ROWS = 512;
/** Words of a row before its numbers: those of the key, then item or assessNumber, and the packed fields. */
const HEAD = KEY_WORDS + 2;

/** Rows of a table that are alike, written down one after the other. */
class RowBlock {
  private readonly columns: readonly Int32Array[];
  private readonly width: number;
  private readonly hash: RowHash;
  private readonly rows = new Int32Array(MOST_ROWS);
  private length = 0;

  constructor(
    private readonly kind: 'service' | 'rating',
    table: AnyTable,
    private readonly keyWords: KeyWords,
    private readonly digest: Digest,
  ) {
    this.columns = hashedNumbers[kind].map((name) => numbersIn(table, name));
    this.width = Math.ceil((HEAD + this.columns.length) / 4) * 4;
    this.hash = new RowHash(this.width * MOST_ROWS);
  }

  add(row: number, serviceKey: number, first: number, packed: number): void {
    if (this.length === MOST_ROWS) this.finish();
    const { words } = this.hash;
    const at = this.length * this.width;
    writeKey(words, at, serviceKey, this.keyWords);
    words[at + KEY_WORDS] = first;
    words[at + KEY_WORDS + 1] = packed;
    this.rows[this.length++] = row;
  }

  /** Hashes what is written down. */
  finish(): void {
    const { columns, hash, rows, length, width, kind, digest } = this;
    columns.forEach((column, place) => {
      writeColumn(column, rows, length, hash.words, HEAD + place, width);
    });
    const begin = kindNumber[kind];
    for (let at = 0; at < length * width; at += width) {
      hash.begin(begin);
      hash.take(width, at);
      hash.finish();
      hash.addTo(digest);
    }
    this.length = 0;
  }
}

function writeColumn(
  column: Int32Array,
  rows: Int32Array,
  length: number,
  words: Int32Array,
  place: number,
  width: number,
): void {
  for (let i = 0, at = place; i < length; i++, at += width) words[at] = column[rows[i] ?? 0] ?? 0;
}
