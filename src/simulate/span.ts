import { isAfterBreak, isWorkingDay, knows, type Calendar } from '../model/time/calendar.ts';
import type { Scenario } from '../model/scenario/scenario.ts';
import { DAY_SECONDS, dateOf, dayOf, weekdayOf } from '../model/time/time.ts';

/** The days of a run and where they end. */
export interface Span {
  /** Working days with cases. */
  readonly days: Int32Array;
  /** Share of a year's cases on each of them. */
  readonly share: Float64Array;
  /** Working days from the first on, past the end as far as the calendar reaches: where a limit of n days leads. */
  readonly following: Int32Array;
  /** Nothing has happened at or after this second. */
  readonly horizon: number;
}

/**
 * The span of a run from day `from` to day `to`: its working days and the share of a year's cases on each (a whole
 * calendar year sums to 1). Throws a Mistake for a year without a holiday notice.
 */
export function spanOf(scenario: Scenario, calendar: Calendar, from: number, to: number): Span {
  const factorOf = (day: number): number =>
    isWorkingDay(calendar, day)
      ? (scenario.demand.weekday[weekdayOf(day)] ?? 1) *
        (scenario.demand.month[dateOf(day).month - 1] ?? 1) *
        (isAfterBreak(calendar, day) ? scenario.demand.afterBreak : 1)
      : 0;
  const days: number[] = [];
  const share: number[] = [];
  for (let year = dateOf(from).year; year <= dateOf(to).year; year++) {
    const factors = new Map<number, number>();
    for (let day = dayOf(year, 1, 1); day < dayOf(year + 1, 1, 1); day++) factors.set(day, factorOf(day));
    const total = [...factors.values()].reduce((sum, factor) => sum + factor, 0);
    for (const [day, factor] of factors) {
      if (day < from || day > to || factor === 0) continue;
      days.push(day);
      share.push(factor / total);
    }
  }
  const following: number[] = [];
  for (let day = days[0] ?? from; knows(calendar, day); day++)
    if (isWorkingDay(calendar, day)) following.push(day);
  return {
    days: Int32Array.from(days),
    share: Float64Array.from(share),
    following: Int32Array.from(following),
    horizon: (to + 1) * DAY_SECONDS,
  };
}
