import { NOT_KNOWN, type CheckedRectification, type UnitRecords } from '../../src/detect/unit-records.ts';

/** A row of hand-made records; what is not said is as of an honest rating of level 5 on a pad, half a minute after the service. */
export interface MadeRow {
  readonly office?: number;
  readonly month?: number;
  readonly natural?: 0 | 1;
  readonly late?: 0 | 1 | 2;
  readonly rated?: 0 | 1;
  readonly level?: number;
  readonly channel?: number;
  readonly tags?: number;
  readonly automatic?: 0 | 1;
  /** Seconds of the service since 2000-01-01. */
  readonly at?: number;
  readonly delay?: number;
  readonly uploadedAfter?: number;
  readonly device?: number;
  readonly person?: number;
  readonly rater?: number;
  readonly text?: string;
}

const NOON = 300 * 86_400 + 12 * 3600;

/** The records of a unit, a service key a row: 0, 16, 32 …, so that the key of the rating of row r is 32 r. */
export function madeRecords(
  rows: readonly MadeRow[],
  unit = 1,
  rectifications: readonly CheckedRectification[] = [],
): UnitRecords {
  const numbers = (of: (row: MadeRow, i: number) => number): Int32Array => Int32Array.from(rows, of);
  const codes = (of: (row: MadeRow, i: number) => number): Uint8Array => Uint8Array.from(rows, of);
  const times = (of: (row: MadeRow, i: number) => number): Float64Array => Float64Array.from(rows, of);
  const at = ({ at: second = NOON }: MadeRow): number => second;
  const assessed = (row: MadeRow): number => at(row) + (row.delay ?? 30);
  return {
    unit,
    length: rows.length,
    serviceKey: times((_, i) => i * 16),
    office: numbers(({ office = 1 }) => office),
    month: numbers(({ month = 9 }) => month),
    natural: codes(({ natural = 1 }) => natural),
    inHall: codes(() => 1),
    late: codes(({ late = NOT_KNOWN }) => late),
    serviceAt: times(at),
    person: numbers(({ person }, i) => person ?? 1000 + i),
    rated: codes(({ rated = 1 }) => rated),
    level: codes(({ rated = 1, level = 5 }) => rated * level),
    channel: codes(({ rated = 1, channel = 4 }) => rated * channel),
    tags: codes(({ tags = 1 }) => tags),
    automatic: codes(({ automatic = 0 }) => automatic),
    assessedAt: times(assessed),
    uploadedAt: times((row) => assessed(row) + (row.uploadedAfter ?? 5)),
    device: numbers(({ device = 1 }) => device),
    rater: numbers(({ rater, person }, i) => rater ?? person ?? 1000 + i),
    texts: new Map(rows.flatMap(({ text }, i) => (text === undefined ? [] : [[i, text] as const]))),
    rectifications,
  };
}

/** The key of the rating of a row. */
export const keyOfRow = (row: number): number => row * 32;

/** So many rows alike. */
export const repeated = (count: number, of: (i: number) => MadeRow): MadeRow[] =>
  Array.from({ length: count }, (_, i) => of(i));
