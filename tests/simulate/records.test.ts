import { describe, expect, it } from 'vitest';
import { workingDaysBetween } from '../../src/model/time/calendar.ts';
import { caseKey, partsOf, serviceKeyOf, serviceNumberOf } from '../../src/model/record/key.ts';
import { normalCdf } from '../../src/model/math/normal.ts';
import { ABSENT, DAY_SECONDS } from '../../src/model/time/time.ts';
import { mechanism } from '../../src/model/truth.ts';
import { Losses } from '../../src/simulate/rating/losses.ts';
import { HALL, ONLINE } from '../../src/simulate/world/tables.ts';
import type { Partition } from '../../src/simulate/partitions.ts';
import { calendar, mistakeOf, reference, tiny, tinyUnits, unitAt } from '../builders.ts';
import { make, type Made, type MadeRating, type MadeService } from './made.ts';

// Some fifteen thousand services: enough of everything that is rare.
const scenario = tiny({ casesPerYear: 32_000, handling: { medianShare: 0.7 } });
const made = make(scenario, 7);
const serviceByKey = new Map(made.services.map((service) => [service.key, service]));
const serviceOf = (ratingKey: number): MadeService => serviceByKey.get(serviceKeyOf(ratingKey))!;
const placeInPool = ({ channel }: MadeService): number => (channel === 1 ? ONLINE : HALL);
const lineOf = ({ task }: MadeService) => made.world.tasks[task]!.line;
const dayOf = (second: number): number => Math.floor(second / DAY_SECONDS);
const isBegunInRun = ({ key }: MadeService): boolean => partsOf(key).day >= dayOf(made.span.begin);

/** Working days after which a service completed its case; 0 for any other. */
const daysOf = (service: MadeService): number =>
  service.status === 3 && lineOf(service).handling === 'promise'
    ? workingDaysBetween(calendar, dayOf(service.acceptedAt), dayOf(service.finishedAt))
    : 0;
const isLate = (service: MadeService): boolean => daysOf(service) > lineOf(service).promisedDays;

/** The first rows that are not as they should be; an assertion a row would take longer than making them. */
const wrongIn = <Row>(rows: readonly Row[], right: (row: Row) => boolean): Row[] =>
  rows.filter((row) => !right(row)).slice(0, 3);

/** Within five standard errors of the sum of independent yes-or-no draws. */
const near = (count: number, chances: readonly number[]): void => {
  const mean = chances.reduce((sum, p) => sum + p, 0);
  const variance = chances.reduce((sum, p) => sum + p * (1 - p), 0);
  expect(Math.abs(count - mean)).toBeLessThan(5 * Math.sqrt(variance) + 1);
};

it('there are enough records to look at', () => {
  expect(made.services.length).toBeGreaterThan(12_000);
  expect(made.services.filter(isLate).length).toBeGreaterThan(200);
  expect(made.ratings.filter(({ level }) => level <= 2).length).toBeGreaterThan(100);
});

describe('the records of a run', () => {
  const rows = ({ services, ratings }: Made): unknown => ({ services, ratings });
  const ofUnit = ({ services, ratings, world }: Made, code: string): unknown => ({
    services: services.flatMap(({ task, ...service }) => {
      const { line, unit } = world.tasks[task]!;
      return unit.unit.code === code ? [{ ...service, taskCode: line.taskCode }] : [];
    }),
    ratings: ratings.filter(({ key }) => partsOf(serviceKeyOf(key)).unit === unitAt(code)),
  });

  const small = make(tiny(), 7);

  it('are the same for the same seed, and others for another', () => {
    expect(rows(make(tiny(), 7))).toEqual(rows(small));
    const other = make(tiny(), 8);
    for (const code of tinyUnits) expect(ofUnit(other, code)).not.toEqual(ofUnit(small, code));
  });

  it('of a unit do not change when another unit is added', () => {
    const after = make(tiny({ units: ['110000', ...tinyUnits, '440300'] }), 7);
    for (const code of tinyUnits) expect(ofUnit(after, code)).toEqual(ofUnit(small, code));
    expect(after.services.length).toBeGreaterThan(small.services.length);
  });

  it('do not change with the cut into parts', () => {
    const daily = make(tiny(), 7, (parts) =>
      parts.flatMap((part) =>
        Array.from({ length: part.lastDay - part.firstDay }, (_, i) => ({
          ...part,
          firstDay: part.firstDay + i,
          lastDay: part.firstDay + i + 1,
        })),
      ),
    );
    expect(daily.parts.length).toBe(4 * small.span.days.length);
    expect(rows(daily)).toEqual(rows(small));
  });

  it('of a day do not depend on the days before it', () => {
    const firstDay = small.span.first + 10;
    const second = make(tiny(), 7, (parts) => parts.map((part) => ({ ...part, firstDay })));
    const from = small.span.days[firstDay]!;
    expect(second.services).toEqual(small.services.filter(({ key }) => partsOf(key).day >= from));
  });

  it('are cut where a part has twenty thousand cases, and all days are in one part', () => {
    let parts: readonly Partition[] = [];
    const large = make(tiny({ units: ['330000'], casesPerYear: 700_000 }), 7, (planned) => {
      parts = planned;
      return [];
    });
    expect(parts.length).toBeGreaterThan(2);
    expect(parts[0]!.firstDay).toBe(0);
    // The days before the run are part of the first one.
    expect(parts[0]!.lastDay).toBeGreaterThan(large.span.first);
    expect(parts.at(-1)!.lastDay).toBe(large.span.days.length);
    parts.slice(1).forEach((part, i) => expect(part.firstDay).toBe(parts[i]!.lastDay));
    expect(large.services).toEqual([]);
  });
});

