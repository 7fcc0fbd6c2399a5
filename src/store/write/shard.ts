import { closeSync, openSync, writeSync } from 'node:fs';

/** A table of a shard: its definition word for word as in the database that will take the rows over. */
export interface ShardTable {
  readonly name: string;
  readonly sql: string;
  /** Stored columns besides the key, in their order. */
  readonly columns: readonly string[];
}

const PAGE_BYTES = 32_768;
/** Pages are written out in pieces of about this size; larger ones fall out of the processor's cache. */
const BUFFER_BYTES = 524_288;
/** No page may hold this byte of a file (SQLite locks it). */
const LOCK_BYTE = 2 ** 30;
/** The most numbers of a row whose record still is shorter than 128 bytes, so that its length takes one. */
const MOST_COLUMNS = 25;

const LEAF = 13;
const INTERIOR = 5;
/** Header bytes of a leaf and of an interior page. */
const LEAF_HEADER = 8;
const INTERIOR_HEADER = 12;

/**
 * A small SQLite database written page by page, without the engine: rows of whole numbers become ready table pages,
 * which the engine later takes over with INSERT … SELECT. Format: https://www.sqlite.org/fileformat2.html. Rows must
 * come by rising key. Nothing may read the file before `close`.
 */
export class Shard {
  readonly #pages: PageFile;
  readonly #tables: readonly (ShardTable & { readonly rows: ShardRows })[];

  constructor(file: string, tables: readonly ShardTable[], pageBytes = PAGE_BYTES) {
    this.#pages = new PageFile(file, pageBytes);
    this.#tables = tables.map((table) => ({ ...table, rows: new ShardRows(this.#pages, table.columns) }));
  }

  /** Where the rows of a table go. */
  rows(name: string): ShardRows {
    const table = this.#tables.find((one) => one.name === name);
    if (!table) throw new Error(`a shard has no table ${name}`);
    return table.rows;
  }

  /** Completes the file. */
  close(): void {
    const schema = this.#tables.map(({ name, sql, rows }) => ({ name, sql, root: rows.end() }));
    this.#pages.end(schema);
  }

  /** Closes the file unfinished, to be thrown away. */
  abandon(): void {
    this.#pages.abandon();
  }
}

/** Rows came in an order that pages cannot be written in. */
export class KeysNotRising extends Error {}

/** The rows of one table: leaf pages filled one after another, and over them the pages that lead to them. */
export class ShardRows {
  readonly #pages: PageFile;
  /** Cells of the page in the making, from its first to its last; a cell may reach past the end before it is moved. */
  readonly #cells: Uint8Array;
  readonly #starts: Uint16Array;
  #count = 0;
  #used = 0;
  #lastKey = -1;
  readonly #leaves: Children = { pages: [], lastKeys: [] };
  readonly #columns: readonly string[];

  constructor(pages: PageFile, columns: readonly string[]) {
    if (columns.length > MOST_COLUMNS) throw new Error('too many columns for a shard');
    this.#columns = columns;
    this.#pages = pages;
    this.#cells = new Uint8Array(pages.pageBytes * 2);
    this.#starts = new Uint16Array(pages.pageBytes);
  }

