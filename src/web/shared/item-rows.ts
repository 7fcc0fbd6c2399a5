import { basicCode } from '../../model/items/basic-code.ts';
import type { Register } from '../../model/register.ts';
import { wilsonInterval } from '../../model/math/interval.ts';

/** How the items of the list are rated: one row an item, summed over the offices that offer it. */

export interface ItemRow {
  /** Basic code (基本编码): the last twelve digits of the task code. */
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  readonly type: string;
  /** Departments that handle it, that of most offices first. */
  readonly departments: readonly string[];
  /** Offices that offer the item. */
  readonly offices: number;
  readonly ratings: number;
  /** Ratings with one of the five levels. */
  readonly levelled: number;
  readonly good: number;
  readonly bad: number;
  /** Share of good ratings (levels 3 to 5) among the levelled; null below the minimum. */
  readonly rate: { readonly value: number; readonly low: number; readonly high: number } | null;
}

/** Fewest levelled ratings for a share of good ones: below it the interval says more than the share. */
export const ITEM_MINIMUM = 30;

/** The share with its interval, or null where too few were counted. */
function goodShare(good: number, levelled: number): ItemRow['rate'] {
  const interval = levelled < ITEM_MINIMUM ? null : wilsonInterval(good, levelled);
  return interval === null ? null : { value: good / levelled, ...interval };
}

/** Rows of the items of the units that belong, by six numbers a task for levels 0 to 5; every item of the list has a row, rated or not. */
export function itemRows(
  register: Register,
  levels: Float64Array,
  belongs: (unitIndex: number) => boolean,
): ItemRow[] {
  const rows = new Map<string, { -readonly [K in keyof ItemRow]: ItemRow[K] }>();
  const handledBy = new Map<string, Map<string, number>>();
  for (const task of register.tasks) {
    if (!belongs(task.unitIndex)) continue;
    const code = basicCode(task.taskCode);
    let row = rows.get(code);
    if (row === undefined) {
      const { name, nameEn, taskType: type } = task;
      row = {
        code,
        name,
        nameEn,
        type,
        departments: [],
        offices: 0,
        ratings: 0,
        levelled: 0,
        good: 0,
        bad: 0,
        rate: null,
      };
      rows.set(code, row);
      handledBy.set(code, new Map());
    }
    const department = register.offices[task.officeId]?.department ?? '';
    const offices = handledBy.get(code);
    offices?.set(department, (offices.get(department) ?? 0) + 1);
    row.offices++;
    for (let level = 0; level <= 5; level++) {
      const n = levels[task.id * 6 + level] ?? 0;
      row.ratings += n;
      if (level > 0) row.levelled += n;
      if (level >= 3) row.good += n;
      else if (level > 0) row.bad += n;
    }
  }
  for (const [code, row] of rows) {
    row.rate = goodShare(row.good, row.levelled);
    row.departments = [...(handledBy.get(code) ?? [])].sort(([, a], [, b]) => b - a).map(([key]) => key);
  }
  return [...rows.values()];
}
