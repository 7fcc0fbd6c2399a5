import { NO_PERSON, type RatingBatch, type RectificationBatch, type ServiceBatch } from './batch.ts';
import { numbersIn, storedColumns, textColumns, textsIn, type AnyRow, type AnyTable } from './columns.ts';
import { beginRow, RowHash, type KeyWords } from './digest.ts';
import { assessNumberOf, serviceKeyOf } from './key.ts';
import type { RecordKind } from './kind.ts';
import type { RatingRow, RectificationRow, ServiceRow } from './row.ts';
import { ABSENT } from '../time/time.ts';

/** Kinds of rows, as the hash begins with them. */
export const kindNumber = { service: 1, rating: 2, rectification: 3 } as const;

/** The whole numbers of a kind that its hash takes in after item or assessNumber and packed fields. */
const numberNames = (kind: RecordKind): readonly string[] =>
  storedColumns(kind).flatMap(({ name, kept }) => (kept === 'number' && name !== 'task' ? [name] : []));
export const hashedNumbers = {
  service: numberNames('service'),
  rating: numberNames('rating'),
  rectification: numberNames('rectification'),
};
const texts = textColumns('rating').map(({ name }) => name);

/** Words that a rating without source hashes: assessNumber, packed fields, time and device. */
const WITHOUT_SOURCE = 4;

/**
 * Hashes records by all that they say, through codes: the service key, the item or assessNumber, the packed fields, the
 * other stored numbers in the order of the columns, the texts. Rows of a batch and stored rows that say the same have
 * the same hash.
 */
export class RecordHash {
  readonly #hash = new RowHash();
  #rows: AnyTable | undefined;
  #numbers: readonly Int32Array[] = [];
  #texts: readonly Map<number, string>[] = [];

  constructor(private readonly keyWords: KeyWords) {}

  /** A service row of a batch with these packed fields. */
  serviceAt(rows: ServiceBatch, row: number, packed: number): RowHash {
    this.#bind('service', rows);
    const from = this.#begin('service', rows.key[row] ?? 0, this.#taskWord(rows.task[row] ?? 0), packed);
    this.#take(from, this.#numbersAt(from, row));
    return this.#end();
  }

  /** A rating of a batch with these packed fields. */
  ratingAt(rows: RatingBatch, row: number, packed: number): RowHash {
    this.#bind('rating', rows);
    const key = rows.key[row] ?? 0;
    const from = this.#begin('rating', serviceKeyOf(key), assessNumberOf(key), packed);
    const count = this.#numbersAt(from, row);
    this.#take(from, hasSource(rows.rater[row], rows.uploadedAt[row]) ? count : WITHOUT_SOURCE);
    this.#texts.forEach((column, place) => {
      const text = column.size === 0 ? undefined : column.get(row);
      if (text !== undefined) this.#hash.mixText(text, place);
    });
    return this.#end();
  }

  /** A stored service record. */
  service(row: ServiceRow): RowHash {
    const from = this.#begin('service', row.key, this.#taskWord(row.task), row.packed);
    this.#take(from, this.#numbersOf('service', from, row));
    return this.#end();
  }

  /** A stored rating. */
  rating(row: RatingRow): RowHash {
    const from = this.#begin('rating', serviceKeyOf(row.key), assessNumberOf(row.key), row.packed);
    const count = this.#numbersOf('rating', from, row);
    this.#take(from, hasSource(row.rater, row.uploadedAt) ? count : WITHOUT_SOURCE);
    const any: AnyRow = row;
    texts.forEach((name, place) => {
      const text = any[name];
      if (typeof text === 'string') this.#hash.mixText(text, place);
    });
    return this.#end();
  }

  /** A stored rectification. */
  rectification(row: RectificationRow): RowHash {
    const from = this.#begin('rectification', serviceKeyOf(row.key), assessNumberOf(row.key), row.packed);
    this.#take(from, this.#numbersOf('rectification', from, row));
    return this.#end();
  }

  /** Looks up the columns of a table once for all of its rows. */
  #bind(kind: 'service' | 'rating', rows: AnyTable | RectificationBatch): void {
    if (this.#rows === rows) return;
    this.#rows = rows;
    this.#numbers = hashedNumbers[kind].map((name) => numbersIn(rows, name));
    this.#texts = kind === 'rating' ? texts.map((name) => textsIn(rows, name)) : [];
  }

  #taskWord(task: number): number {
    return this.keyWords.taskWords[task * 2] ?? 0;
  }

  #begin(kind: RecordKind, serviceKey: number, first: number, packed: number): number {
    const from = beginRow(this.#hash, kindNumber[kind], serviceKey, this.keyWords);
    const { words } = this.#hash;
    words[from] = first;
    words[from + 1] = packed;
    return from;
  }

  /** Writes the numbers of a row of the table in hand; how many words it has in all. */
  #numbersAt(from: number, row: number): number {
    const { words } = this.#hash;
    let at = from + 2;
    for (const column of this.#numbers) words[at++] = column[row] ?? 0;
    return at - from;
  }

  #numbersOf(kind: RecordKind, from: number, row: AnyRow): number {
    const { words } = this.#hash;
    let at = from + 2;
    for (const name of hashedNumbers[kind]) words[at++] = Number(row[name]);
    return at - from;
  }

  /** Takes in so many words of the row, filled up to whole steps of four. */
  #take(from: number, count: number): void {
    const { words } = this.#hash;
    let end = from + count;
    while (end % 4 !== 0) words[end++] = 0;
    this.#hash.take(end);
  }

  #end(): RowHash {
    this.#hash.finish();
    return this.#hash;
  }
}

/**
 * True where a rating says who rated, or when it was uploaded. One that does not hashes as it did before such fields
 * existed.
 */
export const hasSource = (rater: number | undefined, uploadedAt: number | undefined): boolean =>
  rater !== NO_PERSON || uploadedAt !== ABSENT;
