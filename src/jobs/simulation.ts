import type { Door } from '../collect/door.ts';
import type { Register } from '../model/register.ts';
import type { Scenario } from '../model/scenario.ts';
import { parseDay } from '../model/time.ts';
import { RecordMaker, type Placement } from '../simulate/generate.ts';
import { partsOfRun, type Part } from '../simulate/parts.ts';
import { spanOf, type Span } from '../simulate/span.ts';
import { makeTables } from '../simulate/tables.ts';
import type { World } from '../simulate/world.ts';
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

/** The span of a run and the parts it is cut into. */
export function planOf(
  world: World,
  scenario: Scenario,
  knowledge: Knowledge,
): { readonly span: Span; readonly parts: readonly Part[] } {
  const span = spanOf(scenario, knowledge.calendar, parseDay(scenario.from), parseDay(scenario.to));
  return { span, parts: partsOfRun(world, span.share) };
}

/** Makes a run of this world ready on this thread. */
export function readySimulation(world: World, order: SimulationOrder, knowledge: Knowledge): Simulation {
  const { scenario, seed, placement } = order;
  const { span, parts } = planOf(world, scenario, knowledge);
  const tables = makeTables(scenario, seed, knowledge.reference, world);
  return { parts, maker: new RecordMaker(scenario, seed, tables, placement, span) };
}
