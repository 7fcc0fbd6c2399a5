import { cannot } from '../../model/errors.ts';
import { MAX_SLOTS } from '../../model/record/key.ts';
import {
  itemContent,
  laterFields,
  officeContent,
  type ChangeLine,
  type ItemLine,
  type OfficeLine,
  type Register,
} from '../../model/register.ts';
import type { Store } from '../open.ts';
import { assertAgrees, repeatedInRegister } from './register-agreement.ts';
import { addChanges } from './register-changes.ts';
import { addToSide } from './side-digests.ts';

export interface RegisterLines {
  readonly offices: readonly OfficeLine[];
  readonly items: readonly ItemLine[];
  /** Later states of these items, or of items that are there already. */
  readonly changes?: readonly ChangeLine[];
}

/**
 * Adds offices and items to the register, in the order of their codes, so that ids and slots do not depend on the
 * order they came in. What is there already must say the same: a database holds one register.
 */
export function addToRegister(
  store: Store,
  known: Register,
  lines: RegisterLines,
  unitCodes: readonly string[],
): void {
  const written: string[] = [];
  const addOffice = store.db.prepare<[number, string, string, string, number, string, string, string]>(
    'INSERT INTO office (id, code, name, name_en, unit, unit_code, department, profile) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const offices = new Map(known.offices.map(({ code, id, unitIndex }) => [code, { id, unitIndex }]));
  for (const office of sortedBy(lines.offices, ({ code }) => code)) {
    const there = known.officeByCode.get(office.code);
    if (there) {
      assertAgrees(office.code, officeContent(there), officeContent(office));
      continue;
    }
    if (offices.has(office.code)) throw repeatedInRegister(office.code);
    const unitIndex = unitCodes.indexOf(office.unit);
    const id = offices.size;
    offices.set(office.code, { id, unitIndex });
    addOffice.run(
      id,
      office.code,
      office.name,
      office.nameEn,
      unitIndex,
      office.unit,
      office.department,
      office.profile,
    );
    written.push(officeContent(office));
  }

  const slots = new Map<number, number>();
  for (const task of known.tasks)
    slots.set(task.unitIndex, Math.max(slots.get(task.unitIndex) ?? 0, task.slot + 1));
  const addTask = store.db.prepare<
    [
      number,
      string,
      number,
      number,
      number,
      string,
      string,
      string,
      string,
      number,
      number,
      number,
      number,
      string,
      number,
      number,
      string,
      ...(number | null)[],
    ]
  >(
    `INSERT INTO task (id, task_code, office, unit, slot, name, name_en, task_type, handling, statutory_days,
                       promised_days, visits, depth, channels, published, cross_region, guide,
                       ${laterFields.join(', ')})
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ${laterFields.map(() => '?').join(', ')})`,
  );
  const added = new Map<string, number>();
  let id = known.tasks.length;
  for (const item of sortedBy(lines.items, ({ taskCode }) => taskCode)) {
    const there = known.taskByCode.get(item.taskCode);
    if (there) {
      assertAgrees(item.taskCode, itemContent(there), itemContent(item));
      continue;
    }
    if (added.has(item.taskCode)) throw repeatedInRegister(item.taskCode);
    added.set(item.taskCode, id);
    const office = offices.get(item.office);
    if (!office) throw new Error(`item ${item.taskCode} names no office`);
    const slot = slots.get(office.unitIndex) ?? 0;
    if (slot >= MAX_SLOTS) {
      throw cannot(
        `一个单位最多 ${String(MAX_SLOTS)} 个事项`,
        `a unit may have ${String(MAX_SLOTS)} items at most`,
      );
    }
    slots.set(office.unitIndex, slot + 1);
    addTask.run(
      id++,
      item.taskCode,
      office.id,
      office.unitIndex,
      slot,
      item.name,
      item.nameEn,
      item.taskType,
      item.handling,
      item.statutoryDays,
      item.promisedDays,
      item.visits,
      item.depth,
      JSON.stringify(item.channels),
      item.published ? 1 : 0,
      item.crossRegion ? 1 : 0,
      JSON.stringify(item.guide),
      ...laterFields.map((name) => (item[name] === undefined ? null : Number(item[name]))),
    );
    written.push(itemContent(item));
  }
  const idOf = (code: string): number | undefined => known.taskByCode.get(code)?.id ?? added.get(code);
  written.push(...addChanges(store, lines.changes ?? [], idOf));
  if (written.length > 0) addToSide(store, 'register', written);
  // Results rest on the register too: what was measured before it grew holds no longer.
  store.db.exec('DELETE FROM measurement');
}

function sortedBy<T>(list: readonly T[], key: (entry: T) => string): T[] {
  return [...list].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}
