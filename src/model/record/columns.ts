import type { RecordKind } from './kind.ts';

/**
 * The columns of the records, declared once: batches, stored rows, hashes, the store and the printers all read this
 * table, so that a new column is one line here.
 *
 * `kept` says how a batch keeps the column: `key` in a Float64Array, `number` in an Int32Array, `code` in a Uint8Array,
 * `text` in a map by row; a `packed` column holds the small fields of a stored row (packed-fields.ts) and is in no
 * batch. `sql` is its column in the store, of a text the table that holds it; null = it is stored in the packed column, or
 * not at all. `field` is the national field it is read from and printed to; null = it is worked out from several.
 * Stored columns are hashed in the order of the table.
 */
export interface Column {
  readonly name: string;
  readonly kept: 'key' | 'number' | 'code' | 'text' | 'packed';
  readonly sql: string | null;
  readonly field: string | null;
}

const columns = {
  /** Service records (办件/服务信息, step A of the interface). */
  service: [
    { name: 'key', kept: 'key', sql: 'key', field: null },
    // Register id of the item.
    { name: 'task', kept: 'number', sql: 'task', field: 'taskCode' },
    { name: 'packed', kept: 'packed', sql: 'mark', field: null },
    // 办件状态: 1 waiting, 2 accepted, 3 finished.
    { name: 'status', kept: 'code', sql: null, field: 'proStatus' },
    // 环节 1..6.
    { name: 'stage', kept: 'code', sql: null, field: 'serviceName' },
    // 申报渠道: 1 online, 2 in person.
    { name: 'channel', kept: 'code', sql: null, field: 'proChannel' },
    // 办理人类型 1..6, 9.
    { name: 'userType', kept: 'code', sql: null, field: 'userProp' },
    { name: 'acceptedAt', kept: 'number', sql: 'accepted_at', field: 'acceptDate' },
    { name: 'finishedAt', kept: 'number', sql: 'finished_at', field: 'resultDate' },
    { name: 'serviceAt', kept: 'number', sql: 'service_at', field: 'serviceTime' },
    // Pseudonymous number of the person, below 2^31.
    { name: 'person', kept: 'number', sql: 'person', field: 'certKey' },
  ],
  /** Ratings (评价, step B of the interface). */
  rating: [
    { name: 'key', kept: 'key', sql: 'key', field: null },
    { name: 'packed', kept: 'packed', sql: 'mark', field: null },
    // 满意度 5..1; 0 where the channel carries none.
    { name: 'level', kept: 'code', sql: null, field: 'satisfaction' },
    // 评价渠道 pf 1..7.
    { name: 'channel', kept: 'code', sql: null, field: 'pf' },
    // Tags of the level, one bit each in the order of the list.
    { name: 'tags', kept: 'code', sql: null, field: 'evalDetail' },
    // What is wrong with the tag list: bits of tagFault.
    { name: 'tagFault', kept: 'code', sql: null, field: null },
    // 1 for an automatic rating (默认评价).
    { name: 'defaulted', kept: 'code', sql: null, field: 'isdefault' },
    { name: 'assessedAt', kept: 'number', sql: 'assessed_at', field: 'assessTime' },
    // 1..999 rating device of the office, from 1000 a network account; 0 where none is named.
    { name: 'device', kept: 'number', sql: 'device', field: 'deviceNo' },
    // Pseudonymous number of the owner of the telephone, NO_PERSON where none is named.
    { name: 'rater', kept: 'number', sql: 'rater', field: 'mobile' },
    { name: 'uploadedAt', kept: 'number', sql: 'uploaded_at', field: 'uploadTime' },
    // Free text (文字评价).
    { name: 'text', kept: 'text', sql: 'rating_text', field: 'writingEvaluation' },
  ],
  /** Rectifications of bad ratings (差评整改, step C of our interface); the key is that of the rating. */
  rectification: [
    { name: 'key', kept: 'key', sql: 'key', field: null },
    { name: 'packed', kept: 'packed', sql: 'mark', field: null },
    // 研判结论: 1 upheld, 2 mistaken, 3 malicious, 4 withdrawn; 0 while undecided.
    { name: 'verdict', kept: 'code', sql: null, field: 'verdict' },
    // 1 where the limit for complex ones holds.
    { name: 'complex', kept: 'code', sql: null, field: 'complex' },
    { name: 'contactedAt', kept: 'number', sql: 'contacted_at', field: 'contactTime' },
    // When it was rectified and answered.
    { name: 'rectifiedAt', kept: 'number', sql: 'rectified_at', field: 'rectifyTime' },
    { name: 'calledBackAt', kept: 'number', sql: 'called_back_at', field: 'callbackTime' },
    // Pseudonymous number of the owner of the telephone called back, NO_PERSON where none is named.
    { name: 'calledBackTo', kept: 'number', sql: 'called_back_to', field: 'callbackMobile' },
    // What was said when called back: 1 not satisfied, 2 satisfied; 0 where nothing is recorded.
    { name: 'satisfied', kept: 'code', sql: null, field: 'callbackLevel' },
  ],
} as const satisfies Record<RecordKind, readonly Column[]>;

type ColumnOf<K extends RecordKind> = (typeof columns)[K][number];

interface Arrays {
  readonly key: Float64Array;
  readonly number: Int32Array;
  readonly code: Uint8Array;
  /** By row, where there is a text. */
  readonly text: Map<number, string>;
}

/** The records of a kind in a batch: an array a column. */
export type Table<K extends RecordKind> = { length: number } & {
  readonly [C in Exclude<ColumnOf<K>, { kept: 'packed' }> as C['name']]: Arrays[C['kept']];
};

