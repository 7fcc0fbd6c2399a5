import { describe, expect, it } from 'vitest';
import { DAY_SECONDS } from '../../src/model/time/time.ts';
import { partsOf } from '../../src/model/record/key.ts';
import type { Scenario } from '../../src/model/scenario/scenario.ts';
import { secondAtWork, sessionOpens } from '../../src/simulate/world/office-hours.ts';
import { calendar, tiny } from '../builders.ts';
import { isWorkingDay } from '../../src/model/time/calendar.ts';
import { make, type Made, type MadeService } from './made.ts';

const IN_PERSON = 2;
const stage = { payment: 5 } as const;
const AFTER_CLOSING = 600;

const handling = {
  consultation: 0.3,
  supplement: 0.3,
  payment: 0.3,
  repeat: 0.4,
  correction: 0.2,
  acceptanceRecorded: 0.5,
  withdrawal: 0.05,
};
const scenario = tiny({ casesPerYear: 24_000, handling });
const made = make(scenario, 7);

const secondOf = (at: number): number => at % DAY_SECONDS;
const sessionsOf = ({ demand }: Scenario, { tables }: Made, task: number) =>
  demand.officeHours[tables.officeHours.template[task]!]!.sessions;
const isOpen = (sessions: readonly (readonly number[])[], second: number, longer = 0): boolean =>
  sessions.some(([opens, closes]) => second >= opens! * 3600 && second < closes! * 3600 + longer);
const inHall = (of: Made): MadeService[] => of.services.filter(({ channel }) => channel === IN_PERSON);

describe('services in a hall', () => {
  it('lie within the hours of their office; what is in hand at the end of a session is finished within ten minutes', () => {
    const wrong = inHall(made).filter((service) => {
      const sessions = sessionsOf(scenario, made, service.task);
      const onTheSpot = Math.floor(service.serviceAt / DAY_SECONDS) === partsOf(service.key).day;
      const mayLast = onTheSpot && service.stage >= stage.payment;
      return !isOpen(sessions, secondOf(service.serviceAt), mayLast ? AFTER_CLOSING : 0);
    });
    expect(inHall(made).length).toBeGreaterThan(4000);
    expect(wrong).toEqual([]);
  });

  it('are none in the pause, but for those just being finished', () => {
    const noon = inHall(made).filter(({ serviceAt }) => {
      const second = secondOf(serviceAt);
      return second >= 12 * 3600 + AFTER_CLOSING && second < 13.5 * 3600;
    });
    expect(noon).toEqual([]);
    const finishing = inHall(made).filter(({ serviceAt }) => Math.floor(secondOf(serviceAt) / 600) === 72);
    expect(finishing.length).toBeGreaterThan(10);
    expect(finishing.every(({ stage: at }) => at >= stage.payment)).toBe(true);
  });

  it('come on working days only', () => {
    expect(
      inHall(made).filter(({ serviceAt }) => !isWorkingDay(calendar, Math.floor(serviceAt / DAY_SECONDS))),
    ).toEqual([]);
  });

  it('keep the hours that a scenario gives them', () => {
    const own = tiny({
      casesPerYear: 8000,
      demand: { officeHours: [{ weight: 1, sessions: [[10, 11.25]] }] },
      handling,
    });
    const seconds = inHall(make(own, 7))
      .map(({ acceptedAt }) => acceptedAt)
      .filter((at) => at >= 0);
    expect(seconds.length).toBeGreaterThan(500);
    expect(seconds.every((at) => isOpen([[10, 11.25]], secondOf(at)))).toBe(true);
  });
});

describe('the hours of an office', () => {
  it('are drawn by the weights of the templates, for all items of an office the same', () => {
    const byOffice = new Map<string, number>();
    made.world.tasks.forEach(({ unit, office }, t) => {
      const key = `${String(unit.index)} ${String(office)}`;
      const template = made.tables.officeHours.template[t]!;
      expect(byOffice.get(key) ?? template).toBe(template);
      byOffice.set(key, template);
    });
    const drawn = [...byOffice.values()];
    scenario.demand.officeHours.forEach(({ weight }, template) => {
      const share = drawn.filter((one) => one === template).length / drawn.length;
      expect(Math.abs(share - weight)).toBeLessThan(4 * Math.sqrt(0.25 / drawn.length));
    });
  });

  it('say when its people work and since when it is open', () => {
    const { officeHours } = made.tables;
    const { sessions } = scenario.demand.officeHours[2]!;
    expect(sessions).toEqual([
      [8.5, 12],
      [14, 17.5],
    ]);
    const seconds = Array.from({ length: 7 * 3600 }, (_, word) => secondAtWork(officeHours, 2, word));
    expect(new Set(seconds).size).toBe(7 * 3600);
    expect(seconds.every((at) => isOpen(sessions, at))).toBe(true);
    expect(sessionOpens(officeHours, 2, 11 * 3600)).toBe(8.5 * 3600);
    expect(sessionOpens(officeHours, 2, 15 * 3600)).toBe(14 * 3600);
  });
});
