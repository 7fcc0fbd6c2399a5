import { describe, expect, it } from 'vitest';
import type { UnitRatings } from '../../src/jobs/measure/compare-ratings.ts';
import {
  changeFigures,
  unitChanges,
  unitDifference,
  type KnownUnits,
} from '../../src/jobs/measure/compare-units.ts';
import { tQuantile } from '../../src/model/math/student-t.ts';
import { measuredUnit } from '../measure/measured-unit.ts';

const grouped = (code: string, good: readonly number[]): UnitRatings => {
  const persons = { levelled: good.map(() => 10), good, points: good, squares: good };
  return { code, groups: { persons, offices: [persons] } };
};
const rated = (ratings: readonly UnitRatings[]): KnownUnits => ({ ratings, measurement: { units: [] } });

describe('changes between two periods', () => {
  /** Ten ratings a group, so many of them good, in turn one more and one less. */
  const unit = (code: string, good: number): UnitRatings => {
    const goods = Array.from({ length: 32 }, (_, group) => good + (group % 2 === 0 ? 0.5 : -0.5));
    return grouped(code, goods);
  };
  const turned = (code: string, good: number): UnitRatings => {
    const { groups } = unit(code, good);
    return grouped(code, [...(groups?.persons.good ?? [])].reverse());
  };

  it('are tested for each unit, adjusted over all that are, and left out without counts', () => {
    const before = [turned('a', 8), turned('b', 7), turned('c', 6), { code: 'd', groups: null }];
    const now = [unit('a', 8), unit('b', 7.6), unit('c', 5.5), unit('d', 9)];
    const { units, order } = unitChanges(['a', 'b', 'c', 'd'], rated(now), rated(before), 'goodRate');
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
    expect(
      unitChanges(['a'], rated([unit('a', 8)]), rated([turned('a', 7)]), 'averageScore').order,
    ).toBeNull();
    expect(unitChanges([], rated([]), rated([]), 'goodRate')).toEqual({ units: [], order: null });
  });
});

const known = (...units: readonly ReturnType<typeof measuredUnit>[]): KnownUnits => ({
  ratings: [],
  measurement: { units },
});

describe('scores', () => {
  it('change by more than other persons at the same offices would move both periods', () => {
    const now = known(
      measuredUnit({ code: 'a', score: 82, persons: 3 }),
      measuredUnit({ code: 'b', score: 71 }),
    );
    const before = known(
      measuredUnit({ code: 'a', score: 80, persons: 4 }),
      measuredUnit({ code: 'b', score: 80 }),
    );
    const { units } = unitChanges(['a', 'b'], now, before, 'overall');
    expect(units[0]?.change).toMatchObject({ value: 2, freedom: 31 });
    expect(units[0]?.change?.error).toBeCloseTo(5, 12);
    expect(units[0]?.change?.interval.low).toBeCloseTo(2 - 5 * tQuantile(0.975, 31), 10);
    expect(units[1]?.adjusted).toBeLessThan(0.05);
    expect(units[0]?.adjusted).toBeGreaterThan(0.5);
  });

  it('know their error where an end of the interval was cut off at 100', () => {
    const at = (score: number): KnownUnits => known(measuredUnit({ code: 'a', score, persons: 3 }));
    const { units } = unitChanges(['a'], at(99), at(98), 'accuracy');
    expect(units[0]?.change?.error).toBeCloseTo(Math.hypot(3, 3), 12);
  });

  it('are not tested without counts by group, and still printed', () => {
    const bare = known({ ...measuredUnit({ code: 'a', score: 80 }), spread: null });
    expect(unitChanges(['a'], bare, bare, 'overall').units[0]).toMatchObject({
      now: 80,
      before: 80,
      change: null,
      adjusted: null,
    });
  });
});

describe('the difference of two units', () => {
  it('adds the squares of the errors of a new draw, freedom after Satterthwaite', () => {
    const units = known(
      measuredUnit({ code: 'a', score: 82, error: 3, freedom: 10 }),
      measuredUnit({ code: 'b', score: 72, error: 4, freedom: 20 }),
    );
    const tested = unitDifference(['a', 'b'], units, ['a', 'b'], 'overall');
    expect(tested).toMatchObject({ value: 10, figures: [82, 72] });
    expect(tested?.error).toBeCloseTo(5, 12);
    expect(tested?.freedom).toBeCloseTo(5 ** 4 / (3 ** 4 / 10 + 4 ** 4 / 20), 10);
  });

  it.each(changeFigures)('turns its sign with the order of the units: %s', (figure) => {
    const goods = (good: number): number[] =>
      Array.from({ length: 32 }, (_, i) => good + (i % 2 === 0 ? 0.5 : -0.5));
    const units = {
      ratings: [grouped('a', goods(8)), grouped('b', goods(7))],
      measurement: known(measuredUnit({ code: 'a', score: 82 }), measuredUnit({ code: 'b', score: 74 }))
        .measurement,
    };
    const there = unitDifference(['a', 'b'], units, ['a', 'b'], figure);
    const back = unitDifference(['a', 'b'], units, ['b', 'a'], figure);
    expect(there?.value).toBeGreaterThan(0);
    expect(back?.value).toBe(-(there?.value ?? NaN));
    expect(back?.p).toBe(there?.p);
  });

  it('is not tested without counts by group', () => {
    const units = { ...rated([grouped('a', [8, 9]), { code: 'b', groups: null }]) };
    expect(unitDifference(['a', 'b'], units, ['a', 'b'], 'goodRate')).toBeNull();
    expect(unitDifference(['a', 'b'], units, ['a', 'b'], 'overall')).toBeNull();
  });
});
