import { calendarFrom } from '../../src/model/time/calendar.ts';
import type { Indicator } from '../../src/model/method.ts';
import { registerFrom, type Office, type Register, type Task } from '../../src/model/register.ts';
import { dayOf, weekdayOf } from '../../src/model/time/time.ts';
import { readReference } from '../../src/store/reference.ts';

export const reference = readReference();
export const unitIndex = (name: string): number => reference.units.findIndex((unit) => unit.name === name);

export const anIndicator: Indicator = {
  id: 'sample',
  name: '样例',
  nameEn: 'Sample',
  weight: 1,
  formula: 'goodRate',
  basis: 'ratings',
  goalposts: [0.9, 1],
  minimum: 30,
  source: 'test',
  sourceEn: 'test',
  assumption: true,
  reason: '',
  reasonEn: '',
};

/** Monday to Friday of 2025, without holidays. */
const first2025 = dayOf(2025, 1, 1);
export const calendar = calendarFrom(
  first2025,
  Uint8Array.from({ length: 365 }, (_, i) => (weekdayOf(first2025 + i) < 5 ? 1 : 0)),
);

const office = (id: number, unit: string): Office => ({
  kind: 'office',
  code: `office${id}`,
  name: `机构${id}`,
  nameEn: `Office ${id}`,
  unit: reference.units[unitIndex(unit)]!.code,
  department: 'education',
  profile: 'standard',
  id,
  unitIndex: unitIndex(unit),
});

const plain: Omit<Task, 'id' | 'slot' | 'officeId' | 'unitIndex' | 'office' | 'taskCode'> = {
  kind: 'item',
  name: '事项',
  nameEn: 'Item',
  taskType: '01',
  handling: 'promise',
  statutoryDays: 10,
  promisedDays: 4,
  visits: 1,
  depth: 4,
  channels: [1, 2, 4],
  published: true,
  crossRegion: false,
  guide: { basics: [11, 12], materials: [4, 4], process: [3, 3], forms: [2, 3], fees: [3, 3] },
};

/** A register of some units' items; an office of each unit and department number. */
export function makeRegister(
  items: readonly (Partial<Task> & { unit: string; department?: number })[],
): Register {
  const offices: Office[] = [];
  const officeOf = (unit: string, department: number): Office => {
    const name = `${unit}${department}`;
    const known = offices.find(({ nameEn }) => nameEn === name);
    if (known) return known;
    const made = { ...office(offices.length, unit), nameEn: name };
    offices.push(made);
    return made;
  };
  const tasks = items.map(({ unit, department = 0, ...given }, id): Task => {
    const { id: officeId, code } = officeOf(unit, department);
    return {
      ...plain,
      taskCode: `task${id}`,
      office: code,
      ...given,
      id,
      officeId,
      unitIndex: unitIndex(unit),
      slot: items.slice(0, id).filter((other) => other.unit === unit).length,
    };
  });
  return registerFrom(offices, tasks);
}
