import { describe, expect, it } from 'vitest';
import { DAY_SECONDS } from '../../src/model/time/time.ts';
import { Losses } from '../../src/simulate/rating/losses.ts';
import { HALL, ONLINE } from '../../src/simulate/world/tables.ts';
import { tiny } from '../builders.ts';
import { make } from './made.ts';

const year = { from: '2025-01-01', to: '2025-12-31' };
function lossesOf(experience: object, demand: object = {}) {
  const scenario = tiny({ ...year, experience: { overrun: 0, slow: 0, crowded: 0, ...experience }, demand });
  const { tables, span, world } = make(scenario, 7, () => []);
  const task = world.tasks.findIndex(({ line }) => line.promisedDays >= 10 && line.handling === 'promise');
  return { losses: new Losses(scenario, tables, span), tables, span, task };
}
const NOON_OF_ANY_DAY = 800_000_000;

describe('a slow case', () => {
  const { losses, tables, task } = lossesOf({ slow: 1 });
  const promised = tables.promisedDays[task]!;
  const lossAt = (days: number): number => losses.of(task, ONLINE, days, NOON_OF_ANY_DAY);

  it('loses by each promise that it used', () => {
    expect(lossAt(promised) - lossAt(1)).toBeCloseTo((promised - 1) / promised, 12);
  });

  it('loses nothing on average, and nothing where it completed no case', () => {
    const taken = Array.from(tables.duration, (share) =>
      Math.max(1, Math.round(promised * share * tables.speed[task]!)),
    );
    const mean = taken.reduce((sum, days) => sum + lossAt(days), 0) / taken.length;
    expect(Math.abs(mean)).toBeLessThan(1e-9);
    expect(lossAt(0)).toBe(0);
  });

  it('loses by an overrun beside that', () => {
    const late = lossesOf({ slow: 1, overrun: 2 }).losses;
    expect(late.of(task, ONLINE, promised + 1, NOON_OF_ANY_DAY) - lossAt(promised + 1)).toBeCloseTo(2, 12);
    expect(late.of(task, ONLINE, promised, NOON_OF_ANY_DAY)).toBeCloseTo(lossAt(promised), 12);
  });
});

describe('a crowd', () => {
  const { losses, span, task } = lossesOf({ crowded: 1 });
  const own = Array.from(span.days, (day, d) => ({ day, share: span.share[d]!, off: span.off[d]! })).filter(
    ({ off }, d) => d >= span.first && off === 0,
  );
  const hallHours = tiny().demand.hallHours;
  const lossAt = (day: number, hour: number): number =>
    losses.of(task, HALL, 0, day * DAY_SECONDS + hour * 3600 + 7);

  it('is felt in a hall only', () => {
    expect(losses.of(task, ONLINE, 0, NOON_OF_ANY_DAY)).toBe(0);
  });

  it('takes most at the busiest hour of the busiest day', () => {
    const busiest = own.reduce((a, b) => (b.share > a.share ? b : a));
    const calmest = own.reduce((a, b) => (b.share < a.share ? b : a));
    expect(lossAt(busiest.day, 10)).toBeGreaterThan(lossAt(calmest.day, 10));
    expect(lossAt(busiest.day, 10)).toBeGreaterThan(lossAt(busiest.day, 16));
  });

  it('takes nothing from the average case of a year', () => {
    let [sum, all] = [0, 0];
    for (const { day, share } of own) {
      hallHours.forEach((weight, hour) => {
        sum += share * weight * lossAt(day, hour);
        all += share * weight;
      });
    }
    expect(Math.abs(sum / all)).toBeLessThan(1e-9);
  });

  it('is the same on a day of a shorter run', () => {
    const short = tiny({
      from: '2025-06-01',
      to: '2025-06-30',
      experience: { overrun: 0, slow: 0, crowded: 1 },
    });
    const made = make(short, 7, () => []);
    const others = new Losses(short, made.tables, made.span);
    for (const day of made.span.following.subarray(made.span.firstPosition, made.span.firstPosition + 20)) {
      const at = day * DAY_SECONDS + 36_000;
      expect(others.of(task, HALL, 0, at)).toBeCloseTo(losses.of(task, HALL, 0, at), 12);
    }
  });
});
