import type { RatingBatch, ServiceBatch } from './batch.ts';
import { numbersIn, textColumns, textsIn, type AnyTable } from './columns.ts';
import { KEY_WORDS, RowHash, writeKey, type Digest, type KeyWords } from './digest.ts';
import { assessNumberOf, isForeign, itemDayOf, serviceKeyOf, serviceOfDay } from './key.ts';
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
    if (isForeign(rows.key[row] ?? 0)) hash.serviceAt(rows, row, packed[row] ?? 0).addTo(digest);
    else block.add(row, keyWords.taskWords[(rows.task[row] ?? 0) * 2] ?? 0, packed[row] ?? 0);
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
  const withText = rowsWithText(rows);
  for (let row = 0; row < rows.length; row++) {
    if (reasons[row] !== 0) continue;
    const key = rows.key[row] ?? 0;
    const unlikeOthers =
      withText[row] === 1 ||
      isForeign(serviceKeyOf(key)) ||
      !hasSource(rows.rater[row], rows.uploadedAt[row]);
    if (unlikeOthers) hash.ratingAt(rows, row, packed[row] ?? 0).addTo(digest);
    else block.add(row, assessNumberOf(key), packed[row] ?? 0);
  }
  block.finish();
}

/** 1 for each rating that has a text. */
function rowsWithText(rows: RatingBatch): Uint8Array {
  const withText = new Uint8Array(rows.length);
  for (const { name } of textColumns('rating'))
    for (const row of textsIn(rows, name).keys()) withText[row] = 1;
  return withText;
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
  /** Item and day of the row added last, as its key has them, and what the key of a service of theirs begins with. */
  private itemDay = -1;
  private readonly keyOfDay = new Int32Array(KEY_WORDS);

  constructor(
    private readonly kind: 'service' | 'rating',
    private readonly table: AnyTable & Pick<ServiceBatch, 'key'>,
    private readonly keyWords: KeyWords,
    private readonly digest: Digest,
  ) {
    this.columns = hashedNumbers[kind].map((name) => numbersIn(table, name));
    this.width = Math.ceil((HEAD + this.columns.length) / 4) * 4;
    this.hash = new RowHash(this.width * MOST_ROWS);
  }

  add(row: number, first: number, packed: number): void {
    if (this.length === MOST_ROWS) this.finish();
    const { keyOfDay, table, kind } = this;
    const { words } = this.hash;
    const key = table.key[row] ?? 0;
    const serviceKey = kind === 'service' ? key : serviceKeyOf(key);
    const itemDay = itemDayOf(serviceKey);
    // Neighbours are of the same item and day mostly.
    if (itemDay !== this.itemDay) {
      this.itemDay = itemDay;
      writeKey(keyOfDay, 0, serviceKey, this.keyWords);
    }
    const at = this.length * this.width;
    words[at] = keyOfDay[0] ?? 0;
    words[at + 1] = keyOfDay[1] ?? 0;
    words[at + 2] = keyOfDay[2] ?? 0;
    words[at + 3] = serviceOfDay(serviceKey);
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
