import { z } from 'zod';
import {
  guideGroups,
  itemLine,
  registerFrom,
  type laterFields,
  type Office,
  type Register,
  type Task,
} from '../../model/register.ts';
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

interface TaskRow {
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
  convenience: number | null;
}

/** What a row says in the fields that a line of an item may leave out. */
const laterFieldsOf = (row: TaskRow): Pick<Task, (typeof laterFields)[number]> => ({
  ...(row.tier === null ? {} : { tier: row.tier }),
  ...(row.entrance === null ? {} : { entrance: row.entrance === 1 }),
  ...(row.licence === null ? {} : { licence: row.licence === 1 }),
  ...(row.accessible === null ? {} : { accessible: row.accessible === 1 }),
  ...(row.convenience === null ? {} : { convenience: row.convenience === 1 }),
});

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

/** Number of units with an office. */
export const countRegisteredUnits = (store: Store): number =>
  store.db.prepare<[], number>('SELECT count(DISTINCT unit) FROM office').pluck().get() ?? 0;

/** The whole item register. Ids are positions from 0. */
export function readRegister(store: Store): Register {
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
  const channelsOf = recurring(z.array(z.number()));
  const guideOf = recurring(guide);
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
      visits: row.visits,
      depth: row.depth,
      channels: channelsOf(row.channels),
      published: row.published === 1,
      crossRegion: row.cross_region === 1,
      guide: guideOf(row.guide),
      ...laterFieldsOf(row),
    }));
  return registerFrom(offices, tasks);
}