describe('services', () => {
  const { services, world, span } = made;

  it('come in key order, each key once', () => {
    expect(wrongIn([...services.keys()].slice(1), (i) => services[i]!.key > services[i - 1]!.key)).toEqual(
      [],
    );
  });

  it('have the key of their unit, item, day of application and place in the case', () => {
    const firstTask = new Map(
      world.units.map((unit) => [unit.index, world.tasks.findIndex((t) => t.unit === unit)]),
    );
    const rightPlace = ({ key, task, acceptedAt }: MadeService): boolean => {
      const { unit, day, slot } = partsOf(key);
      const { index } = world.tasks[task]!.unit;
      return unit === index && day === dayOf(acceptedAt) && slot === task - firstTask.get(unit)!;
    };
    expect(wrongIn(services, rightPlace)).toEqual([]);
    // Serials of an item and day count up without a gap: what is done on the spot is recorded, but for what is begun late on
    // the last evening and done after the end of the run.
    const lastDay = dayOf(span.horizon) - 1;
    const serials = new Map<number, Set<number>>();
    for (const service of services.filter(isBegunInRun)) {
      if (lineOf(service).handling !== 'instant') continue;
      const { key } = service;
      const { unit, day, slot, serial } = partsOf(key);
      if (day === lastDay) continue;
      const group = caseKey(unit, day, slot, 0);
      serials.set(group, (serials.get(group) ?? new Set()).add(serial));
    }
    expect(wrongIn([...serials.values()], (set) => Math.max(...set) === set.size - 1)).toEqual([]);
  });

  it('of a case are numbered from 1 in the order of their times and end with its completion', () => {
    const cases = new Map<number, MadeService[]>();
    for (const service of services.filter(isBegunInRun)) {
      const first = service.key - serviceNumberOf(service.key) + 1;
      cases.set(first, [...(cases.get(first) ?? []), service]);
    }
    const rightCase = (list: MadeService[]): boolean =>
      list.every(
        ({ key, serviceAt, ...one }, i) =>
          serviceNumberOf(key) === i + 1 &&
          serviceAt >= list[Math.max(0, i - 1)]!.serviceAt &&
          (['person', 'task', 'channel', 'userType', 'acceptedAt'] as const).every(
            (field) => one[field] === list[0]![field],
          ),
      );
    expect(wrongIn([...cases.values()], rightCase)).toEqual([]);
    const stages = new Set([...cases.values()].map((list) => list.map(({ stage }) => stage).join()));
    expect([...stages].sort()).toEqual(['3', '3,4', '3,4,6', '3,6', '4', '4,6', '6']);
  });

  it('of a case begun before the run go on with the numbers that it has left', () => {
    const before = services.filter((service) => !isBegunInRun(service));
    expect(before.length).toBeGreaterThan(500);
    const numbers = new Set(before.map(({ key }) => serviceNumberOf(key)));
    expect([...numbers].sort()).toEqual([1, 2, 3]);
    expect(wrongIn(before, ({ serviceAt }) => serviceAt >= span.begin)).toEqual([]);
    // Its first services are those of a run that begins earlier.
    const earlier = make({ ...scenario, from: '2025-01-01' }, 7);
    const inRun = earlier.services.filter(({ serviceAt }) => serviceAt >= span.begin);
    expect(services).toEqual(inRun);
  });

  it('have times in order, and nothing at or after the end', () => {
    const right = ({ status, stage, acceptedAt, finishedAt, serviceAt }: MadeService): boolean =>
      acceptedAt <= serviceAt &&
      serviceAt < span.horizon &&
      status === (stage === 6 ? 3 : 2) &&
      finishedAt === (stage === 6 ? serviceAt : ABSENT);
    expect(wrongIn(services, right)).toEqual([]);
    expect(Math.max(...services.map(({ serviceAt }) => serviceAt))).toBeGreaterThan(
      span.horizon - DAY_SECONDS,
    );
  });

  it('come online only where the item can be applied for online, and only for published items', () => {
    const right = (service: MadeService): boolean =>
      lineOf(service).published && (service.channel === 2 || lineOf(service).depth >= 2);
    expect(wrongIn(services, right)).toEqual([]);
    expect(world.tasks.some(({ line }) => !line.published || line.depth < 2)).toBe(true);
    expect(services.some(({ channel }) => channel === 1)).toBe(true);
  });

  it('in halls begin in opening hours', () => {
    const hours = new Set(
      services
        .filter(({ channel }) => channel === 2)
        .map(({ acceptedAt }) => Math.floor((acceptedAt % DAY_SECONDS) / 3600)),
    );
    expect([...hours].sort((a, b) => a - b)).toEqual([8, 9, 10, 11, 13, 14, 15, 16, 17]);
  });

  it('of instant items end within half an hour, of the others on a later working day', () => {
    const right = (service: MadeService): boolean =>
      lineOf(service).handling === 'instant'
        ? service.finishedAt - service.acceptedAt < 1800
        : workingDaysBetween(calendar, dayOf(service.acceptedAt), dayOf(service.finishedAt)) >= 1;
    const finished = services.filter(({ stage }) => stage === 6);
    expect(wrongIn(finished, right)).toEqual([]);
  });

  it('are as many as the scenario asks for, unit by unit', () => {
    // Where all days are alike, as many cases show first as are applied for.
    const demand = { weekday: Array(5).fill(1), month: Array(12).fill(1), afterBreak: 1, offDays: 0 };
    const even = make(tiny({ casesPerYear: 32_000, demand }), 7);
    const share = even.span.share.subarray(even.span.first).reduce((sum, part) => sum + part, 0);
    for (const unit of world.units) {
      const mine = world.tasks.filter((task) => task.unit === unit);
      const popularity = (tasks: typeof mine): number =>
        tasks.reduce((sum, { item }) => sum + item.popularity, 0);
      const offered = popularity(mine.filter(({ line }) => line.published)) / popularity(mine);
      const mean = unit.casesPerYear * share * offered;
      const begun = even.services.filter(
        ({ key }) => partsOf(key).unit === unit.index && serviceNumberOf(key) === 1,
      );
      expect(Math.abs(begun.length - mean)).toBeLessThan(5 * Math.sqrt(mean));
    }
  });

  it('are recorded at acceptance and supplemented as often as the scenario says', () => {
    const finished = services.filter((service) => service.stage === 6 && isBegunInRun(service));
    const begun = new Set(services.filter(({ stage }) => stage === 3).map(({ key }) => Math.floor(key / 16)));
    near(
      finished.filter(({ key }) => begun.has(Math.floor(key / 16))).length,
      finished.map(() => scenario.handling.acceptanceRecorded),
    );
    const long = finished.filter(
      (s) => workingDaysBetween(calendar, dayOf(s.acceptedAt), dayOf(s.finishedAt)) > 1,
    );
    const asked = new Set(services.filter(({ stage }) => stage === 4).map(({ key }) => Math.floor(key / 16)));
    near(
      long.filter(({ key }) => asked.has(Math.floor(key / 16))).length,
      long.map(() => scenario.handling.supplement),
    );
  });
});

