import { wrongUse } from '../errors.ts';
import { dateOf } from './time.ts';

/** Working days of the State Council's yearly holiday notices, one byte a day, for the years whose notice is known. */
export interface Calendar {
  /** Day number of the first day known. */
  readonly first: number;
  /** 1 where the day is a working day; index 0 is `first`. */
  readonly working: Uint8Array;
  /** Working days from `first` up to and including each day. */
  readonly elapsed: Int32Array;
}

/** Builds the calendar from one byte a day. */
export function calendarFrom(first: number, working: Uint8Array): Calendar {
  const elapsed = new Int32Array(working.length);
  let count = 0;
  for (let i = 0; i < working.length; i++) {
    count += working[i] ?? 0;
    elapsed[i] = count;
  }
  return { first, working, elapsed };
}

/** True when the calendar has the notice that covers this day. */
export const knows = (calendar: Calendar, day: number): boolean =>
  day >= calendar.first && day < calendar.first + calendar.working.length;

function indexOf(calendar: Calendar, day: number): number {
  if (!knows(calendar, day)) {
    const { year } = dateOf(day);
    throw wrongUse(
      `工作日历没有 ${String(year)} 年的放假安排（国务院办公厅尚未公布或未收录），不作推测`,
      `the working-day calendar has no holiday notice for ${String(year)}; the project does not guess it`,
    );
  }
  return day - calendar.first;
}

/** True on a working day, make-up days included. Throws for a year without a notice. */
export const isWorkingDay = (calendar: Calendar, day: number): boolean =>
  calendar.working[indexOf(calendar, day)] === 1;

/** Working days after `from`, up to and including `to`: the day of receipt itself does not count. */
export const workingDaysBetween = (calendar: Calendar, from: number, to: number): number =>
  (calendar.elapsed[indexOf(calendar, to)] ?? 0) - (calendar.elapsed[indexOf(calendar, from)] ?? 0);

/** The n-th working day after `from` (n = 0 gives `from` itself): the deadline of a limit of n working days. */
export function addWorkingDays(calendar: Calendar, from: number, n: number): number {
  if (n === 0) return from;
  const goal = (calendar.elapsed[indexOf(calendar, from)] ?? 0) + n;
  let low = from - calendar.first + 1;
  let high = calendar.working.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((calendar.elapsed[middle] ?? 0) < goal) low = middle + 1;
    else high = middle;
  }
  return calendar.first + indexOf(calendar, calendar.first + low);
}

/** True for the first working day after three or more days off: the counters are fuller then. */
export function isAfterBreak(calendar: Calendar, day: number): boolean {
  if (!isWorkingDay(calendar, day) || !knows(calendar, day - 3)) return false;
  return [1, 2, 3].every((back) => !isWorkingDay(calendar, day - back));
}
