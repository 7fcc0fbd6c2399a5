import { expect, it } from 'vitest';
import { oneVisitLicences } from '../../src/measure/one-visit-licences.ts';
import { registerFrom, type Task } from '../../src/model/register.ts';
import { register } from '../builders.ts';

const taskWith = (id: number, given: Partial<Task>): Task => ({
  ...register.items[0]!,
  id,
  officeId: 0,
  unitIndex: 1,
  slot: id,
  taskType: '01',
  published: true,
  depth: 5,
  visits: 0,
  ...given,
});
const shareOf = (...given: Partial<Task>[]): number | null =>
  oneVisitLicences(
    registerFrom(
      [],
      given.map((one, i) => taskWith(i, one)),
    ),
    new Set([1]),
  );

it('counts published licences that are accepted online and ask for one visit at most', () => {
  expect(shareOf({}, { visits: 1 }, { visits: 2 }, { depth: 1 })).toBe(0.5);
  expect(shareOf({}, { published: false, visits: 2 }, { taskType: '20', visits: 2 })).toBe(1);
});

it('has no figure where a unit has no published licence', () => {
  expect(shareOf()).toBeNull();
  expect(shareOf({ unitIndex: 2 })).toBeNull();
  expect(shareOf({ published: false })).toBeNull();
});
