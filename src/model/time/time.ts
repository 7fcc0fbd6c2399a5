/**
 * Local Beijing time as integers: days and seconds since 2000-01-01 00:00. Nothing here knows a time zone or reads a
 * clock; the civil-calendar arithmetic is that of the proleptic Gregorian calendar.
 */

/** A time that the record does not carry. */
export const ABSENT = -1;
/** A time that the record carries in a form nobody can read. */
export const UNREADABLE = -2;

export const DAY_SECONDS = 86_400;

/** Days before the epoch 2000-01-01 in the count that starts on 0000-03-01. */
const EPOCH_OFFSET = 730_425;

/** Day number of a civil date; month 1..12, day 1..31. 2000-01-01 is 0. */
export function dayOf(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return (
    era * 146_097 +
    yearOfEra * 365 +
    Math.floor(yearOfEra / 4) -
    Math.floor(yearOfEra / 100) +
    dayOfYear -
    EPOCH_OFFSET
  );
}

export interface CivilDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Civil date of a day number: the inverse of `dayOf`. */
export function dateOf(day: number): CivilDate {
  const z = day + EPOCH_OFFSET;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1,
  };
}

/** Monday = 0 … Sunday = 6 (2000-01-01 was a Saturday). */
export const weekdayOf = (day: number): number => (((day + 5) % 7) + 7) % 7;

/** Month number since 2000-01: January 2000 is 0. */
export function monthOf(day: number): number {
  const { year, month } = dateOf(day);
  return (year - 2000) * 12 + month - 1;
}

/** First day of a month number. */
export const firstDayOfMonth = (month: number): number =>
  dayOf(2000 + Math.floor(month / 12), (month % 12) + 1, 1);

const pad = (value: number, width: number): string => String(value).padStart(width, '0');

/** Day number -> "yyyy-MM-dd". */
export function printDay(day: number): string {
  const { year, month, day: d } = dateOf(day);
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(d, 2)}`;
}

/** Day number -> "yyyyMMdd", as in case numbers. */
export const printCompactDay = (day: number): string => printDay(day).replaceAll('-', '');

/** Month number -> "yyyy-MM". */
export const printMonth = (month: number): string =>
  `${pad(2000 + Math.floor(month / 12), 4)}-${pad((month % 12) + 1, 2)}`;

/** Second number -> "yyyy-MM-dd HH:mm:ss". */
export function printSecond(second: number): string {
  const day = Math.floor(second / DAY_SECONDS);
  const rest = second - day * DAY_SECONDS;
  return `${printDay(day)} ${pad(Math.floor(rest / 3600), 2)}:${pad(Math.floor(rest / 60) % 60, 2)}:${pad(rest % 60, 2)}`;
}

const daysInMonth = (year: number, month: number): number =>
  month === 2
    ? year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
      ? 29
      : 28
    : [4, 6, 9, 11].includes(month)
      ? 30
      : 31;

/** "yyyy-MM-dd" (or "yyyyMMdd") -> day number, or UNREADABLE. Dates before 2000 are unreadable here. */
export function parseDay(text: string): number {
  const match = /^(\d{4})-?(\d{2})-?(\d{2})$/.exec(text);
  if (!match) return UNREADABLE;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (year < 2000 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return UNREADABLE;
  return dayOf(year, month, day);
}

/** "yyyyMMdd" of a person’s birth, 1800 or later -> day number, negative before 2000; undefined for no day of the calendar. */
export function parseBirthday(text: string): number | undefined {
  if (!/^\d{8}$/.test(text)) return undefined;
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6))];
  const known = year >= 1800 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
  return known ? dayOf(year, month, day) : undefined;
}

/** "yyyy-MM-dd HH:mm:ss" -> second number; "" -> ABSENT; anything else, or a year outside 2000..2067, -> UNREADABLE. */
export function parseSecond(text: string): number {
  if (text === '') return ABSENT;
  const match = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}):(\d{2}):(\d{2})$/.exec(text);
  if (!match) return UNREADABLE;
  const day = parseDay(match[1] ?? '');
  const [hour, minute, second] = [Number(match[2]), Number(match[3]), Number(match[4])];
  if (day < 0 || day > 24_836 || hour > 23 || minute > 59 || second > 59) return UNREADABLE;
  return day * DAY_SECONDS + hour * 3600 + minute * 60 + second;
}
