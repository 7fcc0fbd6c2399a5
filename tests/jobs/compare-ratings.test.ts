import { describe, expect, it } from 'vitest';
import { periodRatings } from '../../src/jobs/measure/compare-ratings.ts';
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
      const { persons, offices } = groups;
      expect(persons.levelled.length).toBe(32);
      for (const parts of [[persons], offices]) {
        expect(sum(parts.flatMap(({ levelled }) => levelled))).toBe(total(() => 1));
        expect(sum(parts.flatMap(({ good }) => good))).toBe(total((level) => (level >= 3 ? 1 : 0)));
      }
      if (sum(persons.levelled) > 0) compared++;
    }
    expect(compared).toBeGreaterThan(20);
  });
});