describe('ratings', () => {
  const { ratings, span } = made;

  it('come in key order, at most one a service, each of a service of the run', () => {
    expect(wrongIn([...ratings.keys()].slice(1), (i) => ratings[i]!.key > ratings[i - 1]!.key)).toEqual([]);
    expect(ratings.every(({ key }) => serviceByKey.has(serviceKeyOf(key)))).toBe(true);
    expect(new Set(ratings.map(({ key }) => serviceKeyOf(key))).size).toBe(ratings.length);
  });

  it('come after their service and before the end', () => {
    const right = ({ key, assessedAt }: MadeRating): boolean =>
      assessedAt >= serviceOf(key).serviceAt && assessedAt < span.horizon;
    expect(wrongIn(ratings, right)).toEqual([]);
  });

  it('of the services of a case are given each on its own', () => {
    const waits = new Map<number, number[]>();
    for (const { key, channel, assessedAt, defaulted } of ratings) {
      if (defaulted === 1) continue;
      const group = Math.floor(serviceKeyOf(key) / 16) * 8 + channel;
      waits.set(group, [...(waits.get(group) ?? []), assessedAt - serviceOf(key).serviceAt]);
    }
    const pairs = [...waits.values()].filter((list) => list.length === 2);
    expect(pairs.length).toBeGreaterThan(200);
    expect(pairs.filter(([a, b]) => a === b).length / pairs.length).toBeLessThan(0.1);
  });

  it('that are bad have a tag or a text', () => {
    const bad = ratings.filter(({ level }) => level === 1 || level === 2);
    for (const { tags, text } of bad) expect(tags !== 0 || text !== undefined).toBe(true);
    expect(bad.some(({ tags }) => tags === 0)).toBe(true);
    expect(bad.some(({ text }) => text === undefined)).toBe(true);
  });

  it('have tags of their level that fit the place of the service, two at most', () => {
    const right = ({ key, level, tags, tagFault }: MadeRating): boolean => {
      const place = placeInPool(serviceOf(key)) === ONLINE ? 'online' : 'hall';
      const ofLevel = reference.tags.filter((tag) => tag.level === level);
      const chosen = ofLevel.filter((_, bit) => (tags & (1 << bit)) !== 0);
      return (
        tagFault === 0 &&
        chosen.length <= 2 &&
        chosen.every(({ where }) => where === 'any' || where === place)
      );
    };
    expect(wrongIn(ratings, right)).toEqual([]);
    expect(new Set(ratings.map(({ tags }) => tags)).size).toBeGreaterThan(20);
  });

  it('come on the channels of the place', () => {
    const channels = [Object.keys(scenario.channels.online), Object.keys(scenario.channels.hall)];
    const right = ({ key, channel }: MadeRating): boolean =>
      channels[placeInPool(serviceOf(key))]!.includes(String(channel));
    expect(wrongIn(ratings, right)).toEqual([]);
  });

  it('without a person’s answer are those of the system, days later, at its level', () => {
    const defaulted = ratings.filter((rating) => rating.defaulted === 1);
    const { afterDays, level } = scenario.answering.defaulting!;
    expect(defaulted.length).toBeGreaterThan(50);
    for (const rating of defaulted) {
      expect(rating).toMatchObject({ level, tags: 0, text: undefined, mechanism: mechanism.defaulted });
      expect(dayOf(rating.assessedAt)).toBe(dayOf(serviceOf(rating.key).serviceAt) + afterDays);
    }
  });

  it('carry a level only where the rules of the place say so', () => {
    const southern = make(tiny({ profile: 'guangdong-2019' }), 7).ratings;
    const without = southern.filter(({ channel }) => [5, 6, 7].includes(channel));
    expect(without.length).toBeGreaterThan(50);
    for (const rating of without) expect(rating).toMatchObject({ level: 0, tags: 0, text: undefined });
    for (const { channel, level } of southern) expect(level === 0).toBe([5, 6, 7].includes(channel));
  });

  it('of an unknown rule profile are not made', async () => {
    const { text } = await mistakeOf(() => make(tiny({ profile: 'mars-2019' }), 7));
    expect(text.en).toContain('profile = "mars-2019"');
    expect(text.en).toContain('standard');
  });
});

