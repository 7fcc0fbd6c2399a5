import { describe, expect, it } from 'vitest';
import { DAY_SECONDS, parseDay, printDay } from '../../src/model/time/time.ts';
import { spanOf, type Span } from '../../src/simulate/span.ts';
import { calendar, mistakeOf, tiny } from '../builders.ts';

const span = (from: string, to: string, given = {}): Span =>
  spanOf(tiny({ from, to, ...given }), calendar, parseDay(from), parseDay(to), 0);
const noDaysOff = { demand: { offDays: 0 } };
const datesOf = ({ days }: Span): string[] => Array.from(days, printDay);
const workOf = ({ days, off }: Span): number[] => [...days.filter((_, d) => off[d] === 0)];
const shareOf = (of: Span, date: string): number => of.share[datesOf(of).indexOf(date)] ?? NaN;

describe('the days of a run', () => {
  it.each(['2020', '2024', '2025'])('share out the whole of %s', (year) => {
    const { share, off } = span(`${year}-01-01`, `${year}-12-31`);
    for (const kind of [0, 1]) {
      const parts = share.filter((_, d) => off[d] === kind);
      expect(parts.reduce((sum, part) => sum + part, 0)).toBeCloseTo(1, 12);
    }
  });

  it('have the same shares in a month alone as in its year', () => {
    const year = span('2025-01-01', '2025-12-31');
    const march = span('2025-03-01', '2025-03-31');
    expect(datesOf(march).map((date) => shareOf(year, date))).toEqual([...march.share]);
  });

  it('are working days, make-up days among them, in order, where none come on days off', () => {
    const dates = datesOf(span('2025-01-20', '2025-02-10', noDaysOff));
    expect(dates).toContain('2025-01-26');
    expect(dates).not.toContain('2025-01-28');
    expect(dates).not.toContain('2025-02-02');
    expect(dates).toEqual([...dates].sort());
    expect(dates.length).toBe(5 + 2 + 3 + 1 + 1);
  });

  it('are days off too where people come on them: their working days are counted from the one before', () => {
    const spring = span('2025-01-20', '2025-02-10');
    const dates = datesOf(spring);
    expect(dates.length).toBe(22);
    const isOff = (date: string): boolean => spring.off[dates.indexOf(date)] === 1;
    expect(['2025-01-25', '2025-01-28', '2025-02-04'].every(isOff)).toBe(true);
    expect(['2025-01-26', '2025-01-27', '2025-02-05'].some(isOff)).toBe(false);
    const after = (date: string, n: number): string =>
      printDay(spring.following[spring.position[dates.indexOf(date)]! + n]!);
    expect(after('2025-01-27', 1)).toBe('2025-02-05');
    expect(after('2025-02-01', 1)).toBe('2025-02-05');
    expect(after('2025-02-01', 2)).toBe('2025-02-06');
    expect(after('2025-02-05', 1)).toBe('2025-02-06');
    // A run that begins on a day off, without a day before it.
    const saturday = span('2025-03-01', '2025-03-04');
    expect([...saturday.position]).toEqual([-1, -1, 0, 1]);
    expect([saturday.first, saturday.firstPosition]).toEqual([0, 0]);
  });

  it('before a run are those of its burn-in, days off among them', () => {
    const made = spanOf(tiny(), calendar, parseDay('2025-03-03'), parseDay('2025-03-07'), 2);
    expect(datesOf(made).slice(0, made.first)).toEqual([
      '2025-02-27',
      '2025-02-28',
      '2025-03-01',
      '2025-03-02',
    ]);
    expect(made.firstPosition).toBe(2);
    expect(made.position[made.first]).toBe(2);
  });

  it('are fuller after a break and in the months and on the weekdays that are', () => {
    const plain = { weekday: [1, 1, 1, 1, 1], month: Array(12).fill(1), afterBreak: 1.5 };
    const spring = span('2025-01-01', '2025-12-31', { demand: plain });
    expect(shareOf(spring, '2025-02-05') / shareOf(spring, '2025-02-06')).toBeCloseTo(1.5, 12);
    const months = [1, 1, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1];
    const march = span('2025-01-01', '2025-12-31', { demand: { ...plain, month: months } });
    expect(shareOf(march, '2025-03-04') / shareOf(march, '2025-05-13')).toBeCloseTo(2, 12);
    const monday = span('2025-03-01', '2025-03-31', { demand: { ...plain, weekday: [3, 1, 1, 1, 1] } });
    expect(shareOf(monday, '2025-03-10') / shareOf(monday, '2025-03-11')).toBeCloseTo(3, 12);
  });

  it('end at midnight after the last one, and limits lead past it', () => {
    const march = span('2025-03-01', '2025-03-31');
    expect(march.horizon).toBe(parseDay('2025-04-01') * DAY_SECONDS);
    const worked = workOf(march);
    expect([...march.following].slice(0, worked.length)).toEqual(worked);
    expect(printDay(march.following[worked.length]!)).toBe('2025-04-01');
    expect(printDay(march.following.at(-1)!)).toBe('2026-12-31');
  });

  it('may be none', () => {
    expect(datesOf(span('2025-03-01', '2025-03-02', noDaysOff))).toEqual([]);
  });

  it('of a year without a holiday notice are not guessed', async () => {
    const { text } = await mistakeOf(() => span('2026-12-01', '2027-01-31'));
    expect(text.en).toContain('2027');
  });
});
