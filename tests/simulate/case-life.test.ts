import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWorkingDay, workingDaysBetween } from '../../src/model/time/calendar.ts';
import { partsOf, serviceKeyOf, serviceNumberOf } from '../../src/model/record/key.ts';
import { ABSENT, DAY_SECONDS } from '../../src/model/time/time.ts';
import { calendar, tiny } from '../builders.ts';
import { make, type Made, type MadeRating, type MadeService } from './made.ts';

const given = { units: ['330000', '520100'], casesPerYear: 40_000 };
const plain = { supplement: 0.3 };
const lived = (handling: Record<string, number>): Made =>
  make(tiny({ ...given, handling: { ...plain, ...handling } }), 7);
const base = lived({});

const caseOf = (serviceKey: number): number => Math.floor(serviceKey / 16);
const dayOf = (second: number): number => Math.floor(second / DAY_SECONDS);
/** The cases begun in the run, or all that have a service in it, by number. */
const casesOf = ({ services, span }: Made, since = span.begin): Map<number, MadeService[]> => {
  const cases = new Map<number, MadeService[]>();
  for (const service of services) {
    if (partsOf(service.key).day * DAY_SECONDS < since) continue;
    const list = cases.get(caseOf(service.key));
    if (list) list.push(service);
    else cases.set(caseOf(service.key), [service]);
  }
  return cases;
};

/**
 * Services with their ratings by case and nth of their stage, without the number that shifts with those before, and
 * without texts, which speak of the whole case.
 */
function lives(made: Made): Map<string, unknown> {
  const ratings = new Map<number, MadeRating>(made.ratings.map((one) => [serviceKeyOf(one.key), one]));
  const rows = new Map<string, unknown>();
  for (const [number, list] of casesOf(made, 0)) {
    const nth = new Map<number, number>();
    for (const { key, ...service } of list) {
      const n = (nth.get(service.stage) ?? 0) + 1;
      nth.set(service.stage, n);
      const rating = ratings.get(key);
      rows.set(`${number}/${service.stage}/${n}`, {
        service,
        rating: rating === undefined ? undefined : { ...rating, key: 0, text: rating.text !== undefined },
      });
    }
  }
  return rows;
}

const near = (count: number, n: number, chance: number): void => {
  expect(Math.abs(count - n * chance)).toBeLessThan(5 * Math.sqrt(n * chance * (1 - chance)) + 1);
};
const finished = (list: readonly MadeService[]): boolean => list.some(({ stage }) => stage === 6);
const count = (list: readonly MadeService[], stage: number): number =>
  list.filter((service) => service.stage === stage).length;

describe('a switch of the life of a case moves nothing else:', () => {
  it.each<[string, Record<string, number>]>([
    ['consultation', { consultation: 0.4 }],
    ['payment', { payment: 0.4 }],
    ['repeat', { repeat: 0.5 }],
    ['correction', { correction: 0.3 }],
    ['hotline', { hotline: 0.4 }],
  ])('%s adds services and leaves the others, with their ratings, as they were', (_, handling) => {
    const after = lives(lived(handling));
    const before = lives(base);
    expect(after.size).toBeGreaterThan(before.size + 20);
    for (const [name, row] of before) expect(after.get(name), name).toEqual(row);
  });

  it.each<[string, Record<string, number>]>([
    ['retention', { retention: 0.2 }],
    ['withdrawal', { withdrawal: 0.2 }],
  ])('%s changes the cases it affects and no other', (_, handling) => {
    // Every case is recorded at its acceptance: none is seen or not by how long it takes.
    const all = { acceptanceRecorded: 1 };
    const made = lived(all);
    const [before, after] = [casesOf(made), casesOf(lived({ ...all, ...handling }))];
    expect([...after.keys()]).toEqual([...before.keys()]);
    const text = (list: MadeService[] | undefined): string => JSON.stringify(list);
    const changed = [...before.keys()].filter((key) => text(before.get(key)) !== text(after.get(key)));
    const promised = [...before.values()].filter(
      ([one]) => made.world.tasks[one!.task]!.line.handling === 'promise',
    );
    expect(changed.length).toBeGreaterThan(0.05 * promised.length);
    expect(changed.length).toBeLessThan(0.25 * promised.length);
  });

  it('does not move another one that is on', () => {
    const both = lives(lived({ consultation: 0.4, payment: 0.3, correction: 0.2, hotline: 0.2 }));
    for (const [name, row] of lives(lived({ payment: 0.3 }))) expect(both.get(name), name).toEqual(row);
  });
});

