import { isAfterBreak, isWorkingDay, knows, type Calendar } from '../model/time/calendar.ts';
import type { Scenario } from '../model/scenario/scenario.ts';
import { DAY_SECONDS, dateOf, dayOf, weekdayOf } from '../model/time/time.ts';

/** The days of a run, those before it on which its cases may have begun, and where it begins and ends. */
export interface Span {
  /** Days on which cases begin: those before the run, the burn-in, then its own; days off only where cases begin on them. */
  readonly days: Int32Array;
  /** 1 for a day off (a weekend or holiday): people come online only. */
  readonly off: Uint8Array;
  /** Share of what begins in a year on working days, or on days off, that begins on each of these days. */
  readonly share: Float64Array;
  /** How busy halls are on each calendar day of this span, against the day of an average case of its year; 0 on days off. */
  readonly busy: Float64Array;
  /** Position in `days` of the first day of the run itself. */
  readonly first: number;
  /** Working days from the first of the burn-in on, past the end as far as the calendar reaches: where limits lead. */
  readonly following: Int32Array;
  /**
   * Position in `following` from which working days after each of `days` are counted: its own, or that of the working day
   * before a day off, -1 where there is none. The next working day is the first that counts.
   */
  readonly position: Int32Array;
  /** Position in `following` of the first working day of the run itself. */
  readonly firstPosition: number;
  /** Position in `days` of the first day of the year in which the run begins. */
  readonly yearBegins: number;
  /** First second of the run. */
  readonly begin: number;
  /** Nothing has happened at or after this second. */
  readonly horizon: number;
}

/**
 * The span of a run from day `from` to day `to`, with so many working days of burn-in before it, fewer where the calendar
 * begins later. A day has the same share of its year's cases in every span (the working days of a calendar year sum to 1,
 * and its days off). Throws a Mistake for a year without a holiday notice.
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
  const made: DayOfSpan[] = [];
  const busy = new Float64Array(to - start + 1);
  for (let year = dateOf(start).year; year <= dateOf(to).year; year++) {
    const ofYear = daysOfYear(scenario, calendar, year);
    const ofAverageCase = ofYear.reduce((sum, { off, share }) => sum + (off ? 0 : share * share), 0);
    for (const one of ofYear) {
      if (one.day < start || one.day > to) continue;
      made.push(one);
      if (!one.off) busy[one.day - start] = one.share / ofAverageCase;
    }
  }
  const following: number[] = [];
  for (let day = start; knows(calendar, day); day++) if (isWorkingDay(calendar, day)) following.push(day);
  let position = -1;
  return {
    days: Int32Array.from(made, ({ day }) => day),
    off: Uint8Array.from(made, ({ off }) => (off ? 1 : 0)),
    share: Float64Array.from(made, ({ share }) => share),
    busy,
    first: made.filter(({ day }) => day < from).length,
    following: Int32Array.from(following),
    position: Int32Array.from(made, ({ off }) => (off ? position : ++position)),
    firstPosition: before.length,
    yearBegins: made.filter(({ day }) => day < dayOf(dateOf(from).year, 1, 1)).length,
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

interface DayOfSpan {
  readonly day: number;
  readonly off: boolean;
  readonly share: number;
}

/** The days of a year on which cases begin, each with its share of those of its kind. */
function daysOfYear({ demand }: Scenario, calendar: Calendar, year: number): DayOfSpan[] {
  const days: (Omit<DayOfSpan, 'share'> & { factor: number })[] = [];
  for (let day = dayOf(year, 1, 1); day < dayOf(year + 1, 1, 1); day++) {
    const off = !isWorkingDay(calendar, day);
    if (off && demand.offDays === 0) continue;
    const ofMonth = demand.month[dateOf(day).month - 1] ?? 1;
    const ofDay =
      (demand.weekday[weekdayOf(day)] ?? 1) * (isAfterBreak(calendar, day) ? demand.afterBreak : 1);
    days.push({ day, off, factor: off ? ofMonth : ofMonth * ofDay });
  }
  const total = (kind: boolean): number =>
    days.reduce((sum, { off, factor }) => (off === kind ? sum + factor : sum), 0);
  const totals = { work: total(false), off: total(true) };
  return days.map(({ day, off, factor }) => {
    const all = off ? totals.off : totals.work;
    return { day, off, share: all === 0 ? 0 : factor / all };
  });
}
