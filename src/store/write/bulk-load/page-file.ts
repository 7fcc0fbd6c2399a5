import { closeSync, openSync, writeSync } from 'node:fs';
import { putUint16, putVarint, varintBytes } from './page-bytes.ts';

/** Pages are written out in pieces of about this size; larger ones fall out of the processor's cache. */
const BUFFER_BYTES = 524_288;
/** No page may hold this byte of a file (SQLite locks it). */
const LOCK_BYTE = 2 ** 30;
/** Kinds of pages of a table. */
export const LEAF = 13;
export const INTERIOR = 5;

/** A table, its definition, and the number of its root page. */
interface RootedTable {
  readonly name: string;
  readonly sql: string;
  readonly root: number;
}

/** A file written a page after another; the first page, which names the roots of the tables, comes last. */
export class PageFile {
  readonly pageBytes: number;
  readonly #file: number;
  readonly #buffer: Uint8Array;
  #held = 0;
  /** Number of the first page in the buffer. */
  #firstHeld = 2;

  constructor(file: string, pageBytes: number) {
    this.pageBytes = pageBytes;
    this.#file = openSync(file, 'w');
    this.#buffer = new Uint8Array(Math.max(pageBytes, BUFFER_BYTES));
  }

  /** The next page, to be filled before another is asked for: its number, and where its bytes begin. */
  next(): { readonly number: number; readonly bytes: Uint8Array; readonly at: number } {
    if ((this.#held + 1) * this.pageBytes > this.#buffer.length) this.#writeOut();
    if (this.#firstHeld + this.#held === LOCK_BYTE / this.pageBytes + 1) {
      this.#writeOut();
      this.#firstHeld++;
    }
    const at = this.#held * this.pageBytes;
    return { number: this.#firstHeld + this.#held++, bytes: this.#buffer, at };
  }

  end(schema: readonly RootedTable[]): void {
    this.#writeOut();
    this.#write(firstPage(schema, this.pageBytes, this.#firstHeld - 1), 0);
    closeSync(this.#file);
  }

  abandon(): void {
    closeSync(this.#file);
  }

  #writeOut(): void {
    this.#write(
      this.#buffer.subarray(0, this.#held * this.pageBytes),
      (this.#firstHeld - 1) * this.pageBytes,
    );
    this.#firstHeld += this.#held;
    this.#held = 0;
  }

  #write(bytes: Uint8Array, position: number): void {
    for (let done = 0; done < bytes.length;) {
      done += writeSync(this.#file, bytes, done, bytes.length - done, position + done);
    }
  }
}

/** Page 1: the file header and the table of tables. */
function firstPage(schema: readonly RootedTable[], pageBytes: number, pages: number): Uint8Array {
  const page = Buffer.alloc(pageBytes);
  page.write('SQLite format 3\0', 'latin1');
  page.writeUInt16BE(pageBytes, 16);
  // File format for rollback journals (1, 1), no reserved space, and the fixed payload fractions.
  page.set([1, 1, 0, 64, 32, 32], 18);
  page.writeUInt32BE(1, 24); // change counter
  page.writeUInt32BE(pages, 28);
  page.writeUInt32BE(1, 40); // schema cookie
  page.writeUInt32BE(4, 44); // schema format: 4 knows the constants 0 and 1
  page.writeUInt32BE(1, 56); // UTF-8
  page.writeUInt32BE(1, 92); // the change counter that the page count is valid for
  page.writeUInt32BE(3_046_000, 96); // SQLite version the format is that of
  let content = pageBytes;
  schema.forEach(({ name, sql, root }, i) => {
    const record = schemaRecord(name, sql, root);
    const head = new Uint8Array(18);
    const length = putVarint(head, putVarint(head, 0, record.length), i + 1);
    content -= length + record.length;
    if (content < 108 + 2 * schema.length)
      throw new Error('the tables of a bulk-load file do not fit its first page');
    page.set(head.subarray(0, length), content);
    page.set(record, content + length);
    page.writeUInt16BE(content, 108 + 2 * i);
  });
  putPageHeader(page, 100, LEAF, schema.length, content);
  return page;
}

/** Row of the table of tables: type, name, table, root page, definition. */
function schemaRecord(name: string, sql: string, root: number): Uint8Array {
  const texts = ['table', name, name].map((text) => Buffer.from(text, 'utf8'));
  const definition = Buffer.from(sql, 'utf8');
  const types = [...texts.map((bytes) => bytes.length * 2 + 13), 4, definition.length * 2 + 13];
  const header = 1 + types.reduce((sum, type) => sum + varintBytes(type), 0);
  const record = Buffer.alloc(
    header + texts.reduce((sum, { length }) => sum + length, 4) + definition.length,
  );
  record[0] = header;
  let at = 1;
  for (const type of types) at = putVarint(record, at, type);
  for (const bytes of texts) {
    record.set(bytes, at);
    at += bytes.length;
  }
  record.writeUInt32BE(root, at);
  record.set(definition, at + 4);
  return record;
}

/** Page type, no free blocks, number of cells, where their content begins, no fragments. */
export function putPageHeader(
  bytes: Uint8Array,
  at: number,
  type: number,
  cells: number,
  content: number,
): void {
  bytes[at] = type;
  putUint16(bytes, at + 1, 0);
  putUint16(bytes, at + 3, cells);
  putUint16(bytes, at + 5, content);
  bytes[at + 7] = 0;
}
