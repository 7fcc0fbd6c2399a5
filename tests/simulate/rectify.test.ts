import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newTable } from '../../src/model/record/columns.ts';
import { caseKey, partsOf, ratingKey, serviceKeyOf } from '../../src/model/record/key.ts';
import { isWithin, limitsOf } from '../../src/model/rectification.ts';
import { verdict } from '../../src/model/codes.ts';
import { ABSENT, DAY_SECONDS, parseDay } from '../../src/model/time/time.ts';
import { mechanism } from '../../src/model/truth.ts';
import { recordCallBack, Rectifier } from '../../src/simulate/rating/rectify.ts';
import { spanOf } from '../../src/simulate/span.ts';
import { profileIdOf, unitRules } from '../../src/simulate/world/unit-rules.ts';
import { calendar, reference, tiny, unitAt } from '../builders.ts';
import { make, type Made, type MadeRating, type MadeRectification } from './made.ts';

const given = { casesPerYear: 60_000, to: '2025-04-30' };
const on = { ...given, rectification: { chance: 1 } };
const off = { ...given, rectification: { chance: 0 } };
const made = make(tiny(on), 7);
const ratingOf = ({ ratings }: Made): ((one: { key: number }) => MadeRating) => {
  const byKey = new Map(ratings.map((rating) => [rating.key, rating]));
  return ({ key }) => byKey.get(key)!;
};
const isBad = ({ key, level }: MadeRating): boolean => (level === 1 || level === 2) && key % 2 === 0;
const near = (count: number, n: number, chance: number): void => {
  expect(n).toBeGreaterThan(30);
  expect(Math.abs(count - n * chance)).toBeLessThan(5 * Math.sqrt(n * chance * (1 - chance)) + 1);
};

