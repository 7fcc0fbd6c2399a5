import { officeGroups } from '../model/counts/random-groups.ts';
import { itemKinds, kindsOfItem, needsNoVisit } from '../model/items/item-kinds.ts';
import type { Register } from '../model/register.ts';
import type { Calendar } from '../model/time/calendar.ts';

/** What the counter looks up about each item, by register id. */
export interface TaskColumns {
  readonly unit: Int32Array;
  readonly office: Int32Array;
  readonly statutoryDays: Int32Array;
  readonly promisedDays: Int32Array;
  /** 1 where the item is done on the spot (即办件). */
  readonly instant: Uint8Array;
  /** Random group of the office. */
  readonly officeGroup: Uint8Array;
  /** A bit for each kind of item, in the order of `itemKinds`. */
  readonly kinds: Uint8Array;
  /** 1 where cases need no visit. */
  readonly withoutVisit: Uint8Array;
}

export interface TallyContext {
  readonly tasks: TaskColumns;
  readonly calendar: Calendar;
}

export const tallyContext = (register: Register, calendar: Calendar): TallyContext => ({
  tasks: taskColumns(register),
  calendar,
});

const known = new WeakMap<Register, TaskColumns>();

/** The columns of a register, made once: its rectifications are counted step by step, each step by a tally of its own. */
export function taskColumns(register: Register): TaskColumns {
  const before = known.get(register);
  if (before !== undefined) return before;
  const { offices, tasks } = register;
  const groupOf = officeGroups(offices);
  const columns = {
    unit: Int32Array.from(tasks, ({ unitIndex }) => unitIndex),
    office: Int32Array.from(tasks, ({ officeId }) => officeId),
    statutoryDays: Int32Array.from(tasks, ({ statutoryDays }) => statutoryDays),
    promisedDays: Int32Array.from(tasks, ({ promisedDays }) => promisedDays),
    instant: Uint8Array.from(tasks, ({ handling }) => (handling === 'instant' ? 1 : 0)),
    officeGroup: Uint8Array.from(tasks, ({ officeId }) => groupOf[officeId] ?? 0),
    kinds: Uint8Array.from(tasks, (task) =>
      kindsOfItem(task).reduce((bits, kind) => bits | (1 << itemKinds.indexOf(kind)), 0),
    ),
    withoutVisit: Uint8Array.from(tasks, (task) => (needsNoVisit(task) ? 1 : 0)),
  };
  known.set(register, columns);
  return columns;
}
