import type { UnitRecords } from './unit-records.ts';

/** Rows of a unit by what `groupOf` says of each; rows of a negative group are left out. */
export function groupRows(unit: UnitRecords, groupOf: (row: number) => number): Map<number, number[]> {
  const groups = new Map<number, number[]>();
  for (let row = 0; row < unit.length; row++) {
    const group = groupOf(row);
    if (group < 0) continue;
    const rows = groups.get(group);
    if (rows === undefined) groups.set(group, [row]);
    else rows.push(row);
  }
  return groups;
}

/** The value that is there most often, the first of them where several are; 0 where there is none. */
export function mostOf(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let [most, found] = [0, 0];
  for (const [value, n] of counts) if (n > most) [most, found] = [n, value];
  return found;
}

/** How many different values there are. */
export const different = (values: readonly number[]): number => new Set(values).size;
