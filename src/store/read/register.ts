import { z } from 'zod';
import { itemLine, registerFrom, type Office, type Register, type Task } from '../../model/register.ts';
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
}

const handling = itemLine.shape.handling;
const channelList = z.array(z.number());

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
      channels: channelList.parse(JSON.parse(row.channels)),
      published: row.published === 1,
      crossRegion: row.cross_region === 1,
      guide: itemLine.shape.guide.parse(JSON.parse(row.guide)),
    }));
  return registerFrom(offices, tasks);
}
