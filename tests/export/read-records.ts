import Database from 'better-sqlite3';
import { parquetReadObjects } from 'hyparquet';
import { recordKinds, type RecordKind } from '../../src/model/record/kind.ts';
import { recordFields } from '../../src/national/fields.ts';

/** Records of each kind as plain texts, a field without a value being '': what every format must agree on. */
export type Records = Record<RecordKind, Record<string, string>[]>;

type Loose = Readonly<Record<string, string | number | null>>;

const textsOf = (kind: RecordKind, record: Loose): Record<string, string> =>
  Object.fromEntries(recordFields[kind].map(({ name }) => [name, String(record[name] ?? '')]));

const isOf =
  (kind: RecordKind) =>
  (record: Loose): boolean =>
    record['kind'] === kind;

const byKind = (read: (kind: RecordKind) => readonly Loose[]): Records => ({
  service: read('service').map((record) => textsOf('service', record)),
  rating: read('rating').map((record) => textsOf('rating', record)),
  rectification: read('rectification').map((record) => textsOf('rectification', record)),
});

/** The file of each kind, of a format that has one for each. */
export const filesByKind = (
  ending: string,
  file: (name: string) => Uint8Array,
): Record<RecordKind, Uint8Array> => ({
  service: file(`services.${ending}`),
  rating: file(`ratings.${ending}`),
  rectification: file(`rectifications.${ending}`),
});

const linesOf = (bytes: Uint8Array): string[] =>
  new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes).split('\n').filter(Boolean);

export function readNdjson(bytes: Uint8Array): Records {
  const records = linesOf(bytes).map((line) => JSON.parse(line) as Loose);
  return byKind((kind) => records.filter(isOf(kind)));
}

/** One request a line: its members and its records. */
export const readRequests = (
  bytes: Uint8Array,
): { appMark: string; time: string; sign: string; params: Loose[] }[] =>
  linesOf(bytes).map((line) => JSON.parse(line) as ReturnType<typeof readRequests>[number]);

export function readEnvelopes(bytes: Uint8Array): Records {
  const records = readRequests(bytes).flatMap(({ params }) => params);
  return byKind((kind) => records.filter(isOf(kind)));
}

/** Cells of a CSV file, by RFC 4180 and nothing else. */
export function cellsOf(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, bare = '', end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    row.push(quoted === undefined ? bare : quoted.replaceAll('""', '"'));
    if (end === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

/** Reads a CSV file and takes away what makes a formula harmless. */
export function readCsv(files: Record<RecordKind, Uint8Array>): Records {
  return byKind((kind) => {
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(files[kind]);
    if (!text.startsWith('\uFEFF')) throw new Error('no byte order mark');
    const [heading = [], ...rows] = cellsOf(text.slice(1));
    return rows.map((row) => {
      if (row.length !== heading.length) throw new Error(`a row of ${row.length} cells: ${row.join('|')}`);
      return Object.fromEntries(row.map((cell, i) => [heading[i]!, cell.replace(/^'(?=[=+\-@\t\r])/, '')]));
    });
  });
}

export async function readParquet(files: Record<RecordKind, Uint8Array>): Promise<Records> {
  const tables = new Map<RecordKind, Loose[]>();
  for (const kind of recordKinds) {
    const { buffer, byteOffset, byteLength } = files[kind];
    const file = buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer;
    tables.set(kind, await parquetReadObjects({ file }));
  }
  return byKind((kind) => tables.get(kind) ?? []);
}

/** Runs the statements in SQLite and reads the tables back, in the order they were filled. */
export function readSql(bytes: Uint8Array): Records {
  const db = new Database(':memory:');
  try {
    db.exec(new TextDecoder().decode(bytes));
    return byKind((kind) => db.prepare<[], Loose>(`SELECT * FROM ${kind}s ORDER BY rowid`).all());
  } finally {
    db.close();
  }
}