describe('a case', () => {
  it('has consultations and payments as often as the scenario says', () => {
    const cases = [...casesOf(lived({ consultation: 0.4, payment: 0.25 })).values()];
    near(cases.filter((list) => count(list, 1) === 1).length, cases.length, 0.4);
    const done = cases.filter(finished);
    near(done.filter((list) => count(list, 5) === 1).length, done.length, 0.25);
    expect(cases.some((list) => count(list, 5) > 0 && !finished(list))).toBe(false);
  });

  it('is consulted about on the day of application, and waits to be accepted', () => {
    for (const list of casesOf(lived({ consultation: 1, repeat: 0.5 })).values()) {
      const applied = list.find(({ stage }) => stage !== 1);
      // Nothing but the consultation has come of it yet.
      if (applied === undefined) continue;
      for (const { stage, status, acceptedAt, serviceAt } of list) {
        if (stage !== 1) continue;
        expect([status, acceptedAt]).toEqual([1, ABSENT]);
        expect(serviceAt).toBeLessThanOrEqual(applied.acceptedAt);
        expect(dayOf(serviceAt)).toBe(dayOf(applied.acceptedAt));
      }
    }
  });

  it('is completed once more, on a later working day, where its result was wrong', () => {
    const made = lived({ correction: 1 });
    const cases = [...casesOf(made).values()].filter(finished);
    const corrected = cases.filter((list) => count(list, 6) === 2);
    expect(corrected.length).toBeGreaterThan(cases.length / 3);
    for (const list of corrected) {
      const [first, second] = list.slice(-2);
      expect([first!.stage, second!.stage]).toEqual([6, 6]);
      expect(second!.finishedAt).toBe(second!.serviceAt);
      expect(isWorkingDay(calendar, dayOf(second!.serviceAt))).toBe(true);
      // What is done on the spot late in the evening may end after midnight.
      const instant = made.world.tasks[first!.task]!.line.handling === 'instant';
      const from = dayOf(instant ? first!.acceptedAt : first!.serviceAt);
      const days = workingDaysBetween(calendar, from, dayOf(second!.serviceAt));
      expect(days).toBeGreaterThanOrEqual(1);
      expect(days).toBeLessThanOrEqual(10);
    }
  });

  it('that is kept takes so many times its promise', () => {
    const made = lived({ retention: 1, retentionTimes: 1.5 });
    const done = made.services.filter(
      ({ stage, task }) => stage === 6 && made.world.tasks[task]!.line.handling === 'promise',
    );
    expect(done.length).toBeGreaterThan(100);
    for (const { task, acceptedAt, finishedAt } of done) {
      const days = workingDaysBetween(calendar, dayOf(acceptedAt), dayOf(finishedAt));
      expect(days).toBeGreaterThanOrEqual(Math.ceil(made.world.tasks[task]!.line.promisedDays * 1.5));
    }
  });

  it('that is withdrawn is recorded at its acceptance and never completed', () => {
    const made = lived({ withdrawal: 1, payment: 1, correction: 1 });
    for (const list of casesOf(made).values()) {
      const instant = made.world.tasks[list[0]!.task]!.line.handling === 'instant';
      if (instant) continue;
      expect(list[0]!.stage).toBe(3);
      expect(list.some(({ stage }) => stage > 4)).toBe(false);
    }
  });

  it('has sixteen services at most, numbered from 1 in the order of their times, whatever happens to it', () => {
    const chance = fc.constantFrom(0, 0.3, 1);
    const any = fc.record({
      consultation: chance,
      payment: chance,
      correction: chance,
      retention: chance,
      retentionTimes: fc.constantFrom(1, 2.5),
      withdrawal: fc.constantFrom(0, 0.3),
      hotline: chance,
      supplement: chance,
      repeat: fc.constantFrom(0, 0.5, 0.9),
      acceptanceRecorded: chance,
    });
    let most = 0;
    fc.assert(
      fc.property(any, fc.integer({ min: 1, max: 99 }), (handling, seed) => {
        const made = make(tiny({ units: ['520100'], casesPerYear: 3000, handling }), seed);
        for (const list of casesOf(made).values()) {
          most = Math.max(most, list.length);
          expect(list.length).toBeLessThanOrEqual(16);
          list.forEach(({ key, serviceAt, acceptedAt, finishedAt }, i) => {
            expect(serviceNumberOf(key)).toBe(i + 1);
            expect(serviceAt).toBeGreaterThanOrEqual(list[Math.max(0, i - 1)]!.serviceAt);
            expect(serviceAt).toBeLessThan(made.span.horizon);
            if (finishedAt !== ABSENT) expect(finishedAt).toBeGreaterThanOrEqual(acceptedAt);
          });
        }
      }),
      { numRuns: 12 },
    );
    expect(most).toBeGreaterThan(8);
  });
});

describe('a call to the hotline', () => {
  const made = lived({ hotline: 0.5 });
  const calls = [...casesOf(made).values()].filter(([one]) => one!.stage === 1).map(([one]) => one!);

  it('is a case of its own, answered at once', () => {
    const others = casesOf(base).size;
    near(calls.length, 2 * others, 0.25);
    for (const { status, channel, acceptedAt, finishedAt, serviceAt } of calls) {
      expect([status, channel]).toEqual([3, 1]);
      expect(finishedAt).toBe(serviceAt);
      expect(serviceAt - acceptedAt).toBeLessThanOrEqual(660);
    }
  });

  it('is asked about by telephone the next day', () => {
    const called = new Map(calls.map((call) => [call.key, call]));
    const ratings = made.ratings.filter(({ key, defaulted }) => called.has(serviceKeyOf(key)) && !defaulted);
    expect(ratings.length).toBeGreaterThan(100);
    for (const { key, channel, assessedAt } of ratings) {
      expect(channel).toBe(6);
      expect(dayOf(assessedAt)).toBe(dayOf(called.get(serviceKeyOf(key))!.serviceAt) + 1);
    }
  });
});