describe('rectifications', () => {
  it('are made of every bad first rating where the chance is 1, of none where it is 0', () => {
    expect(made.rectifications.map(({ key }) => key)).toEqual(
      made.ratings.filter(isBad).map(({ key }) => key),
    );
    expect(made.rectifications.length).toBeGreaterThan(100);
    expect(make(tiny(off), 7).rectifications).toEqual([]);
    const half = make(tiny({ ...given, rectification: { chance: 0.5 } }), 7).rectifications;
    near(half.length, made.rectifications.length, 0.5);
    const known = new Map(made.rectifications.map((one) => [one.key, one]));
    for (const one of half) expect(one).toEqual(known.get(one.key));
  });

  it('leave services and ratings as they were', () => {
    const without = make(tiny(off), 7);
    expect(made.services).toEqual(without.services);
    expect(made.ratings).toEqual(without.ratings);
  });

  it('come in the order rated, contacted, rectified, called back, and nothing after the end', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...reference.profiles.map(({ id }) => id)),
        fc.constantFrom(0, 0.5, 1),
        fc.integer({ min: 1, max: 50 }),
        (profile, late, seed) => {
          const rectification = { chance: 1, lateContact: late, lateRectification: 1 - late };
          const run = make(tiny({ casesPerYear: 20_000, profile, rectification }), seed);
          const rating = ratingOf(run);
          for (const one of run.rectifications) {
            const times = [one.contactedAt, one.rectifiedAt, one.calledBackAt].filter((at) => at !== ABSENT);
            const all = [rating(one).assessedAt, ...times];
            expect(all).toEqual([...all].sort((a, b) => a - b));
            expect(Math.max(...all)).toBeLessThan(run.span.horizon);
          }
        },
      ),
      { numRuns: 12 },
    );
  });

  it('keep the limits of every rule profile unless they are late, and then do not', () => {
    for (const profile of reference.profiles) {
      const limits = limitsOf(profile, reference.assumedRules);
      for (const late of [0, 1]) {
        const rectification = { chance: 1, lateContact: late, lateRectification: late };
        const run = make(tiny({ ...given, casesPerYear: 15_000, profile: profile.id, rectification }), 7);
        const rating = ratingOf(run);
        let looked = 0;
        for (const one of run.rectifications) {
          const { assessedAt } = rating(one);
          const limit = one.complex === 1 ? limits.complex : limits.ordinary;
          const within = (at: number, l: typeof limit): boolean => isWithin(calendar, l, assessedAt, at);
          if (one.contactedAt !== ABSENT) expect(within(one.contactedAt, limits.contact)).toBe(late === 0);
          if (one.rectifiedAt !== ABSENT) expect(within(one.rectifiedAt, limit)).toBe(late === 0);
          looked++;
        }
        expect(looked, profile.id).toBeGreaterThan(20);
      }
    }
  });

  it('have a verdict once they are rectified, and a call-back only where the rating was upheld', () => {
    const rating = ratingOf(made);
    for (const one of made.rectifications) {
      expect(one.verdict === 0).toBe(one.rectifiedAt === ABSENT);
      if (one.verdict !== verdict.upheld)
        expect([one.calledBackAt, one.calledBackTo, one.satisfied]).toEqual([-1, -1, 0]);
      if (one.calledBackAt !== ABSENT) {
        expect(one.calledBackTo).toBe(rating(one).rater);
        expect([1, 2]).toContain(one.satisfied);
      }
    }
  });

  it('are undecided at the end where the rating came late', () => {
    const undecided = made.rectifications.filter((one) => one.verdict === 0);
    expect(undecided.length).toBeGreaterThan(10);
    const last = made.span.horizon - 40 * DAY_SECONDS;
    const rating = ratingOf(made);
    expect(undecided.every((one) => rating(one).assessedAt > last)).toBe(true);
  });

  it('are complex, upheld, called back and satisfied as often as the scenario says', () => {
    const { rectifications, span } = made;
    const rating = ratingOf(made);
    near(rectifications.filter(({ complex }) => complex === 1).length, rectifications.length, 0.2);
    const old = rectifications.filter((one) => rating(one).assessedAt < span.horizon - 40 * DAY_SECONDS);
    const upheld = old.filter((one) => one.verdict === verdict.upheld);
    near(upheld.length, old.length, 1 - 0.27);
    const called = upheld.filter(({ calledBackAt }) => calledBackAt !== ABSENT);
    near(called.length, upheld.length, 0.9);
    near(called.filter(({ satisfied }) => satisfied === 2).length, called.length, 0.8);
  });
});

describe('the verdict', () => {
  const scenario = tiny({ rectification: { chance: 1 } });
  const span = spanOf(scenario, calendar, parseDay(scenario.from), parseDay(scenario.to), 0);
  const rectifier = new Rectifier(scenario, 7, unitRules(scenario, reference), span);
  const day = parseDay('2025-03-03');
  const verdictsOf = (how: number): number[] =>
    Array.from({ length: 400 }, (_, serial) => {
      const key = ratingKey(caseKey(unitAt('330000'), day, 5, serial), 1);
      return rectifier.courseOf(key, day * DAY_SECONDS + 36_000, how)!.verdict;
    });
  const count = (list: readonly number[], wanted: number): number =>
    list.filter((one) => one === wanted).length;

  it('follows what really happened, most of the time', () => {
    near(count(verdictsOf(mechanism.own), verdict.upheld), 400, 0.73);
    near(count(verdictsOf(mechanism.malicious), verdict.malicious), 400, 0.8);
    near(count(verdictsOf(mechanism.misclick), verdict.mistaken), 400, 0.8);
    expect(count(verdictsOf(mechanism.own), verdict.withdrawn)).toBeGreaterThan(10);
  });

  it('is drawn for the same rating the same way, whatever its mechanism makes of it', () => {
    const batch = newTable('rating', 1);
    batch.length = 1;
    batch.key[0] = ratingKey(caseKey(unitAt('330000'), day, 5, 3), 1);
    batch.level[0] = 2;
    batch.assessedAt[0] = day * DAY_SECONDS + 36_000;
    const of = (how: number): unknown =>
      rectifier.rectify(batch, { mechanism: Uint8Array.of(how) }).contactedAt[0];
    expect(of(mechanism.malicious)).toBe(of(mechanism.own));
  });
});

