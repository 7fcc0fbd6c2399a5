import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the files of an export say, read without the program's own code: docs/interface.md gives the fields. */

export interface Item {
  readonly kind: 'item';
  readonly taskCode: string;
  readonly office: string;
  readonly taskType: string;
  readonly handling: string;
  readonly statutoryDays: number;
  readonly promisedDays: number;
  readonly visits: number;
  readonly depth: number;
  readonly channels: readonly number[];
  readonly published: boolean;
  readonly crossRegion: boolean;
  readonly guide: Readonly<Record<string, readonly [number, number]>>;
  readonly tier?: number;
  readonly entrance?: boolean;
  readonly licence?: boolean;
  readonly accessible?: boolean;
  readonly convenience?: boolean;
}

/** What may change of an item, and does from a day on; what is left out stays as the item's own line has it. */
export interface Change extends Partial<Omit<Item, 'kind' | 'taskCode'>> {
  readonly kind: 'change';
  readonly taskCode: string;
  readonly from: string;
}

export interface Office {
  readonly kind: 'office';
  readonly code: string;
  readonly unit: string;
  readonly profile: string;
}

/** Columns of each file that some figure needs. */
const columns = {
  service: [
    ...['taskCode', 'projectNo', 'serviceNumber', 'serviceName', 'serviceTime', 'proStatus', 'proChannel'],
    ...['acceptDate', 'resultDate'],
  ],
  rating: [
    ...['projectNo', 'serviceNumber', 'assessNumber', 'satisfaction', 'evalDetail', 'pf', 'assessTime'],
    ...['mobile', 'isdefault'],
  ],
  rectification: [
    ...['projectNo', 'serviceNumber', 'assessNumber', 'verdict', 'complex', 'contactTime', 'rectifyTime'],
    ...['callbackTime', 'callbackLevel'],
  ],
} as const;

/** Values of a record by column; an empty text is no value. */
export type Row = Readonly<Record<string, string>>;

export interface Export {
  readonly offices: readonly Office[];
  readonly items: readonly Item[];
  readonly changes: readonly Change[];
  readonly services: readonly Row[];
  readonly ratings: readonly Row[];
  readonly rectifications: readonly Row[];
}

/** Cells of a line of a CSV file after RFC 4180: quotes may hold commas and doubled quotes. */
function cellsOf(line: string): string[] {
  if (!line.includes('"')) return line.split(',');
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
  );
}

/** Rows of a CSV file. A line end within quotes belongs to the text, so its line goes on. */
function readCsv(text: string, wanted: readonly string[]): Row[] {
  const lines: string[] = [];
  let open = false;
  for (const line of text.replace(/^\uFEFF/, '').split('\r\n')) {
    if (open) lines.push(`${lines.pop()}\r\n${line}`);
    else if (line !== '') lines.push(line);
    if (line.includes('"') && (line.split('"').length - 1) % 2 === 1) open = !open;
  }
  const [headings = [], ...rows] = lines.map(cellsOf);
  const places = wanted.map((column) => [column, headings.indexOf(column)] as const);
  return rows.map((cells) => {
    const row: Record<string, string> = {};
    for (const [column, place] of places) row[column] = cells[place] ?? '';
    return row;
  });
}

export type RegisterLine = Office | Item | Change;

export const readRegister = (folder: string): RegisterLine[] =>
  readFileSync(join(folder, 'register.ndjson'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as RegisterLine);

/** A register by kinds of lines. */
export const byKind = (lines: readonly RegisterLine[]): Pick<Export, 'offices' | 'items' | 'changes'> => ({
  offices: lines.filter((line) => line.kind === 'office'),
  items: lines.filter((line) => line.kind === 'item'),
  changes: lines.filter((line) => line.kind === 'change'),
});

/** What a register and records say as lines of JSON. */
export function readLines(register: Iterable<string>, records: Iterable<string>): Export {
  const lines = Array.from(register, (line) => JSON.parse(line) as RegisterLine);
  const rows: Record<keyof typeof columns, Row[]> = { service: [], rating: [], rectification: [] };
  for (const line of records) {
    const { kind, ...fields } = JSON.parse(line) as { kind: keyof typeof columns } & Record<
      string,
      string | number
    >;
    rows[kind].push(
      Object.fromEntries(columns[kind].map((column) => [column, String(fields[column] ?? '')])),
    );
  }
  return {
    ...byKind(lines),
    services: rows.service,
    ratings: rows.rating,
    rectifications: rows.rectification,
  };
}

/** The files that `simulate --out FOLDER --format csv` writes. */
export function readExport(folder: string): Export {
  const rows = (kind: keyof typeof columns): Row[] =>
    readCsv(readFileSync(join(folder, `${kind}s.csv`), 'utf8'), columns[kind]);
  return {
    ...byKind(readRegister(folder)),
    services: rows('service'),
    ratings: rows('rating'),
    rectifications: rows('rectification'),
  };
}
