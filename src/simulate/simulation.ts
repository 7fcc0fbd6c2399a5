import type { CorruptLines } from '../model/defect.ts';
import type { Knowledge } from '../model/knowledge.ts';
import type { Reference } from '../model/reference.ts';
import type { Scenario } from '../model/scenario/scenario.ts';
import { WorkOrderFalsifier } from './defects/falsify-work-orders.ts';
import { Manipulator } from './defects/manipulator.ts';
import { RecordCorrupter } from './defects/record-corrupter.ts';
import { RecordMaker, type Injectors } from './generate.ts';
import { planOf, type RunPlan } from './partitions.ts';
import type { Placement } from './placement.ts';
import type { Span } from './span.ts';
import { makeTables } from './world/tables.ts';
import type { World } from './world/world.ts';

/** What records are made from. */
export interface Recipe {
  readonly scenario: Scenario;
  readonly seed: number;
  readonly placement: Placement;
}

/** A run made ready: its days and partitions, and what makes their records. */
export interface Simulation {
  readonly plan: RunPlan;
  readonly maker: RecordMaker;
}

/**
 * Makes a run of this world ready on this thread. `lineCorrupter` comes from the room of the wire format, which this one
 * does not know; it is asked for where the scenario has defects.
 */
export function readySimulation(
  world: World,
  recipe: Recipe,
  knowledge: Knowledge,
  lineCorrupter: () => CorruptLines,
): Simulation {
  const { scenario, seed, placement } = recipe;
  const { reference } = knowledge;
  const plan = planOf(world, scenario, knowledge);
  const tables = makeTables(scenario, seed, reference, world);
  // Nobody injects defects where the scenario has none.
  const injectors =
    scenario.defects.length === 0
      ? undefined
      : injectorsOf(world, recipe, plan.span, reference, lineCorrupter);
  return { plan, maker: new RecordMaker(scenario, seed, tables, placement, plan, injectors) };
}

/** Who injects the defects of the scenario. */
function injectorsOf(
  world: World,
  { scenario, seed, placement }: Recipe,
  { horizon }: Span,
  reference: Reference,
  lineCorrupter: () => CorruptLines,
): Injectors {
  const { tags, retiredTags } = reference;
  return {
    manipulator: new Manipulator(scenario, seed, world, horizon),
    corrupter: new RecordCorrupter(scenario, seed, world, placement.taskId, tags, retiredTags),
    falsifier: new WorkOrderFalsifier(scenario, seed, world, placement, horizon),
    corruptLines: lineCorrupter(),
  };
}
