import { describe, expect, it } from 'vitest';
import { watchMonths, type MonthSums } from '../../src/jobs/measure/watch-months.ts';

/** A month of 1,000 ratings of 10 or 2 points, so many of them bad. */
const month = (index: number, bad: number): MonthSums => ({
  month: 300 + index,
  levelled: 1000,
  good: 1000 - bad,
  points: 10 * (1000 - bad) + 2 * bad,
  squares: 100 * (1000 - bad) + 4 * bad,
});
const steady = [50, 55, 46, 52, 49, 57, 44, 51, 53, 48, 50, 45];

describe('the months of a unit', () => {
  it('signal nothing and have no trend where they only scatter', () => {
    const watched = watchMonths(steady.map((bad, i) => month(i, bad)));
    expect(watched?.months.flatMap(({ signals }) => signals)).toEqual([]);
    expect(watched?.share.centre).toBeCloseTo(0.95, 12);
    expect(watched?.mean.centre).toBeCloseTo(9.6, 12);
    expect(watched?.share.trend?.p).toBeGreaterThan(0.05);
  });

  it('signal the one bad month by its share and by the sum of scores', () => {
    const watched = watchMonths([...steady, 130].map((bad, i) => month(i, bad)));
    const bad = watched?.months.filter(({ signals }) => signals.includes('outside'));
    expect(bad?.map((one) => one.month)).toEqual([312]);
    expect(bad?.[0]?.signals).toContain('cusum');
  });

  it('have a trend where ratings get better month by month, in shares and in points', () => {
    const watched = watchMonths(steady.map((bad, i) => month(i, bad + 30 - 4 * i)));
    expect(watched?.share.trend?.value).toBeCloseTo(0.004, 3);
    expect(watched?.share.trend?.p).toBeLessThan(0.001);
    // Eight points lie between a good rating and a bad one.
    expect(watched?.mean.trend?.value).toBeCloseTo(8 * (watched?.share.trend?.value ?? 0), 9);
  });

  it('are not judged where fewer than six have ratings, and hold no infinity where all agree', () => {
    expect(watchMonths(steady.slice(0, 5).map((bad, i) => month(i, bad)))).toBeNull();
    const empty = { month: 306, levelled: 0, good: 0, points: 0, squares: 0 };
    expect(watchMonths([...steady.slice(0, 5).map((bad, i) => month(i, bad)), empty])).toBeNull();
    const same = watchMonths(steady.map((_, i) => month(i, 0)));
    expect(same?.months.flatMap(({ signals }) => signals)).toEqual([]);
    expect(JSON.stringify(same)).not.toContain('null');
  });
});
