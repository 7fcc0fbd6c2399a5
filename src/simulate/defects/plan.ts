import { defectNumber, type DefectId } from '../../model/defect.ts';
import { threshold } from '../../model/math/random.ts';
import type { Scenario } from '../../model/scenario/scenario.ts';
import { parseDay } from '../../model/time/time.ts';
import type { World } from '../world/world.ts';

/** An injection of the scenario, ready to be tried on each record. */
export interface Planned {
  /** Position in the scenario’s list. */
  readonly position: number;
  readonly id: DefectId;
  /** Number in the catalogue: part of the key of its randomness. */
  readonly number: number;
  readonly concealment: number;
  readonly threshold: number;
  /** Days of the cases it affects: all where the scenario names none. */
  readonly firstDay: number;
  readonly lastDay: number;
}

/** Which injections affect the records of each task, in the order of the scenario’s list; undefined where none does. */
export type DefectPlan = readonly (readonly Planned[] | undefined)[];

/** The injections of these defects, by task of the world. */
export function planDefects(
  scenario: Scenario,
  world: World,
  concerns: (id: DefectId) => boolean,
): DefectPlan {
  const planned = scenario.defects.map(({ id, rung: concealment, rate, from, to }, position): Planned => ({
    position,
    id,
    number: defectNumber(id),
    concealment,
    threshold: threshold(rate),
    firstDay: from === undefined ? -Infinity : parseDay(from),
    lastDay: to === undefined ? Infinity : parseDay(to),
  }));
  return world.tasks.map(({ unit, department }) => {
    const here = planned.filter(({ id, position }) => {
      const { units, departments } = scenario.defects[position] ?? {};
      return (
        concerns(id) &&
        (units?.includes(unit.unit.code) ?? true) &&
        (departments?.includes(department) ?? true)
      );
    });
    return here.length > 0 ? here : undefined;
  });
}
