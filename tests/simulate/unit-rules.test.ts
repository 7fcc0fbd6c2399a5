import { describe, expect, it } from 'vitest';
import { addWorkingDays } from '../../src/model/time/calendar.ts';
import { partsOf, serviceKeyOf } from '../../src/model/record/key.ts';
import { DAY_SECONDS, parseDay } from '../../src/model/time/time.ts';
import { dayAfter } from '../../src/simulate/span-limit.ts';
import { spanOf } from '../../src/simulate/span.ts';
import { makeWorld } from '../../src/simulate/world/world.ts';
import { calendar, mistakeOf, reference, tiny, unitAt } from '../builders.ts';
import { make } from './made.ts';

const units = ['330000', '330100', '440000', '440300', '370000'];
const byPlace = {
  units,
  casesPerYear: 20_000,
  profile: 'standard',
  profiles: { '440000': 'guangdong-2019', '370000': 'shandong-2020', '330100': 'zhejiang-2019' },
};
const dayOf = (second: number): number => Math.floor(second / DAY_SECONDS);

describe('the rule profile of a unit', () => {
  it('is its own, its province’s, or that of all; its offices carry it', () => {
    const { offices } = makeWorld(tiny(byPlace), 7, reference);
    const profiles = Object.fromEntries(offices.map(({ unit, profile }) => [unit, profile]));
    expect(profiles).toEqual({
      330000: 'standard',
      330100: 'zhejiang-2019',
      370000: 'shandong-2020',
      440000: 'guangdong-2019',
      440300: 'guangdong-2019',
    });
  });

  it('says which channels carry levels', () => {
    const { ratings } = make(tiny(byPlace), 7);
    const without = new Set(
      ratings.flatMap(({ key, level }) => (level === 0 ? [partsOf(serviceKeyOf(key)).unit] : [])),
    );
    expect([...without].sort()).toEqual([unitAt('440000'), unitAt('440300')].sort());
  });

  it('must exist, and so must the unit', async () => {
    const wrongProfile = await mistakeOf(() => make(tiny({ profiles: { '330000': 'mars' } }), 7));
    expect(wrongProfile.text.en).toContain('profiles.330000 = "mars"');
    const wrongUnit = await mistakeOf(() => make(tiny({ profiles: { '880000': 'standard' } }), 7));
    expect(wrongUnit.text.en).toContain('880000');
  });
});

describe('default ratings and late ratings by profile', () => {
  const given = { ...byPlace, answering: { hall: 0.3, online: 0.3 } };
  const defaulting = { share: 0.5, afterDays: 3, level: 4 };
  const stated = make(tiny({ ...given, answering: { ...given.answering, defaulting } }), 7);
  const made = make(tiny({ ...given, answering: { ...given.answering, byProfile: true } }), 7);
  const of = (ratings: typeof made.ratings, code: string): typeof made.ratings =>
    ratings.filter(({ key }) => partsOf(serviceKeyOf(key)).unit === unitAt(code));
  const services = new Map(made.services.map((service) => [service.key, service]));

  it('are given where the rules say so, at their level on their day, and nowhere else', () => {
    for (const code of ['440000', '440300']) {
      const given = of(made.ratings, code).filter(({ defaulted }) => defaulted === 1);
      expect(given.length).toBeGreaterThan(20);
      for (const { key, level, assessedAt } of given) {
        expect(level).toBe(3);
        expect(dayOf(assessedAt)).toBe(dayOf(services.get(serviceKeyOf(key))!.serviceAt) + 7);
      }
    }
    for (const code of ['330000', '330100', '370000'])
      expect(of(made.ratings, code).some(({ defaulted }) => defaulted === 1)).toBe(false);
  });

  it('come to the share of unrated services that the rules say', () => {
    const until = made.span.horizon - 8 * DAY_SECONDS;
    const due = made.services.filter(
      ({ key, serviceAt }) => partsOf(key).unit === unitAt('440000') && serviceAt < until,
    );
    const own = new Map(of(made.ratings, '440000').map((rating) => [serviceKeyOf(rating.key), rating]));
    const unrated = due.filter(({ key }) => own.get(key)?.defaulted !== 0);
    const share = unrated.filter(({ key }) => own.has(key)).length / unrated.length;
    expect(Math.abs(share - 0.22)).toBeLessThan(4 * Math.sqrt((0.22 * 0.78) / unrated.length) + 0.01);
  });

  it('follow the scenario in every unit where it states them', () => {
    for (const code of ['330000', '440000']) {
      const given = of(stated.ratings, code).filter(({ defaulted }) => defaulted === 1);
      expect(given.length).toBeGreaterThan(20);
      expect(given.every(({ level }) => level === 4)).toBe(true);
    }
  });

  it('are not given after the window of the place, and other ratings stay as they were', () => {
    const last = (key: number): number =>
      addWorkingDays(calendar, dayOf(services.get(serviceKeyOf(key))!.serviceAt), 5);
    const own = (ratings: typeof made.ratings, code: string): typeof made.ratings =>
      of(ratings, code).filter(({ defaulted }) => defaulted === 0);
    expect(own(made.ratings, '370000')).toEqual(
      own(stated.ratings, '370000').filter(({ key, assessedAt }) => dayOf(assessedAt) <= last(key)),
    );
    expect(own(made.ratings, '370000').length).toBeLessThan(own(stated.ratings, '370000').length);
    expect(own(made.ratings, '330000')).toEqual(own(stated.ratings, '330000'));
  });
});

describe('a limit', () => {
  const span = spanOf(tiny(), calendar, parseDay('2025-03-01'), parseDay('2025-03-31'), 0);

  it('of working days leads where the calendar says, one of natural days leads on', () => {
    for (let day = parseDay('2025-03-03'); day <= parseDay('2025-05-31'); day++) {
      for (const n of [0, 1, 5, 15]) {
        expect(dayAfter(span, 'working', day, n)).toBe(addWorkingDays(calendar, day, n));
        expect(dayAfter(span, 'natural', day, n)).toBe(day + n);
      }
    }
  });

  it('past the years whose notice is known leads to no day', () => {
    expect(dayAfter(span, 'working', parseDay('2026-12-31'), 1)).toBe(Infinity);
  });
});
