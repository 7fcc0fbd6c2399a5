import type { NationalFields } from '../national/record-printer.ts';

/** Rows of a row group: what is held in memory before it is written. */
export const GROUP_ROWS = 65_536;
/** In a column of numbers: the row has no value. So says any negative number but GIVEN. */
export const NONE = -1;
/** In a column of numbers: the value of the row is a text that was given. */
export const GIVEN = -(2 ** 31);

/** One number a row, from which the values of a column are made. */
export type Numbers = Int32Array | Float64Array;

/** The rows of a row group, as numbers: nothing is printed of them before the group is full. */
export class GroupRows {
  length = 0;
  /** Free texts of its rows, in their order. */
  readonly texts: string[] = [];
  private readonly columns: Numbers[] = [];
  private readonly given = new Map<number, NationalFields>();

  /** A column of numbers below 2^31. */
  numbers(): Int32Array {
    const column = new Int32Array(GROUP_ROWS);
    this.columns.push(column);
    return column;
  }

  /** A column of keys. */
  keys(): Float64Array {
    const column = new Float64Array(GROUP_ROWS);
    this.columns.push(column);
    return column;
  }

  /** Takes the row to come as fields, whatever its numbers would be. */
  give(fields: NationalFields): void {
    this.given.set(this.length, fields);
    for (const column of this.columns) column[this.length] = GIVEN;
  }

  /** The text that a row was given as; '' is no value. */
  givenText(row: number, name: string): string {
    return String(this.given.get(row)?.[name] ?? '');
  }

  clear(): void {
    this.length = 0;
    this.texts.length = 0;
    this.given.clear();
  }
}
