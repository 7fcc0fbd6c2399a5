import { describe, expect, it } from 'vitest';
import { workingDaysBetween } from '../../src/model/calendar.ts';
import { caseKey, partsOf, serviceKeyOf, serviceNumberOf } from '../../src/model/key.ts';
import { WORDS } from '../../src/model/random.ts';
import { ABSENT, DAY_SECONDS } from '../../src/model/time.ts';
import { mechanism } from '../../src/model/truth.ts';
import { HALL, ONLINE } from '../../src/simulate/tables.ts';
import { comment } from '../../src/simulate/words.ts';
import { calendar, mistakeOf, reference, tiny, tinyUnits, unitAt } from '../builders.ts';
import { make, type Made, type MadeService } from './made.ts';

// Some fifteen thousand services: enough of everything that is rare.
const scenario = tiny({ casesPerYear: 32_000, handling: { medianShare: 0.7 } });
const made = make(scenario, 7);
const serviceByKey = new Map(made.services.map((service) => [service.key, service]));
const serviceOf = (ratingKey: number): MadeService => serviceByKey.get(serviceKeyOf(ratingKey))!;
const placeOf = ({ channel }: MadeService): number => (channel === 1 ? ONLINE : HALL);
const lineOf = ({ task }: MadeService) => made.world.tasks[task]!.line;
const dayOf = (second: number): number => Math.floor(second / DAY_SECONDS);

const isLate = (service: MadeService): boolean =>
  service.status === 3 &&
  lineOf(service).handling === 'promise' &&
  workingDaysBetween(calendar, dayOf(service.acceptedAt), dayOf(service.finishedAt)) >
    lineOf(service).promisedDays;

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

  it('are the same for the same seed, and others for another', () => {
    expect(rows(make(tiny(), 7))).toEqual(rows(make(tiny(), 7)));
    const other = make(tiny(), 8);
    for (const code of tinyUnits) expect(ofUnit(other, code)).not.toEqual(ofUnit(make(tiny(), 7), code));
  });

  it('of a unit do not change when another unit is added', () => {
    const [before, after] = [make(tiny(), 7), make(tiny({ units: ['110000', ...tinyUnits, '440300'] }), 7)];
    for (const code of tinyUnits) expect(ofUnit(after, code)).toEqual(ofUnit(before, code));
    expect(after.services.length).toBeGreaterThan(before.services.length);
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
    expect(daily.parts.length).toBe(4 * 21);
    expect(rows(daily)).toEqual(rows(make(tiny(), 7)));
  });

  it('of a day do not depend on the days before it', () => {
    const whole = make(tiny(), 7);
    const second = make(tiny(), 7, (parts) => parts.map((part) => ({ ...part, firstDay: 10 })));
    const from = whole.span.days[10]!;
    expect(second.services).toEqual(whole.services.filter(({ key }) => partsOf(key).day >= from));
  });

  it('are cut where a part has twenty thousand cases, and all days are in one part', () => {
    const large = make(tiny({ units: ['330000'], casesPerYear: 700_000 }), 7, (parts) => {
      expect(parts.length).toBeGreaterThan(2);
      expect(parts[0]!.firstDay).toBe(0);
      expect(parts.at(-1)!.lastDay).toBe(21);
      parts.slice(1).forEach((part, i) => expect(part.firstDay).toBe(parts[i]!.lastDay));
      return [];
    });
    expect(large.services).toEqual([]);
  });
});

