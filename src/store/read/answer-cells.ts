import type { AnswerCell } from '../../model/counts/answer-cell.ts';
import { caseKey, FICTIONAL_BASE, FOREIGN_BASE, MAX_DAYS, MAX_UNITS } from '../../model/record/key.ts';
import type { KeyRange } from '../../model/record/row.ts';
import type { Store } from '../open.ts';

/** How many numbers each part of a packed row may have: as many as the columns have bits. */
const CHANNELS = 4;
const USER_TYPES = 16;
const LEVELS = 8;

/**
 * Services between two moments by type of item, channel, type of user and the level of their first rating; 0 where nobody gave one
 * (none, one without a level, or one that the system gave). Reads every service and its rating once, unit by unit and each as one
 * number: the engine would sort all rows to group them, which takes twice as long.
 */
export function answerCells(
  store: Store,
  from: number,
  to: number,
  /** Places in the reference list; all where absent. */
  units?: readonly number[],
): AnswerCell[] {
  const read = store.db
    .prepare<[number, number, number, number], number>(
      `SELECT ((service.task * ${String(CHANNELS)} + service.channel) * ${String(USER_TYPES)} + service.user_type) * ${String(LEVELS)}
              + iif(rating.key IS NULL OR rating.defaulted = 1, 0, rating.level)
       FROM service LEFT JOIN rating ON rating.key = service.key * 2
       WHERE service.key >= ? AND service.key < ? AND service.service_at >= ? AND service.service_at < ?`,
    )
    .pluck();
  const types = new Map(store.db.prepare<[], [number, string]>('SELECT id, task_type FROM task').raw().all());
  const cells = new Map<string, AnswerCell & { n: number }>();
  for (const range of units === undefined ? everyRange() : units.map(rangeOfUnit)) {
    for (const [row, n] of countsOf(read.all(range.from, range.to, from, to))) {
      const level = row % LEVELS;
      const userType = Math.floor(row / LEVELS) % USER_TYPES;
      const channel = Math.floor(row / (LEVELS * USER_TYPES)) % CHANNELS;
      const itemType = types.get(Math.floor(row / (LEVELS * USER_TYPES * CHANNELS))) ?? '';
      const name = [itemType, channel, userType, level].join('/');
      const cell = cells.get(name);
      if (cell === undefined) cells.set(name, { itemType, channel, userType, level, n });
      else cell.n += n;
    }
  }
  return [...cells.values()].sort(
    (a, b) =>
      (a.itemType < b.itemType ? -1 : a.itemType > b.itemType ? 1 : 0) ||
      a.channel - b.channel ||
      a.userType - b.userType ||
      a.level - b.level,
  );
}

const rangeOfUnit = (unit: number): KeyRange => ({
  from: caseKey(unit, 0, 0, 0),
  to: caseKey(unit, MAX_DAYS, 0, 0),
});

/** The keys of each unit, and those under others’ numbers. */
const everyRange = (): KeyRange[] => [
  ...Array.from({ length: MAX_UNITS }, (_, unit) => rangeOfUnit(unit)),
  { from: FOREIGN_BASE, to: FICTIONAL_BASE },
];

function countsOf(rows: readonly number[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const row of rows) counts.set(row, (counts.get(row) ?? 0) + 1);
  return counts;
}
