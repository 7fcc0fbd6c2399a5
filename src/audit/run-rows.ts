import { caseKey, FICTIONAL_BASE } from '../model/record/key.ts';
import type { KeyRange } from '../model/record/row.ts';
import { DAY_SECONDS } from '../model/time/time.ts';

/**
 * Which rows belong to a run. Rows carry no run number, so it is said by rule. A simulated run has the services and
 * ratings of its days whose case number is in our own form and names one of its units and a day on which its cases may
 * have begun (two simulated runs of a database share no day of their periods). What no simulated run has was collected; the
 * files of several collections cannot be told apart.
 */
export interface RunRows {
  readonly ranges: readonly KeyRange[];
  /** Of a simulated run, each unit is sampled on every n-th day, counted from another day in each unit. */
  readonly everyDay: number;
  /** False for a service, or a rating of it, in these ranges that another run has, by its moment. */
  readonly holds: (serviceKey: number, second: number) => boolean;
}

/** Days and units of a simulated run. */
export interface RunSpan {
  /** Indexes in the reference list, rising. */
  readonly units: readonly number[];
  /** The first day on which its cases may have begun. */
  readonly firstCaseDay: number;
  readonly firstDay: number;
  readonly lastDay: number;
}

/** First and last day of a run. */
export type RunDays = Pick<RunSpan, 'firstDay' | 'lastDay'>;

/** True where a moment lies in the period of a run. */
const isWithin = ({ firstDay, lastDay }: RunDays, second: number): boolean =>
  second >= firstDay * DAY_SECONDS && second < (lastDay + 1) * DAY_SECONDS;

/** Strides of days: none is a multiple of 7, which would always fall on the same days of the week. */
const strides = Array.from({ length: 400 }, (_, i) => i + 1).filter((stride) => stride % 7 !== 0);

/** The stride at which a run of so many rows has no more than `most`. */
export const strideFor = (rows: number, most: number): number =>
  strides.find((stride) => rows / stride <= most) ?? strides.at(-1) ?? 1;

/** True when a unit is sampled on a day. */
export const isSampled = (everyDay: number, unit: number, day: number): boolean =>
  (day + unit) % everyDay === 0;

/** Keys of the cases of a unit that began on these days, the last included. */
const keysOf = (unit: number, firstDay: number, lastDay: number): KeyRange => ({
  from: caseKey(unit, firstDay, 0, 0),
  to: caseKey(unit, lastDay + 1, 0, 0),
});

const inOrder = (ranges: readonly KeyRange[]): KeyRange[] => [...ranges].sort((a, b) => a.from - b.from);

/** Rows of a simulated run, beside others in its database. */
export function simulatedRows(span: RunSpan, others: readonly RunDays[], everyDay: number): RunRows {
  const { units, firstCaseDay, lastDay } = span;
  const ranges = units.flatMap((unit): KeyRange[] => {
    if (everyDay === 1) return [keysOf(unit, firstCaseDay, lastDay)];
    const days: KeyRange[] = [];
    for (let day = firstCaseDay; day <= lastDay; day++) {
      if (isSampled(everyDay, unit, day)) days.push(keysOf(unit, day, day));
    }
    return days;
  });
  return {
    ranges: inOrder(ranges),
    everyDay,
    holds: (_, second) => !others.some((other) => isWithin(other, second)),
  };
}

/** Beyond every service key. */
const END = FICTIONAL_BASE + 2 ** 50;

/** Rows of no simulated run. */
export function collectedRows(spans: readonly RunSpan[]): RunRows {
  const ofDays = (span: RunSpan, firstDay: number): KeyRange[] =>
    span.units.map((unit) => keysOf(unit, firstDay, span.lastDay));
  // What began in the period of a run is its own; of what began before, only what happened in the period is.
  const taken = inOrder(spans.flatMap((span) => ofDays(span, span.firstDay)));
  const before = spans.map((span) => ({ span, ranges: ofDays(span, span.firstCaseDay) }));
  const ranges: KeyRange[] = [];
  let from = 0;
  for (const range of taken) {
    if (range.from > from) ranges.push({ from, to: range.from });
    from = Math.max(from, range.to);
  }
  ranges.push({ from, to: END });
  return {
    ranges,
    everyDay: 1,
    holds: (key, second) =>
      !before.some(
        (run) =>
          isWithin(run.span, second) && run.ranges.some((range) => key >= range.from && key < range.to),
      ),
  };
}
