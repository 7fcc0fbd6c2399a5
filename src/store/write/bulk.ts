import type { Statement } from 'better-sqlite3';
import type { Store } from '../open.ts';

/** Rows of one INSERT statement: more do not make it faster. */
const ROWS = 100;

/**
 * Inserts rows of numbers by the hundred. Values are put one after another; the array is reused, so a row costs its
 * values and nothing else.
 */
export class BulkInsert {
  private readonly many: Statement;
  private readonly one: Statement;
  private readonly values: number[];
  private filled = 0;

  constructor(
    store: Store,
    table: string,
    private readonly columns: readonly string[],
    /** What to do with a row whose key is there: an ON CONFLICT clause. */
    onConflict = '',
  ) {
    const row = `(${columns.map(() => '?').join(', ')})`;
    const into = `INSERT INTO ${table} (${columns.join(', ')}) VALUES `;
    this.many = store.db.prepare(
      into + Array.from({ length: ROWS }, () => row).join(', ') + ` ${onConflict}`,
    );
    this.one = store.db.prepare(`${into}${row} ${onConflict}`);
    this.values = new Array<number>(ROWS * columns.length).fill(0);
  }

  /** Puts the next value; values of a row in the order of the columns. */
  put(value: number): void {
    this.values[this.filled++] = value;
    if (this.filled === this.values.length) {
      this.many.run(this.values);
      this.filled = 0;
    }
  }

  /** Inserts what is left. */
  flush(): void {
    const width = this.columns.length;
    for (let at = 0; at < this.filled; at += width) this.one.run(this.values.slice(at, at + width));
    this.filled = 0;
  }
}