describe('a call-back that is written down', () => {
  it('can be taken away, or put on another telephone', () => {
    const rows = newTable('rectification', 1);
    recordCallBack(rows, 0, 500, 7, 2);
    expect([rows.calledBackAt[0], rows.calledBackTo[0], rows.satisfied[0]]).toEqual([500, 7, 2]);
    recordCallBack(rows, 0, ABSENT, 7, 2);
    expect([rows.calledBackAt[0], rows.calledBackTo[0], rows.satisfied[0]]).toEqual([-1, -1, 0]);
  });
});

describe('additional ratings', () => {
  const answering = { ...tiny().answering, additional: { rectified: 1, otherwise: 0.05 } };
  const scenario = tiny({ ...on, answering });
  const run = make(scenario, 7);
  const rating = ratingOf(run);
  const additional = run.ratings.filter(({ key }) => key % 2 === 1);
  const rectified = new Map<number, MadeRectification>(
    run.rectifications.flatMap((one) => (one.verdict === verdict.upheld ? [[one.key, one]] : [])),
  );
  const afterRectified = additional.filter(({ key }) => rectified.has(key - 1));

  it('leave services, first ratings and rectifications as they were', () => {
    expect(run.services).toEqual(made.services);
    expect(run.ratings.filter(({ key }) => key % 2 === 0)).toEqual(made.ratings);
    expect(run.rectifications).toEqual(made.rectifications);
  });

  it('stand directly after the first, which a person gave, and come after it and its rectification', () => {
    expect(additional.length).toBeGreaterThan(500);
    run.ratings.forEach(({ key }, i) => {
      if (key % 2 === 1) expect(run.ratings[i - 1]!.key).toBe(key - 1);
    });
    for (const { key, assessedAt, uploadedAt, device, rater, defaulted } of additional) {
      const first = rating({ key: key - 1 });
      expect(first.defaulted).toBe(0);
      expect(assessedAt).toBeGreaterThan(
        Math.max(first.assessedAt, rectified.get(key - 1)?.rectifiedAt ?? 0),
      );
      expect(assessedAt).toBeLessThan(run.span.horizon);
      expect(uploadedAt).toBeGreaterThanOrEqual(assessedAt);
      expect([rater, device, defaulted]).toEqual([first.rater, 1000 + first.rater, 0]);
    }
  });

  it('improve on a bad one that was rectified, more often than not', () => {
    const improved = afterRectified.filter(({ key, level }) => level > rating({ key: key - 1 }).level);
    near(improved.length, afterRectified.length, 0.7);
  });

  it('say what is felt, with a reason where it is bad', () => {
    for (const { level, felt, mechanism: how, tags } of additional) {
      expect([level, how]).toEqual([felt, mechanism.own]);
      if (level <= 2) expect(tags).toBeGreaterThan(0);
    }
  });

  it('are rare after others', () => {
    const others = run.ratings.filter(
      ({ key, defaulted, assessedAt }) =>
        key % 2 === 0 &&
        !defaulted &&
        !rectified.has(key) &&
        assessedAt < run.span.horizon - 31 * DAY_SECONDS,
    );
    const followed = new Set(additional.map(({ key }) => key - 1));
    near(others.filter(({ key }) => followed.has(key)).length, others.length, 0.05);
  });

  it('are not given where the rules allow none', () => {
    const place = { profiles: { '330000': 'guangdong-2019', '520000': 'zhejiang-2019' } };
    const mixed = make(tiny({ ...on, answering, ...place }), 7);
    const units = new Set(
      mixed.ratings.flatMap(({ key }) => (key % 2 === 1 ? [partsOf(serviceKeyOf(key)).unit] : [])),
    );
    expect([...units].sort()).toEqual([unitAt('520000'), unitAt('520100')].sort());
    const [city] = reference.units.filter(({ code }) => code === '330100');
    expect(profileIdOf(tiny(place), city!)).toBe('guangdong-2019');
  });
});
