import { isAfterBreak, isWorkingDay, knows, type Calendar } from '../model/time/calendar.ts';
import type { Scenario } from '../model/scenario/scenario.ts';
import { DAY_SECONDS, dateOf, dayOf, weekdayOf } from '../model/time/time.ts';

/** The days of a run, those before it on which its cases may have begun, and where it begins and ends. */
export interface Span {
  /** Working days on which cases begin: those before the run, the burn-in, then its own. */
  readonly days: Int32Array;
  /** Share of a year's cases that begin on each of these days. */
  readonly share: Float64Array;
  /** Position in `days` of the first day of the run itself. */
  readonly first: number;
  /** The same days, and on past the end as far as the calendar reaches: where a limit of n working days leads. */
  readonly following: Int32Array;
  /** First second of the run. */
  readonly begin: number;
  /** Nothing has happened at or after this second. */
  readonly horizon: number;
}

/**
 * The span of a run from day `from` to day `to`, with so many working days of burn-in before it, fewer where the calendar
 * begins later. A day has the same share of its year's cases in every span (a whole calendar year sums to 1). Throws a
 * Mistake for a year without a holiday notice.
 */
export function spanOf(
  scenario: Scenario,
  calendar: Calendar,
  from: number,
  to: number,
  burnIn: number,
): Span {
  const before = workingDaysBefore(calendar, from, burnIn);
  const start = before.at(-1) ?? from;
  const days: number[] = [];
  const share: number[] = [];
  for (let year = dateOf(start).year; year <= dateOf(to).year; year++) {
    const shares = sharesOfYear(scenario, calendar, year);
    for (const [day, part] of shares) {
      if (day < start || day > to) continue;
      days.push(day);
      share.push(part);
    }
  }
  const following: number[] = [];
  for (let day = start; knows(calendar, day); day++) if (isWorkingDay(calendar, day)) following.push(day);
  return {
    days: Int32Array.from(days),
    share: Float64Array.from(share),
    first: before.length,
    following: Int32Array.from(following),
    begin: from * DAY_SECONDS,
    horizon: (to + 1) * DAY_SECONDS,
  };
}

/** Up to so many working days before a day, the latest first. */
function workingDaysBefore(calendar: Calendar, from: number, most: number): number[] {
  const days: number[] = [];
  for (let day = from - 1; days.length < most && knows(calendar, day); day--)
    if (isWorkingDay(calendar, day)) days.push(day);
  return days;
}

/** The working days of a year, each with its share of the year's cases. */
function sharesOfYear({ demand }: Scenario, calendar: Calendar, year: number): Map<number, number> {
  const factors = new Map<number, number>();
  for (let day = dayOf(year, 1, 1); day < dayOf(year + 1, 1, 1); day++) {
    if (!isWorkingDay(calendar, day)) continue;
    const factor =
      (demand.weekday[weekdayOf(day)] ?? 1) *
      (demand.month[dateOf(day).month - 1] ?? 1) *
      (isAfterBreak(calendar, day) ? demand.afterBreak : 1);
    factors.set(day, factor);
  }
  const total = [...factors.values()].reduce((sum, factor) => sum + factor, 0);
  for (const [day, factor] of factors) factors.set(day, total === 0 ? 0 : factor / total);
  return factors;
}
