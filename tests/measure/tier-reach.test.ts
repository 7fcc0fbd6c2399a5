import { expect, it } from 'vitest';
import { tierReach } from '../../src/measure/tier-reach.ts';
import type { Task } from '../../src/model/register.ts';
import { register } from '../builders.ts';

const task = (unitIndex: number, given: Partial<Task>): Task => ({
  ...register.items[0]!,
  id: 0,
  officeId: 0,
  slot: 0,
  unitIndex,
  ...given,
});

it('tells how far down published items are handled, a city’s counting for its province', () => {
  const tasks = [
    task(0, { tier: 2 }),
    task(1, { tier: 5 }),
    task(2, { tier: 4 }),
    task(2, { tier: 5, published: false }),
    task(3, {}),
  ];
  expect(tierReach({ tasks }, [[0, 1], [2], [3]])).toEqual({
    units: 2,
    reachVillages: 1,
    items: 3,
    near: 2,
    inVillages: 1,
  });
});
