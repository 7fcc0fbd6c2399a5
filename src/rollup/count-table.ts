/** The rows of a table as columns that can be handed to another thread. */
export interface CountColumns {
  readonly high: Int32Array;
  readonly low: Int32Array;
  /** Counters of the rows, one row after another. */
  readonly counts: Float64Array;
}

/**
 * Counters under a pair of integers, for millions of additions a second: open addressing over typed arrays, no object
 * a row. Rows come in key order, so the row found last is usually the row wanted next.
 */
export class CountTable {
  readonly #width: number;
  /** Row number plus one at each hash place; 0 = free. Twice as many places as rows. */
  #places: Int32Array;
  #high: Int32Array;
  #low: Int32Array;
  #counts: Float64Array;
  #size = 0;
  #last = -1;

  /** A table with `width` counters a row. */
  constructor(width: number) {
    this.#width = width;
    const rows = 256;
    this.#places = new Int32Array(rows * 2);
    this.#high = new Int32Array(rows);
    this.#low = new Int32Array(rows);
    this.#counts = new Float64Array(rows * width);
  }

  /** Row of (high, low), made on first use; counters start at 0. */
  row(high: number, low: number): number {
    const last = this.#last;
    if (last >= 0 && this.#high[last] === high && this.#low[last] === low) return last;
    const mask = this.#places.length - 1;
    let place = placeOf(high, low) & mask;
    for (;;) {
      const found = (this.#places[place] ?? 0) - 1;
      if (found < 0) break;
      if (this.#high[found] === high && this.#low[found] === low) return (this.#last = found);
      place = (place + 1) & mask;
    }
    if (this.#size === this.#high.length) {
      this.#grow();
      return this.row(high, low);
    }
    const row = this.#size++;
    this.#places[place] = row + 1;
    this.#high[row] = high;
    this.#low[row] = low;
    return (this.#last = row);
  }

  /** Adds `n` to one counter of a row. */
  add(row: number, column: number, n: number): void {
    const i = row * this.#width + column;
    this.#counts[i] = (this.#counts[i] ?? 0) + n;
  }

  count(row: number, column: number): number {
    return this.#counts[row * this.#width + column] ?? 0;
  }

  high(row: number): number {
    return this.#high[row] ?? 0;
  }

  low(row: number): number {
    return this.#low[row] ?? 0;
  }

  get size(): number {
    return this.#size;
  }

  /** All rows, in the order in which they were made. */
  columns(): CountColumns {
    return {
      high: this.#high.slice(0, this.#size),
      low: this.#low.slice(0, this.#size),
      counts: this.#counts.slice(0, this.#size * this.#width),
    };
  }

  /** Adds the rows of another table of the same width. */
  merge({ high, low, counts }: CountColumns): void {
    const width = this.#width;
    for (let i = 0; i < high.length; i++) {
      const row = this.row(high[i] ?? 0, low[i] ?? 0);
      for (let column = 0; column < width; column++) {
        this.add(row, column, counts[i * width + column] ?? 0);
      }
    }
  }

  /** Rows by rising high, then low: the same whatever the order of the additions. */
  sortedRows(): Int32Array {
    const rows = Int32Array.from({ length: this.#size }, (_, row) => row);
    return rows.sort((a, b) => this.high(a) - this.high(b) || this.low(a) - this.low(b));
  }

  /** Forgets all rows and keeps the room for them. */
  clear(): void {
    this.#places.fill(0);
    this.#counts.fill(0, 0, this.#size * this.#width);
    this.#size = 0;
    this.#last = -1;
  }

  #grow(): void {
    const rows = this.#high.length * 2;
    const [high, low, counts] = [this.#high, this.#low, this.#counts];
    this.#high = new Int32Array(rows);
    this.#high.set(high);
    this.#low = new Int32Array(rows);
    this.#low.set(low);
    this.#counts = new Float64Array(rows * this.#width);
    this.#counts.set(counts);
    this.#places = new Int32Array(rows * 2);
    const mask = rows * 2 - 1;
    for (let row = 0; row < this.#size; row++) {
      let place = placeOf(this.high(row), this.low(row)) & mask;
      while (this.#places[place] !== 0) place = (place + 1) & mask;
      this.#places[place] = row + 1;
    }
  }
}

/** Mixes both numbers into all bits (multipliers of Knuth and of MurmurHash3). */
function placeOf(high: number, low: number): number {
  const mixed = Math.imul(Math.imul(high, 0x9e3779b1) ^ low, 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
}
