import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addWorkingDays,
  calendarFrom,
  isAfterBreak,
  isWorkingDay,
  knows,
  workingDaysBetween,
} from '../../../src/model/time/calendar.ts';
import { dayOf, parseDay, printDay } from '../../../src/model/time/time.ts';
import { calendar, mistakeOf } from '../../builders.ts';
import { deadlineLimits, deadlines } from '../../facts/deadlines.ts';

describe('the deadlines that other calendars give', () => {
  it.each(deadlines)(
    'are ours for what was received on $received',
    ({ received, working, deadlines: theirs }) => {
      const day = parseDay(received);
      expect(isWorkingDay(calendar, day)).toBe(working);
      expect(deadlineLimits.map((limit) => printDay(addWorkingDays(calendar, day, limit)))).toEqual(theirs);
    },
  );
});

describe('the working days of a year', () => {
  // Counted with NateScarlet/holiday-cn from the notices of the State Council General Office; 2016 and 2017 by hand.
  it.each([
    [2016, [20, 18, 23, 20, 21, 21, 21, 23, 21, 18, 22, 22]],
    [2017, [19, 19, 23, 19, 21, 22, 21, 23, 22, 17, 22, 21]],
    [2018, [22, 17, 22, 20, 22, 20, 22, 23, 21, 18, 22, 21]],
    [2019, [22, 17, 21, 22, 21, 19, 23, 22, 21, 19, 21, 22]],
    [2020, [17, 20, 22, 22, 19, 21, 23, 21, 23, 17, 21, 23]],
    [2021, [20, 17, 23, 22, 19, 21, 22, 22, 22, 17, 22, 23]],
    [2022, [21, 16, 23, 21, 20, 21, 21, 23, 21, 18, 22, 22]],
    [2023, [18, 20, 23, 20, 21, 21, 21, 23, 20, 19, 22, 21]],
    [2024, [22, 18, 21, 22, 21, 19, 23, 22, 21, 19, 21, 22]],
    [2025, [19, 19, 21, 22, 19, 20, 23, 21, 23, 18, 20, 23]],
    [2026, [21, 16, 22, 21, 19, 21, 23, 21, 22, 18, 21, 23]],
  ])('%i are those of its notice, month by month', (year, months) => {
    const ours = months.map((_, m) => {
      let working = 0;
      for (let day = dayOf(year, m + 1, 1); day < dayOf(year, m + 2, 1); day++) {
        if (m === 11 && day >= dayOf(year + 1, 1, 1)) break;
        if (isWorkingDay(calendar, day)) working++;
      }
      return working;
    });
    expect(ours).toEqual(months);
  });

  it.each([
    ['2025-01-26', true, 'a Sunday worked for the Spring Festival'],
    ['2025-01-28', false, 'the eve of the Spring Festival'],
    ['2025-10-08', false, 'the last day of the National Day holiday'],
    ['2025-10-11', true, 'a Saturday worked for it'],
    ['2025-03-01', false, 'a Saturday'],
  ])('know %s (%s): %s', (date, working) => {
    expect(isWorkingDay(calendar, parseDay(date))).toBe(working);
  });
});

describe('a deadline', () => {
  const from = fc.integer({ min: dayOf(2016, 1, 1), max: dayOf(2026, 6, 30) });
  const limit = fc.integer({ min: 1, max: 60 });

  it('is the working day that the limit counts to, whatever the day of receipt', () => {
    fc.assert(
      fc.property(from, limit, (day, n) => {
        const deadline = addWorkingDays(calendar, day, n);
        expect(isWorkingDay(calendar, deadline)).toBe(true);
        expect(workingDaysBetween(calendar, day, deadline)).toBe(n);
        expect(workingDaysBetween(calendar, day, deadline - 1)).toBe(n - 1);
      }),
    );
  });

  it('of no working days is the day itself, working or not', () => {
    expect(printDay(addWorkingDays(calendar, parseDay('2025-03-01'), 0))).toBe('2025-03-01');
  });

  it('counts from the day after a receipt on a day off', () => {
    // Saturday 2025-03-01: the first working day after it is Monday.
    expect(printDay(addWorkingDays(calendar, parseDay('2025-03-01'), 1))).toBe('2025-03-03');
    expect(printDay(addWorkingDays(calendar, parseDay('2025-02-28'), 1))).toBe('2025-03-03');
  });
});

describe('a day without a holiday notice', () => {
  it.each([
    ['2015-12-31', '2015'],
    ['2027-01-01', '2027'],
  ])('%s is not guessed: the Mistake names %s', async (date, year) => {
    const day = parseDay(date);
    expect(knows(calendar, day)).toBe(false);
    for (const ask of [
      () => isWorkingDay(calendar, day),
      () => workingDaysBetween(calendar, day, day),
      () => addWorkingDays(calendar, day, 1),
    ]) {
      const { text } = await mistakeOf(ask);
      expect(text.en).toContain(`no holiday notice for ${year}`);
      expect(text.zh).toContain(`${year} 年`);
    }
  });

  it('stops a limit that runs past the last notice', async () => {
    const { text } = await mistakeOf(() => addWorkingDays(calendar, parseDay('2026-12-31'), 1));
    expect(text.en).toContain('2027');
    expect(printDay(addWorkingDays(calendar, parseDay('2026-12-30'), 1))).toBe('2026-12-31');
  });
});

describe('the first day after a break', () => {
  it.each([
    ['2025-02-05', true, 'after the eight days of the Spring Festival'],
    ['2025-04-07', true, 'after the three days of Qingming'],
    ['2025-03-03', false, 'after a weekend'],
    ['2025-03-04', false, 'in the middle of a week'],
    ['2025-02-04', false, 'on the last day off'],
  ])('%s: %s, %s', (date, expected) => {
    expect(isAfterBreak(calendar, parseDay(date))).toBe(expected);
  });

  it('needs to know the days before', () => {
    const known = calendarFrom(100, Uint8Array.of(0, 0, 1, 1, 0, 0, 0, 1));
    expect([2, 3, 7].map((i) => isAfterBreak(known, 100 + i))).toEqual([false, false, true]);
  });
});
