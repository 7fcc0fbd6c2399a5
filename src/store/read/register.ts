import { z } from 'zod';
import {
  guideGroups,
  itemLine,
  registerFrom,
  type ChangeLine,
  type Office,
  type Register,
  type Task,
} from '../../model/register.ts';
import { printDay } from '../../model/time/time.ts';
import type { Store } from '../open.ts';

interface OfficeRow {
  id: number;
  code: string;
  name: string;
  name_en: string;
  unit: number;
  unit_code: string;
  department: string;
  profile: string;
}

/** What may change from a day on. */
interface StateRow {
  visits: number;
  depth: number;
  channels: string;
  published: number;
  cross_region: number;
  guide: string;
  tier: number | null;
  entrance: number | null;
  licence: number | null;
  accessible: number | null;
}

interface ChangeRow extends StateRow {
  task: number;
  from_day: number;
}

interface TaskRow extends StateRow {
  id: number;
  task_code: string;
  office: number;
  unit: number;
  slot: number;
  name: string;
  name_en: string;
  task_type: string;
  handling: string;
  statutory_days: number;
  promised_days: number;
  convenience: number | null;
}

const handling = itemLine.shape.handling;
/** Earlier versions took guides that are refused today: their registers stay readable. */
const guide = z.record(z.enum(guideGroups), z.tuple([z.number(), z.number()]));

/** Reads a column of JSON whose texts recur from row to row: each text is parsed once. */
function recurring<T>(schema: z.ZodType<T>): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const value = known.get(text) ?? schema.parse(JSON.parse(text));
    known.set(text, value);
    return value;
  };
}

type ItemState = Omit<ChangeLine, 'kind' | 'taskCode' | 'from'>;

/** Reads what may change of an item. */
function stateReader(): (row: StateRow) => ItemState {
  const channelsOf = recurring(z.array(z.number()));
  const guideOf = recurring(guide);
  return (row) => ({
    visits: row.visits,
    depth: row.depth,
    channels: channelsOf(row.channels),
    published: row.published === 1,
    crossRegion: row.cross_region === 1,
    guide: guideOf(row.guide),
    ...(row.tier === null ? {} : { tier: row.tier }),
    ...(row.entrance === null ? {} : { entrance: row.entrance === 1 }),
    ...(row.licence === null ? {} : { licence: row.licence === 1 }),
    ...(row.accessible === null ? {} : { accessible: row.accessible === 1 }),
  });
}

/** Number of units with an office. */
export const countRegisteredUnits = (store: Store): number =>
  store.db.prepare<[], number>('SELECT count(DISTINCT unit) FROM office').pluck().get() ?? 0;

/**
 * The whole item register as it stands on a day, as it first stood unless told otherwise. Ids are positions from 0. `earlier` is
 * how it stood on a day before, where that has been read.
 */
export function readRegister(
  store: Store,
  day = 0,
  earlier: Pick<Register, 'offices' | 'tasks'> = readLines(store),
): Register {
  const stateOf = stateReader();
  const tasks = [...earlier.tasks];
  for (const row of changesUntil(store, day)) {
    const task = tasks[row.task];
    if (task) tasks[row.task] = { ...task, ...stateOf(row) };
  }
  return registerFrom(earlier.offices, tasks);
}

/** Offices and items without what changes later. */
function readLines(store: Store): Pick<Register, 'offices' | 'tasks'> {
  const offices = store.db
    .prepare<[], OfficeRow>('SELECT * FROM office ORDER BY id')
    .all()
    .map((row): Office => ({
      kind: 'office',
      id: row.id,
      code: row.code,
      name: row.name,
      nameEn: row.name_en,
      unit: row.unit_code,
      unitIndex: row.unit,
      department: row.department,
      profile: row.profile,
    }));
  const stateOf = stateReader();
  const tasks = store.db
    .prepare<[], TaskRow>('SELECT * FROM task ORDER BY id')
    .all()
    .map((row): Task => ({
      kind: 'item',
      id: row.id,
      taskCode: row.task_code,
      office: offices[row.office]?.code ?? '',
      officeId: row.office,
      unitIndex: row.unit,
      slot: row.slot,
      name: row.name,
      nameEn: row.name_en,
      taskType: row.task_type,
      handling: handling.parse(row.handling),
      statutoryDays: row.statutory_days,
      promisedDays: row.promised_days,
      ...stateOf(row),
      ...(row.convenience === null ? {} : { convenience: row.convenience === 1 }),
    }));
  return { offices, tasks };
}

/** Of each item that has changed by a day, its state on that day. */
const changesUntil = (store: Store, day: number): ChangeRow[] =>
  store.db
    .prepare<[number], ChangeRow>(
      `SELECT * FROM task_change
       WHERE from_day = (SELECT max(from_day) FROM task_change AS other
                         WHERE other.task = task_change.task AND other.from_day <= ?)`,
    )
    .all(day);

/** All later states of items as lines, item by item and in the order of time. */
export function readChanges(store: Store): ChangeLine[] {
  const stateOf = stateReader();
  return store.db
    .prepare<[], ChangeRow & { task_code: string }>(
      'SELECT task_change.*, task_code FROM task_change JOIN task ON task.id = task_change.task ORDER BY task, from_day',
    )
    .all()
    .map((row): ChangeLine => ({
      kind: 'change',
      taskCode: row.task_code,
      ...stateOf(row),
      from: printDay(row.from_day),
    }));
}