  /** Appends rows of numbers: the keys, and the other columns by name. Rows with a `skip` are left out. */
  append(
    keys: Float64Array,
    named: Readonly<Record<string, Int32Array>>,
    rows: number,
    skip: Uint8Array,
  ): void {
    const columns = this.#columns.map((name) => {
      const column = named[name];
      if (!column) throw new Error(`rows of a shard lack the column ${name}`);
      return column;
    });
    const cells = this.#cells;
    const header = columns.length + 2;
    for (let row = 0; row < rows; row++) {
      if (skip[row] !== 0) continue;
      const key = keys[row] ?? -1;
      const start = this.#used;
      const record = putVarint(cells, start + 1, key);
      cells[record] = header;
      // The key stands in the cell, not in the record.
      cells[record + 1] = 0;
      let type = record + 2;
      let at = record + header;
      for (const column of columns) {
        const value = column[row] ?? 0;
        if (value === 0 || value === 1) {
          cells[type++] = 8 + value;
        } else if (value >= -128 && value < 128) {
          cells[type++] = 1;
          cells[at++] = value;
        } else if (value >= -32_768 && value < 32_768) {
          cells[type++] = 2;
          cells[at] = value >> 8;
          cells[at + 1] = value;
          at += 2;
        } else if (value >= -8_388_608 && value < 8_388_608) {
          cells[type++] = 3;
          cells[at] = value >> 16;
          cells[at + 1] = value >> 8;
          cells[at + 2] = value;
          at += 3;
        } else {
          cells[type++] = 4;
          cells[at] = value >> 24;
          cells[at + 1] = value >> 16;
          cells[at + 2] = value >> 8;
          cells[at + 3] = value;
          at += 4;
        }
      }
      cells[start] = at - record;
      this.#add(key, at);
    }
  }

  /** Appends a row of a key and a text. */
  appendText(key: number, text: string): void {
    const bytes = Buffer.from(text, 'utf8');
    const type = bytes.length * 2 + 13;
    const header = 2 + varintBytes(type);
    const payload = header + bytes.length;
    if (payload > this.#pages.pageBytes - 35) throw new Error('a text is too long for a shard');
    const cells = this.#cells;
    let at = putVarint(cells, this.#used, payload);
    at = putVarint(cells, at, key);
    cells[at] = header;
    cells[at + 1] = 0;
    at = putVarint(cells, at + 2, type);
    cells.set(bytes, at);
    this.#add(key, at + bytes.length);
  }

  /** Writes what is left, and the pages above; the number of the root. */
  end(): number {
    if (this.#count > 0 || this.#leaves.pages.length === 0) this.#endLeaf();
    let level = this.#leaves;
    while (level.pages.length > 1) level = this.#levelAbove(level);
    return level.pages[0] ?? 0;
  }

  /** Takes the cell that ends before `end` into the page; where it does not fit, it begins the next one. */
  #add(key: number, end: number): void {
    if (key <= this.#lastKey) throw new KeysNotRising();
    let start = this.#used;
    if (LEAF_HEADER + 2 * (this.#count + 1) + end > this.#pages.pageBytes) {
      this.#endLeaf();
      this.#cells.copyWithin(0, start, end);
      this.#used = end - start;
      start = 0;
    } else {
      this.#used = end;
    }
    this.#starts[this.#count++] = start;
    this.#lastKey = key;
  }

  #endLeaf(): void {
    const { bytes, at, number } = this.#pages.next();
    const content = this.#pages.pageBytes - this.#used;
    putPageHeader(bytes, at, LEAF, this.#count, content);
    bytes.set(this.#cells.subarray(0, this.#used), at + content);
    for (let i = 0, pointer = at + LEAF_HEADER; i < this.#count; i++, pointer += 2) {
      putUint16(bytes, pointer, content + (this.#starts[i] ?? 0));
    }
    this.#leaves.pages.push(number);
    this.#leaves.lastKeys.push(this.#lastKey);
    this.#count = 0;
    this.#used = 0;
  }

  /** Writes interior pages over the pages of a level, with even shares: none of them leads to one page only. */
  #levelAbove(below: Children): Children {
    const { pageBytes } = this.#pages;
    // A cell is a page number, a key and its pointer: 4 + 9 + 2 bytes at most; the last child needs none.
    const most = Math.floor((pageBytes - INTERIOR_HEADER) / 15) + 1;
    const groups = Math.ceil(below.pages.length / most);
    const above: Children = { pages: [], lastKeys: [] };
    for (let group = 0; group < groups; group++) {
      const first = Math.floor((below.pages.length * group) / groups);
      const last = Math.floor((below.pages.length * (group + 1)) / groups) - 1;
      const { bytes, at, number } = this.#pages.next();
      let content = pageBytes;
      for (let child = first; child < last; child++) {
        const key = below.lastKeys[child] ?? 0;
        content -= 4 + varintBytes(key);
        putUint32(bytes, at + content, below.pages[child] ?? 0);
        putVarint(bytes, at + content + 4, key);
        putUint16(bytes, at + INTERIOR_HEADER + 2 * (child - first), content);
      }
      putPageHeader(bytes, at, INTERIOR, last - first, content);
      putUint32(bytes, at + 8, below.pages[last] ?? 0);
      above.pages.push(number);
      above.lastKeys.push(below.lastKeys[last] ?? 0);
    }
    return above;
  }
}

/** Pages of a level with the last key that each leads to. */
interface Children {
  readonly pages: number[];
  readonly lastKeys: number[];
}

/** A table and the number of its root page. */
type RootedTable = Pick<ShardTable, 'name' | 'sql'> & { readonly root: number };

/** A file written a page after another; the first page, which names the roots of the tables, comes last. */
class PageFile {
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
    if (content < 108 + 2 * schema.length) throw new Error('the tables of a shard do not fit its first page');
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
function putPageHeader(bytes: Uint8Array, at: number, type: number, cells: number, content: number): void {
  bytes[at] = type;
  putUint16(bytes, at + 1, 0);
  putUint16(bytes, at + 3, cells);
  putUint16(bytes, at + 5, content);
  bytes[at + 7] = 0;
}

function putUint16(bytes: Uint8Array, at: number, value: number): void {
  bytes[at] = value >> 8;
  bytes[at + 1] = value;
}

function putUint32(bytes: Uint8Array, at: number, value: number): void {
  bytes[at] = value >>> 24;
  bytes[at + 1] = value >>> 16;
  bytes[at + 2] = value >>> 8;
  bytes[at + 3] = value;
}

const LOW = 2 ** 28;

/** Bytes of a number as a varint: seven bits each. */
function varintBytes(value: number): number {
  let bytes = 1;
  for (let rest = value; rest >= 128; rest = Math.floor(rest / 128)) bytes++;
  return bytes;
}

/** Puts a safe integer as a varint, most significant bits first; where it ends. */
function putVarint(bytes: Uint8Array, from: number, value: number): number {
  let at = from;
  const high = Math.floor(value / LOW);
  const low = value - high * LOW;
  if (high > 0) {
    if (high >= 2_097_152) bytes[at++] = (high >> 21) | 128;
    if (high >= 16_384) bytes[at++] = (high >> 14) | 128;
    if (high >= 128) bytes[at++] = (high >> 7) | 128;
    bytes[at++] = high | 128;
  }
  if (high > 0 || low >= 2_097_152) bytes[at++] = (low >> 21) | 128;
  if (high > 0 || low >= 16_384) bytes[at++] = (low >> 14) | 128;
  if (high > 0 || low >= 128) bytes[at++] = (low >> 7) | 128;
  bytes[at++] = low & 127;
  return at;
}
