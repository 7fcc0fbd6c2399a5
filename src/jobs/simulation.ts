import type { Door } from '../collect/door.ts';
import type { Register } from '../model/register.ts';
import type { Scenario } from '../model/scenario.ts';
import { parseDay } from '../model/time.ts';
import { RecordMaker, type Placement } from '../simulate/generate.ts';
import { partsOfRun, type Part } from '../simulate/parts.ts';
import { spanOf } from '../simulate/span.ts';
import { makeTables } from '../simulate/tables.ts';
import { makeWorld, type World } from '../simulate/world.ts';
import type { Knowledge } from './knowledge.ts';

/** What a thread must be given to make any part of a run; everything else follows from it. */
export interface SimulationOrder {
  readonly scenario: Scenario;
  readonly seed: number;
  readonly placement: Placement;
  /** The door its records will be checked at. */
  readonly door: Door;
}

/** A run made ready: its parts, and who makes their records. */
export interface Simulation {
  readonly parts: readonly Part[];
  readonly maker: RecordMaker;
}

/** Finds the register id and slot of each task of a world. */
export function placeWorld(world: World, register: Register): Placement {
  const tasks = world.tasks.map(({ line }) => register.taskByCode.get(line.taskCode));
  return {
    taskId: Int32Array.from(tasks, (task) => task?.id ?? -1),
    slot: Int32Array.from(tasks, (task) => task?.slot ?? -1),
  };
}

/** The parts of a run, and the span they cut up. */
export function planOf({ scenario, seed }: Pick<SimulationOrder, 'scenario' | 'seed'>, knowledge: Knowledge) {
  const world = makeWorld(scenario, seed, knowledge.reference);
  const span = spanOf(scenario, knowledge.calendar, parseDay(scenario.from), parseDay(scenario.to));
  return { world, span, parts: partsOfRun(world, span.share) };
}

/** Makes a run ready on this thread. */
export function readySimulation(order: SimulationOrder, knowledge: Knowledge): Simulation {
  const { scenario, seed, placement } = order;
  const { world, span, parts } = planOf(order, knowledge);
  const tables = makeTables(scenario, seed, knowledge.reference, world);
  return { parts, maker: new RecordMaker(scenario, seed, tables, placement, span) };
}
