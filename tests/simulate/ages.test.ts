import { describe, expect, it } from 'vitest';
import { ageBands, ageBandOf } from '../../src/model/record/birthdays.ts';
import { WORDS } from '../../src/model/math/random.ts';
import { partsOf, serviceNumberOf } from '../../src/model/record/key.ts';
import { bandOfApplicant } from '../../src/simulate/world/age-effects.ts';
import { tiny } from '../builders.ts';
import { make, type MadeService } from './made.ts';

const given = { casesPerYear: 120_000, experience: { person: 0, case: 0, windowDay: 0 } };
const strong = {
  applicants: { ageOnline: { '18': 0.3, '35': 0, '60': -0.5 } },
  experience: { ...given.experience, age: { '18': -0.1, '35': 0, '60': 0.3 } },
};
const none = {
  applicants: { ageOnline: { '18': 0, '35': 0, '60': 0 } },
  experience: { ...given.experience, age: { '18': 0, '35': 0, '60': 0 } },
};
const aged = make(tiny({ ...given, ...strong }), 7);
const ageless = make(tiny({ ...given, ...none }), 7);
const ONLINE = 1;

const firstOf = ({ services, span }: typeof aged): MadeService[] =>
  services.filter(
    ({ key }) => serviceNumberOf(key) === 1 && span.off[span.days.indexOf(partsOf(key).day)] !== 1,
  );
const shareOnline = (list: readonly MadeService[]): number =>
  list.filter(({ channel }) => channel === ONLINE).length / list.length;
const expectedOnline = (list: readonly MadeService[]): number =>
  list.reduce((sum, { task }) => sum + aged.tables.online[task]! / WORDS, 0) / list.length;

describe('the age of natural persons', () => {
  it('is spread over cases by the shares of the bands', () => {
    const natural = firstOf(aged).filter(({ userType }) => userType === 1);
    for (const [band, { share }] of ageBands.entries()) {
      const own = natural.filter(({ person }) => ageBandOf(person) === band);
      expect(own.length / natural.length).toBeCloseTo(share, 1);
    }
  });

  it('changes where they come by band, and not how many cases of items come online', () => {
    const first = firstOf(aged);
    const odds = [0, 1, 2].map((band) => {
      const own = first.filter(({ userType, person }) => bandOfApplicant(userType, person) === band);
      return shareOnline(own) - expectedOnline(own);
    });
    expect(odds[0]!).toBeLessThan(-0.05);
    expect(odds[2]!).toBeGreaterThan(0.02);
    const limit = 4 * Math.sqrt(0.25 / first.length);
    expect(Math.abs(shareOnline(first) - expectedOnline(first))).toBeLessThan(limit);
  });

  it('changes what they feel by band, and not the mean of a place', () => {
    const { online, felt, together, variance } = aged.tables.ages;
    for (const p of [0.1, 0.5, 0.95]) {
      const chance = (band: number): number => p + online[band]! * p * (1 - p);
      const mean = (weight: (band: number) => number): number =>
        ageBands.reduce((sum, { share }, band) => sum + share * weight(band) * felt[band]!, 0);
      expect(mean(chance) / p).toBeCloseTo((1 - p) * together, 12);
      expect(mean((band) => 1 - chance(band)) / (1 - p)).toBeCloseTo(-p * together, 12);
      expect(ageBands.reduce((sum, { share }, band) => sum + share * chance(band), 0)).toBeCloseTo(p, 12);
    }
    expect(variance[0]).toBeGreaterThan(0);
    expect([online[3], felt[3], variance[3]]).toEqual([0, 0, 0]);
    const goodOf = ({ services, ratings }: typeof aged, band?: number): number => {
      const bandOfKey = new Map(services.map((s) => [s.key, bandOfApplicant(s.userType, s.person)]));
      const own = ratings.filter(
        ({ key, level }) =>
          key % 2 === 0 && level > 0 && (band === undefined || bandOfKey.get(key / 2) === band),
      );
      return own.filter(({ level }) => level === 5).length / own.length;
    };
    expect(goodOf(aged, 0)).toBeGreaterThan(goodOf(aged, 2) + 0.01);
    expect(Math.abs(goodOf(aged) - goodOf(ageless))).toBeLessThan(0.01);
  });

  it('leaves organisations, and who applies, as they are', () => {
    const known = new Map(ageless.services.map((one) => [one.key, one]));
    for (const one of aged.services) {
      const other = known.get(one.key);
      if (other === undefined) continue;
      expect(other.person).toBe(one.person);
      if (one.userType !== 1) expect(other).toEqual(one);
    }
  });
});
