import { describe, expect, it } from 'vitest';
import { Demand } from '../../src/simulate/demand.ts';
import { planOf } from '../../src/simulate/partitions.ts';
import { makeTables } from '../../src/simulate/world/tables.ts';
import { makeWorld } from '../../src/simulate/world/world.ts';
import { calendar, reference, tiny } from '../builders.ts';

const scenario = tiny({
  from: '2025-01-01',
  to: '2025-12-31',
  units: ['330000'],
  handling: { hotline: 0.5 },
});
const world = makeWorld(scenario, 7, reference);
const tables = makeTables(scenario, 7, reference, world);
const slot = Int32Array.from(world.tasks, (_, t) => t);
const { span, parts } = planOf(world, scenario, { calendar });
const part = parts[0]!;
const demand = (): Demand =>
  new Demand(7, tables, { taskId: slot, slot }, span, scenario.handling.hotline, scenario.demand.offDays);

describe('the demand for the items of a unit', () => {
  it('adds up to the rate of each item over a year, of those seldom asked for too', () => {
    const cases = new Float64Array(world.tasks.length);
    const calls = new Float64Array(world.tasks.length);
    const counted = demand();
    for (let d = span.first; d < span.days.length; d++) {
      counted.turnTo(part, d);
      for (let t = 0; t < cases.length; t++) {
        cases[t] = (cases[t] ?? 0) + (counted.cases[t] ?? 0);
        calls[t] = (calls[t] ?? 0) + (counted.calls[t] ?? 0);
      }
    }
    let rated = { seldom: 0, often: 0 };
    // Pearson's statistic of Poisson counts, of the cases and of the calls: its mean is the number of items.
    let distance = 0;
    tables.rate.forEach((rate, t) => {
      if (rate === 0) {
        expect([cases[t], calls[t]]).toEqual([0, 0]);
        return;
      }
      rated = rate < 60 ? { ...rated, seldom: rated.seldom + 1 } : { ...rated, often: rated.often + 1 };
      expect(Math.abs((cases[t] ?? 0) - rate)).toBeLessThan(5 * Math.sqrt(rate) + 5);
      expect(Math.abs((calls[t] ?? 0) - rate / 2)).toBeLessThan(5 * Math.sqrt(rate / 2) + 5);
      if (rate > 1) distance += ((cases[t] ?? 0) - rate) ** 2 / rate - 1;
    });
    expect(Math.min(rated.seldom, rated.often)).toBeGreaterThan(15);
    expect(Math.abs(distance)).toBeLessThan(5 * Math.sqrt(2 * world.tasks.length));
  });

  it('is the same on a day whichever days were counted before', () => {
    const [one, other] = [demand(), demand()];
    for (let d = 0; d < 40; d++) one.turnTo(part, d);
    other.turnTo(part, 39);
    expect(other.cases).toEqual(one.cases);
    expect(other.calls).toEqual(one.calls);
  });
});
