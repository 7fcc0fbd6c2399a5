import { putUint16, putUint32, putVarint, varintBytes } from './page-bytes.ts';
import { INTERIOR, LEAF, PageFile, putPageHeader } from './page-file.ts';

/** A table of a bulk-load file: its definition word for word as in the database that will copy the rows. */
export interface BulkLoadTable {
  readonly name: string;
  readonly sql: string;
  /** Stored columns besides the key, in their order. */
  readonly columns: readonly string[];
}

const PAGE_BYTES = 32_768;
/** The most numbers of a row whose record still is shorter than 128 bytes, so that its length takes one. */
const MOST_COLUMNS = 25;

/** Header bytes of a leaf and of an interior page. */
const LEAF_HEADER = 8;
const INTERIOR_HEADER = 12;

/**
 * A small SQLite database written page by page, without the engine: rows of whole numbers become ready table pages,
 * which the engine later takes over with INSERT … SELECT. Format: https://www.sqlite.org/fileformat2.html. Rows must
 * come by rising key. Nothing may read the file before `close`.
 */
export class BulkLoadFile {
  readonly #pages: PageFile;
  readonly #tables: readonly (BulkLoadTable & { readonly rows: BulkLoadRows })[];

  constructor(
    readonly name: string,
    tables: readonly BulkLoadTable[],
    pageBytes = PAGE_BYTES,
  ) {
    this.#pages = new PageFile(name, pageBytes);
    this.#tables = tables.map((table) => ({ ...table, rows: new BulkLoadRows(this.#pages, table.columns) }));
  }

  /** Where the rows of a table go. */
  rows(name: string): BulkLoadRows {
    const table = this.#tables.find((one) => one.name === name);
    if (!table) throw new Error(`a bulk-load file has no table ${name}`);
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
export class BulkLoadRows {
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
    if (columns.length > MOST_COLUMNS) throw new Error('too many columns for a bulk-load file');
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
      if (!column) throw new Error(`rows of a bulk-load file lack the column ${name}`);
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
    if (payload > this.#pages.pageBytes - 35) throw new Error('a text is too long for a bulk-load file');
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
