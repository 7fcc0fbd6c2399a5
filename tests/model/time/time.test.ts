import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ABSENT,
  DAY_SECONDS,
  dateOf,
  dayOf,
  firstDayOfMonth,
  monthOf,
  parseDay,
  parseSecond,
  printCompactDay,
  printDay,
  printMonth,
  printSecond,
  UNREADABLE,
  weekdayOf,
} from '../../../src/model/time/time.ts';

/** Days from 1970-01-01 to 2000-01-01. */
const UNIX_DAYS = 10_957;
const anyDay = fc.integer({ min: -600_000, max: 600_000 });
/** Days a record can carry: 2000 to 2067. */
const recordDay = fc.integer({ min: 0, max: 24_836 });

describe('a day number', () => {
  it('counts from 2000-01-01', () => {
    expect(dayOf(2000, 1, 1)).toBe(0);
    expect(dayOf(1999, 12, 31)).toBe(-1);
  });

  it('gives its date back, and that is the date of the standard library', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const { year, month, day: d } = dateOf(day);
        const there = new Date((day + UNIX_DAYS) * DAY_SECONDS * 1000);
        expect([year, month, d]).toEqual([
          there.getUTCFullYear(),
          there.getUTCMonth() + 1,
          there.getUTCDate(),
        ]);
        expect(dayOf(year, month, d)).toBe(day);
        expect(weekdayOf(day)).toBe((there.getUTCDay() + 6) % 7);
      }),
    );
  });

  it.each([
    ['2000-02-29', '2000-03-01'],
    ['2024-02-29', '2024-03-01'],
    ['2023-02-28', '2023-03-01'],
    ['2025-12-31', '2026-01-01'],
  ])('follows %s with %s', (before, after) => {
    expect(printDay(parseDay(before) + 1)).toBe(after);
  });

  it('is read back from both of its printed forms', () => {
    fc.assert(
      fc.property(recordDay, (day) => {
        expect(parseDay(printDay(day))).toBe(day);
        expect(parseDay(printCompactDay(day))).toBe(day);
      }),
    );
  });

  it.each([
    '',
    '2025',
    '2025-3-1',
    '2025/03/01',
    '2025-00-10',
    '2025-13-01',
    '2025-04-31',
    '2025-01-00',
    '2023-02-29',
    '2100-02-29',
    '1999-12-31',
    '2025-03-01 ',
    '２０２５-03-01',
    '2025-03-01 00:00:00',
  ])('is not read from “%s”', (text) => {
    expect(parseDay(text)).toBe(UNREADABLE);
  });
});

describe('a month number', () => {
  it('holds the days from its first to the one before the next', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 816 }), (month) => {
        expect(monthOf(firstDayOfMonth(month))).toBe(month);
        expect(monthOf(firstDayOfMonth(month + 1) - 1)).toBe(month);
      }),
    );
  });

  it('is printed as the start of its days', () => {
    fc.assert(
      fc.property(recordDay, (day) => {
        expect(printDay(day).startsWith(`${printMonth(monthOf(day))}-`)).toBe(true);
      }),
    );
  });
});

describe('a second number', () => {
  it('is read back from its print, with a space or a T', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 24_837 * DAY_SECONDS - 1 }), (second) => {
        expect(parseSecond(printSecond(second))).toBe(second);
        expect(parseSecond(printSecond(second).replace(' ', 'T'))).toBe(second);
      }),
    );
  });

  it('reaches from 2000 to 2067 and fits a 32-bit column', () => {
    expect(parseSecond('2000-01-01 00:00:00')).toBe(0);
    const last = parseSecond('2067-12-31 23:59:59');
    expect(last).toBe(24_837 * DAY_SECONDS - 1);
    expect(Int32Array.of(last)[0]).toBe(last);
    expect(parseSecond('2068-01-01 00:00:00')).toBe(UNREADABLE);
    expect(parseSecond('1999-12-31 23:59:59')).toBe(UNREADABLE);
  });

  it('is absent for an empty text', () => {
    expect(parseSecond('')).toBe(ABSENT);
  });

  it.each([
    ' ',
    'yesterday',
    '2025-03-01',
    '2025-03-01 10:00',
    '2025-03-01 24:00:00',
    '2025-03-01 10:60:00',
    '2025-03-01 10:00:60',
    '2025-02-30 10:00:00',
    '20250301 10:00:00',
    '2025-03-01 10:00:00.5',
    '2025-03-01T10:00:00Z',
    '1741000000',
  ])('is not read from “%s”', (text) => {
    expect(parseSecond(text)).toBe(UNREADABLE);
  });
});
