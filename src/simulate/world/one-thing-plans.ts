import { draw, stream, threshold } from '../../model/math/random.ts';
import { MAX_UNITS } from '../../model/record/key.ts';
import type { OneThing, Reference } from '../../model/reference.ts';
import type { Scenario } from '../../model/scenario/scenario.ts';
import { parseDay } from '../../model/time/time.ts';
import type { ApplicantPools } from './applicant-pools.ts';
import { reformsOf } from './reforms.ts';
import type { World } from './world.ts';

/** Most working days from the first case of a matter to its last: one or two from each to the next. */
export const LONGEST_MATTER = 6;

/** One matter (一件事) in a unit: the items that its cases are of, in their order. */
export interface OneThingPlan {
  /** Its place in the reference list, and its key there. */
  readonly number: number;
  readonly key: string;
  /** Type of the applicant. */
  readonly type: number;
  /** Tasks of the world. */
  readonly tasks: readonly number[];
  /** First day on which the unit takes it with one form and one visit; -Infinity where it always does. */
  readonly integratedFrom: number;
}

/** The matters of each unit, by its index; no entry at all where the scenario has none. */
export function oneThingPlans(
  scenario: Scenario,
  seed: number,
  { oneThings }: Pick<Reference, 'oneThings'>,
  world: World,
  { types }: ApplicantPools,
): (readonly OneThingPlan[] | undefined)[] {
  const { share, integrated } = scenario.demand.oneThing;
  if (share === 0) return [];
  const plans = Array.from({ length: MAX_UNITS }, (): OneThingPlan[] => []);
  for (const { index } of world.units) {
    oneThings.forEach((one, number) => {
      const type = Number(one.applicant);
      const tasks = tasksOf(world, index, one).filter((task) => types[task]?.types.includes(type));
      const [first] = tasks;
      const opening = world.tasks[first ?? -1];
      // One item alone links nothing; without the first nobody begins.
      if (tasks.length < 2 || opening === undefined || opening.item.code !== one.items[0]) return;
      const isIntegrated = draw(seed, stream.oneThing, index, number, 0) < threshold(integrated);
      const reforms = reformsOf(scenario, opening).filter((reform) => reform.integrated);
      plans[index]?.push({
        number,
        key: one.key,
        type,
        tasks,
        integratedFrom: isIntegrated
          ? -Infinity
          : reforms.reduce((day, { from }) => Math.min(day, parseDay(from)), Infinity),
      });
    });
  }
  return plans.map((own) => (own.length > 0 ? own : undefined));
}

/** The tasks of a unit that belong to a matter, in the order of its items. */
const tasksOf = ({ tasks }: World, unit: number, { items }: OneThing): number[] =>
  items.flatMap((code) => {
    const task = tasks.findIndex((one) => one.unit.index === unit && one.item.code === code);
    return task < 0 ? [] : [task];
  });
