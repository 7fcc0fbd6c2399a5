import { describe, expect, it } from 'vitest';
import { isWorkingDay, workingDaysBetween } from '../../src/model/time/calendar.ts';
import { partsOf, serviceNumberOf } from '../../src/model/record/key.ts';
import { DAY_SECONDS } from '../../src/model/time/time.ts';
import { calendar, tiny } from '../builders.ts';
import { make, type Made, type MadeService } from './made.ts';

const ONLINE = 1;
const COMPLETION = 6;
const year = { from: '2025-01-01', to: '2025-12-31', casesPerYear: 6000 } as const;
const dayOf = (second: number): number => Math.floor(second / DAY_SECONDS);
const isOff = (day: number): boolean => !isWorkingDay(calendar, day);
const appliedOff = ({ key }: MadeService): boolean => isOff(partsOf(key).day);

const made = make(tiny({ ...year, demand: { offDays: 0.15 } }), 7);
const none = make(tiny({ ...year, demand: { offDays: 0 } }), 7);

/** The first service of each case begun in the run. */
const casesOf = ({ services, span }: Made): MadeService[] =>
  services.filter(({ key }) => serviceNumberOf(key) === 1 && partsOf(key).day * DAY_SECONDS >= span.begin);
const onlineOf = (of: Made): MadeService[] => casesOf(of).filter(({ channel }) => channel === ONLINE);

describe('on weekends and holidays', () => {
  it('people apply online, and as many as the scenario says', () => {
    const online = onlineOf(made);
    const share = online.filter(appliedOff).length / online.length;
    expect(Math.abs(share - 0.15)).toBeLessThan(4 * Math.sqrt((0.15 * 0.85) / online.length));
    expect(made.services.filter((service) => appliedOff(service) && service.channel !== ONLINE)).toEqual([]);
  });

  it('nobody does where the scenario says so', () => {
    expect(none.services.some(appliedOff)).toBe(false);
  });

  it('they take nothing from the volume of a year or its online share', () => {
    const [with_, without] = [casesOf(made).length, casesOf(none).length];
    expect(Math.abs(with_ - without)).toBeLessThan(4 * Math.sqrt(with_ + without));
    const online = onlineOf(made).length / with_;
    expect(Math.abs(online - onlineOf(none).length / without)).toBeLessThan(4 * Math.sqrt(0.5 / with_));
  });

  it('what is done on the spot is finished at once, the rest on a working day that counts from the next one', () => {
    const finished = made.services.filter((service) => service.stage === COMPLETION && appliedOff(service));
    const instant = finished.filter(({ task }) => made.tables.instant[task] === 1);
    const promised = finished.filter(({ task }) => made.tables.instant[task] === 0);
    expect(Math.min(instant.length, promised.length)).toBeGreaterThan(100);
    expect(instant.every(({ acceptedAt, finishedAt }) => finishedAt - acceptedAt < 1800)).toBe(true);
    const taken = promised.map(({ acceptedAt, finishedAt }) =>
      workingDaysBetween(calendar, dayOf(acceptedAt), dayOf(finishedAt)),
    );
    expect(promised.some(({ finishedAt }) => isOff(dayOf(finishedAt)))).toBe(false);
    expect(Math.min(...taken)).toBe(1);
    // As many are late as of those that apply on working days.
    const lateShare = (services: readonly MadeService[]): number =>
      services.filter(
        ({ task, acceptedAt, finishedAt }) =>
          workingDaysBetween(calendar, dayOf(acceptedAt), dayOf(finishedAt)) >
          made.tables.promisedDays[task]!,
      ).length / services.length;
    const others = made.services.filter(
      (service) =>
        service.stage === COMPLETION && !appliedOff(service) && made.tables.instant[service.task] === 0,
    );
    expect(Math.abs(lateShare(promised) - lateShare(others))).toBeLessThan(
      4 * Math.sqrt(0.06 / promised.length),
    );
  });

  it('cases begun before a run that begins on one have their later services in it', () => {
    // 1 March 2025 is a Saturday.
    const whole = make(tiny({ from: '2025-02-01', to: '2025-03-31', casesPerYear: 60_000 }), 7);
    const march = make(tiny({ from: '2025-03-01', to: '2025-03-31', casesPerYear: 60_000 }), 7);
    const own = whole.services.filter(({ serviceAt }) => serviceAt >= march.span.begin);
    const rowsOf = ({ world }: Made, services: readonly MadeService[]) =>
      services.map(({ task, ...row }) => ({ ...row, taskCode: world.tasks[task]!.line.taskCode }));
    expect(rowsOf(march, march.services)).toEqual(rowsOf(whole, own));
    expect(
      march.services.some(
        (service) => appliedOff(service) && partsOf(service.key).day * DAY_SECONDS < march.span.begin,
      ),
    ).toBe(true);
  });
});
