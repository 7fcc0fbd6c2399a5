import { caseKey, FICTIONAL_BASE } from '../model/record/key.ts';
import type { KeyRange } from '../model/record/row.ts';

/**
 * Which rows belong to a run. Rows carry no run number, so it is said by rule: a simulated run has all rows whose case
 * number is in our own form and names one of its units and a day of its period (two simulated runs of a database share
 * no day). What no simulated run has was collected; the files of several collections cannot be told apart.
 */
export interface RunRows {
  readonly ranges: readonly KeyRange[];
  /** Of a simulated run, each unit is sampled on every n-th day, counted from another day in each unit. */
  readonly everyDay: number;
}

/** Days and units of a simulated run. */
export interface RunSpan {
  /** Indexes in the reference list, rising. */
  readonly units: readonly number[];
  readonly firstDay: number;
  readonly lastDay: number;
}

/** Strides of days: none is a multiple of 7, which would always fall on the same days of the week. */
const strides = Array.from({ length: 400 }, (_, i) => i + 1).filter((stride) => stride % 7 !== 0);

/** The stride at which a run of so many rows has no more than `most`. */
export const strideFor = (rows: number, most: number): number =>
  strides.find((stride) => rows / stride <= most) ?? strides.at(-1) ?? 1;

/** True when a unit is sampled on a day. */
export const isSampled = (everyDay: number, unit: number, day: number): boolean =>
  (day + unit) % everyDay === 0;

/** Rows of a simulated run. */
export function simulatedRows({ units, firstDay, lastDay }: RunSpan, everyDay: number): RunRows {
  const ranges = units.flatMap((unit): KeyRange[] => {
    const range = (first: number, last: number): KeyRange => ({
      from: caseKey(unit, first, 0, 0),
      to: caseKey(unit, last + 1, 0, 0),
    });
    if (everyDay === 1) return [range(firstDay, lastDay)];
    const days: KeyRange[] = [];
    for (let day = firstDay; day <= lastDay; day++) {
      if (isSampled(everyDay, unit, day)) days.push(range(day, day));
    }
    return days;
  });
  return { ranges: ranges.sort((a, b) => a.from - b.from), everyDay };
}

/** Beyond every service key. */
const END = FICTIONAL_BASE + 2 ** 50;

/** Rows of no simulated run. */
export function collectedRows(spans: readonly RunSpan[]): RunRows {
  const taken = spans.flatMap((span) => simulatedRows(span, 1).ranges).sort((a, b) => a.from - b.from);
  const ranges: KeyRange[] = [];
  let from = 0;
  for (const range of taken) {
    if (range.from > from) ranges.push({ from, to: range.from });
    from = Math.max(from, range.to);
  }
  ranges.push({ from, to: END });
  return { ranges, everyDay: 1 };
}
