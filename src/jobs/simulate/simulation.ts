import type { CheckRules } from '../../collect/check-rules.ts';
import type { TaskColumns } from '../../rollup/tally.ts';
import type { Batch } from '../../model/record/batch.ts';
import { registerFrom, type Office, type Register, type Task } from '../../model/register.ts';
import type { Scenario } from '../../model/scenario.ts';
import { parseDay } from '../../model/time/time.ts';
import { WorkOrderFalsifier } from '../../simulate/defects/falsify-work-orders.ts';
import { RecordCorrupter } from '../../simulate/defects/record-corrupter.ts';
import { Manipulator } from '../../simulate/defects/manipulator.ts';
import { RecordMaker, type Injectors } from '../../simulate/generate.ts';
import { partitionsOfRun, type Partition } from '../../simulate/partitions.ts';
import type { Placement } from '../../simulate/placement.ts';
import { spanOf, type Span } from '../../simulate/span.ts';
import { makeTables } from '../../simulate/world/tables.ts';
import type { World } from '../../simulate/world/world.ts';
import type { BulkLoadTable } from '../../store/write/bulk-load/bulk-load-file.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import { corrupterOf, uncorrupted, type CorruptedBatch } from './corrupt-batch.ts';

/** What records are made from. */
interface Recipe {
  readonly scenario: Scenario;
  readonly seed: number;
  readonly placement: Placement;
}

/** What a thread must be given to make any partition of a run; everything else follows from it. */
export interface SimulationOrder extends Recipe {
  /** The rules its records will be checked by. */
  readonly checkRules: CheckRules;
  /** What is read of each item when records are counted. */
  readonly tasks: TaskColumns;
  /** How the rows of each partition are stored (partition-maker.ts). */
  readonly storageModes: Uint8Array;
  /** Hand over every batch, not only those with refused rows. */
  readonly allBatches: boolean;
  /** Folder for bulk-load files, and the tables in them. */
  readonly folder: string;
  readonly tables: readonly BulkLoadTable[];
}

/** A run made ready: its partitions, and what makes their records. */
export interface Simulation {
  readonly parts: readonly Partition[];
  /** The batches of a partition, in key order but for second copies of corrupted records, which come last. */
  readonly batches: (part: Partition) => Iterable<CorruptedBatch>;
  /** Takes a batch back that nobody uses any more. */
  readonly recycle: (batch: Batch) => void;
}

/** Finds the register id and slot of each task of a world. */
export function placeWorld(world: World, register: Register): Placement {
  const tasks = world.tasks.map(({ line }) => register.taskByCode.get(line.taskCode));
  return {
    taskId: Int32Array.from(tasks, (task) => task?.id ?? -1),
    slot: Int32Array.from(tasks, (task) => task?.slot ?? -1),
  };
}

/** The span of a run and the partitions it is cut into. */
export function planOf(
  world: World,
  scenario: Scenario,
  knowledge: Knowledge,
): { readonly span: Span; readonly parts: readonly Partition[] } {
  const span = spanOf(scenario, knowledge.calendar, parseDay(scenario.from), parseDay(scenario.to));
  return { span, parts: partitionsOfRun(world, span.share) };
}

/** Makes a run of this world ready on this thread. */
export function readySimulation(world: World, order: Recipe, knowledge: Knowledge): Simulation {
  const { scenario, seed, placement } = order;
  const { span, parts } = planOf(world, scenario, knowledge);
  const tables = makeTables(scenario, seed, knowledge.reference, world);
  const injectors = injectorsOf(world, order, span, knowledge);
  const maker = new RecordMaker(scenario, seed, tables, placement, span, injectors);
  const corrupt = injectors ? corrupterOf(knowledge.reference, registerOf(world, placement)) : uncorrupted;
  return {
    parts,
    *batches(part) {
      for (const simulated of maker.batches(part)) yield corrupt(simulated);
    },
    recycle(batch) {
      maker.recycle(batch);
    },
  };
}

/** Who injects the defects of the scenario; nobody where it has none. */
function injectorsOf(
  world: World,
  { scenario, seed, placement }: Recipe,
  { horizon }: Span,
  { reference }: Knowledge,
): Injectors | undefined {
  if (scenario.defects.length === 0) return undefined;
  const { tags, retiredTags } = reference;
  return {
    manipulator: new Manipulator(scenario, seed, world),
    corrupter: new RecordCorrupter(scenario, seed, world, placement.taskId, horizon, tags, retiredTags),
    falsifier: new WorkOrderFalsifier(scenario, seed, world, placement, horizon),
  };
}

/** The register as far as this world fills it: what printing its records needs. */
function registerOf(world: World, { taskId, slot }: Placement): Register {
  const offices = world.offices.map((line, id): Office => ({ ...line, id, unitIndex: 0 }));
  const officeIds = new Map(offices.map(({ code, id }) => [code, id]));
  const tasks: Task[] = [];
  world.tasks.forEach(({ line, unit }, i) => {
    const id = taskId[i] ?? 0;
    tasks[id] = {
      ...line,
      id,
      officeId: officeIds.get(line.office) ?? 0,
      unitIndex: unit.index,
      slot: slot[i] ?? 0,
    };
  });
  return registerFrom(offices, tasks);
}