describe('services', () => {
  const { services, world, span } = made;

  it('come in key order, each key once', () => {
    services.slice(1).forEach(({ key }, i) => expect(key).toBeGreaterThan(services[i]!.key));
  });

  it('have the key of their unit, item, day of application and place in the case', () => {
    const firstTask = new Map(
      world.units.map((unit) => [unit.index, world.tasks.findIndex((t) => t.unit === unit)]),
    );
    const serials = new Map<number, Set<number>>();
    for (const { key, task, acceptedAt } of services) {
      const { unit, day, slot, serial } = partsOf(key);
      const { unit: owner } = world.tasks[task]!;
      expect([unit, day]).toEqual([owner.index, dayOf(acceptedAt)]);
      expect(task - firstTask.get(unit)!).toBe(slot);
      const group = caseKey(unit, day, slot, 0);
      serials.set(group, (serials.get(group) ?? new Set()).add(serial));
    }
    // Serials of an item and day count up without a gap.
    for (const set of serials.values()) expect(Math.max(...set)).toBe(set.size - 1);
  });

  it('of a case are numbered from 1 in the order of their times and end with its completion', () => {
    const cases = new Map<number, MadeService[]>();
    for (const service of services) {
      const first = service.key - serviceNumberOf(service.key) + 1;
      cases.set(first, [...(cases.get(first) ?? []), service]);
    }
    for (const list of cases.values()) {
      expect(list.map(({ key }) => serviceNumberOf(key))).toEqual(list.map((_, i) => i + 1));
      expect(
        new Set(
          list.map(({ person, task, channel, acceptedAt }) => `${person} ${task} ${channel} ${acceptedAt}`),
        ).size,
      ).toBe(1);
      list
        .slice(1)
        .forEach(({ serviceAt }, i) => expect(serviceAt).toBeGreaterThanOrEqual(list[i]!.serviceAt));
      const stages = list.map(({ stage }) => stage);
      expect([[3], [6], [4], [3, 4], [3, 6], [4, 6], [3, 4, 6]]).toContainEqual(stages);
    }
  });

  it('have times in order, and nothing at or after the end', () => {
    for (const { status, stage, acceptedAt, finishedAt, serviceAt } of services) {
      expect(acceptedAt).toBeLessThan(span.horizon);
      expect(serviceAt).toBeGreaterThanOrEqual(acceptedAt);
      expect(serviceAt).toBeLessThan(span.horizon);
      expect(status).toBe(stage === 6 ? 3 : 2);
      expect(finishedAt).toBe(stage === 6 ? serviceAt : ABSENT);
    }
  });

  it('come online only where the item can be applied for online, and only for published items', () => {
    for (const service of services) {
      const { depth, published } = lineOf(service);
      expect(published).toBe(true);
      if (service.channel === 1) expect(depth).toBeGreaterThanOrEqual(2);
    }
    expect(services.some(({ channel }) => channel === 1)).toBe(true);
  });

  it('in halls begin in opening hours', () => {
    const hours = new Set(
      services
        .filter(({ channel }) => channel === 2)
        .map(({ acceptedAt }) => Math.floor((acceptedAt % DAY_SECONDS) / 3600)),
    );
    expect([...hours].sort((a, b) => a - b)).toEqual([8, 9, 10, 11, 12, 13, 14, 15, 16]);
  });

  it('of instant items end within half an hour, of the others on a later working day', () => {
    for (const service of services.filter(({ stage }) => stage === 6)) {
      const taken = service.finishedAt - service.acceptedAt;
      if (lineOf(service).handling === 'instant') expect(taken).toBeLessThan(1800);
      else
        expect(
          workingDaysBetween(calendar, dayOf(service.acceptedAt), dayOf(service.finishedAt)),
        ).toBeGreaterThanOrEqual(1);
    }
  });

  it('are as many as the scenario asks for, unit by unit', () => {
    const share = span.share.reduce((sum, part) => sum + part, 0);
    for (const unit of world.units) {
      const mine = world.tasks.filter((task) => task.unit === unit);
      const popularity = (tasks: typeof mine): number =>
        tasks.reduce((sum, { item }) => sum + item.popularity, 0);
      const offered = popularity(mine.filter(({ line }) => line.published)) / popularity(mine);
      const mean = unit.casesPerYear * share * offered;
      const cases = new Set(
        services.filter(({ key }) => partsOf(key).unit === unit.index).map(({ key }) => Math.floor(key / 16)),
      );
      // Every case leaves a service: one that is not finished in time is recorded at its acceptance.
      expect(Math.abs(cases.size - mean)).toBeLessThan(5 * Math.sqrt(mean));
    }
  });

  it('are recorded at acceptance and supplemented as often as the scenario says', () => {
    const finished = services.filter(({ stage }) => stage === 6);
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
    ratings.slice(1).forEach(({ key }, i) => expect(key).toBeGreaterThan(ratings[i]!.key));
    expect(ratings.every(({ key }) => serviceByKey.has(serviceKeyOf(key)))).toBe(true);
    expect(new Set(ratings.map(({ key }) => serviceKeyOf(key))).size).toBe(ratings.length);
  });

  it('come after their service and before the end', () => {
    for (const { key, assessedAt } of ratings) {
      expect(assessedAt).toBeGreaterThanOrEqual(serviceOf(key).serviceAt);
      expect(assessedAt).toBeLessThan(span.horizon);
    }
  });

  it('that are bad have a tag or a text', () => {
    const bad = ratings.filter(({ level }) => level === 1 || level === 2);
    for (const { tags, text } of bad) expect(tags !== 0 || text !== undefined).toBe(true);
    expect(bad.some(({ tags }) => tags === 0)).toBe(true);
    expect(bad.some(({ text }) => text === undefined)).toBe(true);
  });

  it('have tags of their level that fit the place of the service', () => {
    for (const { key, level, tags, tagFault } of ratings) {
      expect(tagFault).toBe(0);
      const ofLevel = reference.tags.filter((tag) => tag.level === level);
      const place = placeOf(serviceOf(key)) === ONLINE ? 'online' : 'hall';
      const chosen = ofLevel.filter((_, bit) => (tags & (1 << bit)) !== 0);
      expect(chosen.length).toBeLessThanOrEqual(2);
      for (const { where } of chosen) expect(['any', place]).toContain(where);
    }
  });

  it('come on the channels of the place', () => {
    const channels = [Object.keys(scenario.channels.online), Object.keys(scenario.channels.hall)];
    for (const { key, channel } of ratings)
      expect(channels[placeOf(serviceOf(key))]).toContain(String(channel));
  });

  it('have texts that can be stored', () => {
    const texts = ratings.flatMap(({ text }) => (text === undefined ? [] : [text]));
    expect(texts.length).toBeGreaterThan(100);
    for (const text of texts) {
      expect(text).not.toContain('{}');
      expect(text.length).toBeGreaterThan(5);
      expect(text.length).toBeLessThanOrEqual(150);
    }
    expect(comment(1, HALL, 123_456)).toBe(comment(1, HALL, 123_456));
    expect(new Set(texts).size).toBeGreaterThan(80);
  });

  it('without a person’s answer are those of the system, days later, at its level', () => {
    const defaulted = ratings.filter((rating) => rating.defaulted === 1);
    const { afterDays, level } = scenario.answering.defaulting;
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
    for (const { level, felt, mechanism: how, defaulted } of made.ratings) {
      expect(felt).toBeGreaterThanOrEqual(1);
      expect(felt).toBeLessThanOrEqual(5);
      expect(how === mechanism.defaulted).toBe(defaulted === 1);
      if (how === mechanism.own) expect(level).toBe(felt);
      if (how === mechanism.lifted) expect([level, felt < 5]).toEqual([5, true]);
    }
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
    const { tables, world } = made;
    for (const { index } of world.units) {
      const mine = made.services.filter(({ key }) => partsOf(key).unit === index);
      for (const level of [1, 2, 3, 4, 5]) {
        const chances = mine.map((service) => {
          const row = ((service.task * 2 + placeOf(service)) * 2 + (isLate(service) ? 1 : 0)) * 4;
          const below = (l: number): number =>
            l === 0 ? 0 : l === 5 ? 1 : tables.levels[row + l - 1]! / WORDS;
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
      ({ serviceAt }) => serviceAt < quarter.span.days[10]! * DAY_SECONDS,
    );
    const rated = new Map(quarter.ratings.map((rating) => [serviceKeyOf(rating.key), rating]));
    const { byLevel, online, hall } = scenario.answering;
    for (const place of [ONLINE, HALL]) {
      const mine = early.filter((service) => placeOf(service) === place);
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
