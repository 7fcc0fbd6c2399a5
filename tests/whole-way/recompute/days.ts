import { isWorkday } from 'chinese-days';
import type { Limit } from './method-page.ts';

/** Days between records, by the calendar that docs/method.md names. */

const DAY = 86_400_000;
const dayNumber = (date: string): number => Date.parse(`${date.slice(0, 10)}T00:00:00Z`) / DAY;
const dateOf = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);

const firstDay = dayNumber('2016-01-01');
const lastDay = dayNumber('2026-12-31');

/** Working days from the first day of the calendar up to and including each day. */
const workingUpTo: number[] = [];
for (let day = firstDay; day <= lastDay; day++)
  workingUpTo.push((workingUpTo.at(-1) ?? 0) + (isWorkday(dateOf(day)) ? 1 : 0));

/** Working days after the day of `from`, up to and including that of `to`; undefined where no notice says. */
export function workingDays(from: string, to: string): number | undefined {
  const upToFrom = workingUpTo[dayNumber(from) - firstDay];
  const upToTo = workingUpTo[dayNumber(to) - firstDay];
  return upToFrom === undefined || upToTo === undefined ? undefined : upToTo - upToFrom;
}

export const sameDay = (one: string, other: string): boolean => one.slice(0, 10) === other.slice(0, 10);

/** Whether something that began at `from` came by its limit. */
export function within(from: string, to: string, limit: Limit): boolean {
  const days = limit.working ? workingDays(from, to) : dayNumber(to) - dayNumber(from);
  return days !== undefined && days <= limit.days;
}
