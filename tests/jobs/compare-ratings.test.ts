import { describe, expect, it } from 'vitest';
import { ratingChanges, periodRatings, type UnitRatings } from '../../src/jobs/measure/compare-ratings.ts';
import { placesOf } from '../../src/model/register.ts';
import { parsePeriod } from '../../src/model/time/period.ts';
import { ratingCells } from '../../src/store/read/cells.ts';
import { monthsWithData } from '../../src/store/read/months.ts';
import { referenceOfStore } from '../../src/store/read/unit-names.ts';
import { printMonth } from '../../src/model/time/time.ts';
import { reference, useScratch } from '../builders.ts';
import { useSite } from '../web/fixture.ts';

const site = useSite(useScratch());

describe('the ratings of a period by group of persons', () => {
  it('add up to the ratings with a level that the cells of a unit and its cities have', () => {
    const { store } = site();
    const period = parsePeriod(printMonth(monthsWithData(store).at(-1) ?? 0));
    const ratings = periodRatings(store, reference, period);
    expect(ratings.length).toBe(reference.units.length);
    const named = referenceOfStore(store, reference);
    let compared = 0;
    for (const { code, groups } of ratings) {
      if (groups === null) continue;
      const cells = ratingCells(store, period, placesOf(named, code)).filter(({ level }) => level > 0);
      const total = (of: (level: number) => number): number =>
        cells.reduce((sum, { level, n }) => sum + n * of(level), 0);
      const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0);
      expect(groups.levelled.length).toBe(32);
      expect(sum(groups.levelled)).toBe(total(() => 1));
      expect(sum(groups.good)).toBe(total((level) => (level >= 3 ? 1 : 0)));
      if (sum(groups.levelled) > 0) compared++;
    }
    expect(compared).toBeGreaterThan(20);
  });
});

describe('changes between two periods', () => {
  /** Ten ratings a group, so many of them good, in turn one more and one less. */
  const unit = (code: string, good: number): UnitRatings => {
    const goods = Array.from({ length: 32 }, (_, group) => good + (group % 2 === 0 ? 0.5 : -0.5));
    return { code, groups: { levelled: goods.map(() => 10), good: goods, points: goods } };
  };
  const turned = (code: string, good: number): UnitRatings => {
    const { groups } = unit(code, good);
    return { code, groups: groups && { ...groups, good: [...groups.good].reverse() } };
  };

  it('are tested for each unit, adjusted over all that are, and left out without counts', () => {
    const before = [turned('a', 8), turned('b', 7), turned('c', 6), { code: 'd', groups: null }];
    const now = [unit('a', 8), unit('b', 7.6), unit('c', 5.5), unit('d', 9)];
    const { units, order } = ratingChanges(['a', 'b', 'c', 'd'], now, before, 'goodRate');
    expect(units.map(({ adjusted }) => adjusted === null)).toEqual([false, false, false, true]);
    expect(units[1]?.change?.value).toBeCloseTo(0.06, 12);
    expect(units[2]?.change?.value).toBeCloseTo(-0.05, 12);
    expect(units[0]?.adjusted).toBeGreaterThan(0.05);
    expect(units[1]?.adjusted).toBeLessThan(0.05);
    for (const { change, adjusted } of units.slice(0, 3))
      expect(adjusted).toBeGreaterThanOrEqual(change?.p ?? NaN);
    expect(units[3]).toMatchObject({ now: 0.9, before: null, change: null });
    expect(order).toMatchObject({ units: 3, kendall: 1, spearman: 1 });
  });

  it('have no order where fewer than three units are compared', () => {
    expect(ratingChanges(['a'], [unit('a', 8)], [turned('a', 7)], 'averageScore').order).toBeNull();
    expect(ratingChanges([], [], [], 'goodRate')).toEqual({ units: [], order: null });
  });
});