/** A stored record of a kind: its numbers, and its texts or null. */
export type Row<K extends RecordKind> = {
  readonly [C in Extract<ColumnOf<K>, { sql: string }> as C['name']]: C['kept'] extends 'text'
    ? string | null
    : number;
};

/** Any table and any row, for what goes through their columns by name. */
export type AnyTable = Readonly<Record<string, number | Arrays[keyof Arrays]>> & { length: number };
export type AnyRow = Readonly<Record<string, number | string | null>>;

const ofKind = (kind: RecordKind): readonly Column[] => columns[kind];

/** The stored columns of a kind but for texts, in the order of their table in the store. */
export const storedColumns = (kind: RecordKind): readonly (Column & { readonly sql: string })[] =>
  ofKind(kind).flatMap((column) =>
    column.sql === null || column.kept === 'text' ? [] : [{ ...column, sql: column.sql }],
  );

/** The texts of a kind: `sql` names the table that holds them. */
export function textColumns(kind: RecordKind): readonly Extract<ColumnOf<RecordKind>, { kept: 'text' }>[] {
  const list: readonly ColumnOf<RecordKind>[] = columns[kind];
  return list.filter((column) => column.kept === 'text');
}

/** A national field that a column is read from. */
export type ColumnField = NonNullable<ColumnOf<RecordKind>['field']>;

/** The national fields that the columns of a kind are read from. */
export function columnFields(kind: RecordKind): readonly ColumnField[] {
  const list: readonly ColumnOf<RecordKind>[] = columns[kind];
  return list.flatMap(({ field }) => field ?? []);
}

/** A number column of a table by its name. */
export function numbersIn(rows: AnyTable, name: string): Int32Array {
  const column = rows[name];
  if (!(column instanceof Int32Array)) throw new Error(`${name} is no column of whole numbers`);
  return column;
}

/** A text column of a table by its name. */
export function textsIn(rows: AnyTable, name: string): Map<number, string> {
  const column = rows[name];
  if (!(column instanceof Map)) throw new Error(`${name} is no column of texts`);
  return column;
}

/** A table of a kind with room for so many rows. The columns of `columns` are exactly those of `Table`. */
export function newTable<K extends RecordKind>(kind: K, capacity: number): Table<K>;
export function newTable(kind: RecordKind, capacity: number): AnyTable {
  const made: Record<string, number | Arrays[keyof Arrays]> & { length: number } = { length: 0 };
  for (const { name, kept } of columns[kind]) {
    if (kept === 'key') made[name] = new Float64Array(capacity);
    else if (kept === 'number') made[name] = new Int32Array(capacity);
    else if (kept === 'code') made[name] = new Uint8Array(capacity);
    else if (kept === 'text') made[name] = new Map<number, string>();
  }
  return made;
}

/** A copy of a table with room for the rows it has and no more. */
export function trimmedTable<K extends RecordKind>(kind: K, source: Table<K>): Table<K>;
export function trimmedTable(kind: RecordKind, source: AnyTable): AnyTable {
  const { length } = source;
  const made: Record<string, number | Arrays[keyof Arrays]> & { length: number } = { length };
  for (const { name } of columns[kind]) {
    const column = source[name];
    if (column instanceof Map) made[name] = new Map(column);
    else if (column !== undefined && typeof column !== 'number') made[name] = column.slice(0, length);
  }
  return made;
}

/** Copies row `from` of one table to row `to` of another of the same kind. */
export function copyRow<K extends RecordKind>(
  kind: K,
  source: Table<K>,
  from: number,
  target: Table<K>,
  to: number,
): void;
export function copyRow(
  kind: RecordKind,
  source: AnyTable,
  from: number,
  target: AnyTable,
  to: number,
): void {
  for (const { name } of columns[kind]) {
    const column = target[name];
    const original = source[name];
    if (typeof column === 'number' || typeof original === 'number' || !column || !original) continue;
    if (column instanceof Map || original instanceof Map) copyText(original, from, column, to);
    else column[to] = original[from] ?? 0;
  }
}

function copyText(source: unknown, from: number, target: unknown, to: number): void {
  if (!(source instanceof Map) || !(target instanceof Map)) return;
  const text: unknown = source.get(from);
  if (text === undefined) target.delete(to);
  else target.set(to, text);
}

/** Makes a row as it was when new. */
export function emptyRow(table: AnyTable, row: number): void {
  for (const column of Object.values(table)) {
    if (column instanceof Map) column.delete(row);
    else if (typeof column !== 'number') column[row] = 0;
  }
}

/** Makes a table as it was when new, and asks for no memory. */
export function emptyTable(table: AnyTable): void {
  for (const column of Object.values(table)) {
    if (column instanceof Map) column.clear();
    else if (typeof column !== 'number') column.fill(0, 0, table.length);
  }
  table.length = 0;
}

/** What the columns of a row hold, by name: its numbers, and its texts or null. */
export function valuesAt<K extends RecordKind>(
  kind: K,
  rows: Table<K>,
  row: number,
): {
  readonly [C in Exclude<ColumnOf<K>, { kept: 'packed' }> as C['name']]: C['kept'] extends 'text'
    ? string | null
    : number;
};
export function valuesAt(kind: RecordKind, rows: AnyTable, row: number): AnyRow {
  const values: Record<string, number | string | null> = {};
  for (const { name } of columns[kind]) {
    const column = rows[name];
    if (column === undefined || typeof column === 'number') continue;
    values[name] = column instanceof Map ? (column.get(row) ?? null) : (column[row] ?? 0);
  }
  return values;
}