describe('the truth', () => {
  it('has a row for each rating, which says what the rating shows or why not', () => {
    const right = ({ level, felt, mechanism: how, defaulted }: MadeRating): boolean =>
      felt >= 1 &&
      felt <= 5 &&
      (how === mechanism.defaulted) === (defaulted === 1) &&
      (how !== mechanism.own || level === felt) &&
      (how !== mechanism.lifted || (level === 5 && felt < 5));
    expect(wrongIn(made.ratings, right)).toEqual([]);
    expect(made.ratings.some(({ mechanism: how }) => how === mechanism.lifted)).toBe(true);
  });

  it('counts the level of every service, rated or not', () => {
    expect(made.serviceLevels.reduce((sum, n) => sum + n, 0)).toBe(made.services.length);
    for (const { index } of made.world.units) {
      const mine = made.services.filter(({ key }) => partsOf(key).unit === index).length;
      expect(made.serviceLevels.slice(index * 6, index * 6 + 6).reduce((sum, n) => sum + n, 0)).toBe(mine);
    }
  });

  it('has the levels that quality, place and delay make likely, unit by unit', () => {
    const { tables, world, span } = made;
    const losses = new Losses(scenario, tables, span);
    for (const { index } of world.units) {
      const mine = made.services.filter(({ key }) => partsOf(key).unit === index);
      for (const level of [1, 2, 3, 4, 5]) {
        const chances = mine.map((service) => {
          const row = (service.task * 2 + placeInPool(service)) * 4;
          const loss = losses.of(service.task, placeInPool(service), daysOf(service), service.serviceAt);
          const below = (l: number): number =>
            l === 0 ? 0 : l === 5 ? 1 : normalCdf(tables.cuts[row + l - 1]! + loss);
          return below(level) - below(level - 1);
        });
        near(made.serviceLevels[index * 6 + level]!, chances);
      }
    }
  });

  it('is shown as often as the scenario says, level by level', () => {
    const { retained } = scenario.answering;
    for (const level of [1, 2, 3, 4, 5] as const) {
      const answered = made.ratings.filter(({ felt, defaulted }) => felt === level && defaulted === 0);
      const own = answered.filter(({ mechanism: how }) => how === mechanism.own).length;
      near(
        own,
        answered.map(() => retained[level]),
      );
    }
  });

  it('of the ratings of services with time to be answered is that of those who answer', () => {
    // Answers come within forty days at most; the first ten days of a quarter leave them time.
    const quarter = make(tiny({ to: '2025-05-31', casesPerYear: 20_000 }), 7);
    const early = quarter.services.filter(
      ({ serviceAt }) => serviceAt < quarter.span.days[quarter.span.first + 10]! * DAY_SECONDS,
    );
    const rated = new Map(quarter.ratings.map((rating) => [serviceKeyOf(rating.key), rating]));
    const { byLevel, online, hall } = scenario.answering;
    for (const place of [ONLINE, HALL]) {
      const mine = early.filter((service) => placeInPool(service) === place);
      const answered = mine.filter(({ key }) => rated.get(key)?.defaulted === 0);
      const most = place === ONLINE ? online : hall;
      // Nearly all feel level 5; the others answer a little less often.
      const felt5 = answered.filter(({ key }) => rated.get(key)?.felt === 5).length;
      expect(felt5 / answered.length).toBeGreaterThan(0.8);
      expect(Math.abs(answered.length / mine.length - most * byLevel[5])).toBeLessThan(
        0.03 + 5 * Math.sqrt(0.25 / mine.length),
      );
    }
  });
});

describe('where a rating came from', () => {
  const { ratings, tables, span } = made;
  const own = ratings.filter(({ defaulted }) => defaulted === 0);

  it('is a window of the office in a hall, and the account of the applicant elsewhere', () => {
    for (const { key, channel, device, rater } of own) {
      if ([3, 4, 5].includes(channel)) {
        expect(device).toBeGreaterThanOrEqual(1);
        expect(device).toBeLessThanOrEqual(tables.windows[serviceOf(key).task] ?? 0);
      } else {
        expect(device).toBe(1000 + rater);
      }
    }
  });

  it('reaches the platform within a minute, and before the end of the run', () => {
    for (const { assessedAt, uploadedAt } of own) {
      expect(uploadedAt).toBeGreaterThanOrEqual(assessedAt);
      expect(uploadedAt).toBeLessThan(Math.min(assessedAt + 60, span.horizon));
    }
  });

  it('is nobody where the system rated', () => {
    for (const { rater, device, defaulted } of ratings)
      if (defaulted === 1) expect([rater, device]).toEqual([-1, 0]);
  });
});
