import { DAY_SECONDS, firstDayOfMonth } from '../model/time/time.ts';

/** Months of the years 2000 to 2067, all that a record can carry. */
const MONTHS = 68 * 12;

/** Month number (January 2000 = 0) of every day number of those years. */
const monthByDay = new Int16Array(firstDayOfMonth(MONTHS));
for (let month = 0; month < MONTHS; month++) {
  monthByDay.fill(month, firstDayOfMonth(month), firstDayOfMonth(month + 1));
}

/** Day number of a second, -1 for an absent time. */
export const dayOfSecond = (second: number): number => (second < 0 ? -1 : (second / DAY_SECONDS) | 0);

/** Month number of a second by one look-up; -1 for an absent time or one after 2067. */
export const monthOfSecond = (second: number): number => monthByDay[dayOfSecond(second)] ?? -1;

/** Month number of a day number; -1 for one after 2067. */
export const monthOfDay = (day: number): number => monthByDay[day] ?? -1;
