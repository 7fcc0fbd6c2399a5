import { rmSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import type { CheckedBatch } from '../../collect/check.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import { referenceOfWorld, withUnitCodes } from '../../model/names/named-reference.ts';
import type { Bilingual } from '../../model/language.ts';
import type { RefusedByReason } from '../../model/refusal.ts';
import { isFinished, type Run } from '../../model/run.ts';
import { assertPlacesKnown } from '../../model/scenario/known-places.ts';
import type { Scenario } from '../../model/scenario/scenario.ts';
import { parseDay } from '../../model/time/time.ts';
import { worldVersion } from '../../model/world-version.ts';
import { tallyContext } from '../../rollup/task-columns.ts';
import { tooFewCases } from '../../simulate/expected-records.ts';
import type { SimulatedBatch } from '../../simulate/generate.ts';
import { planOf } from '../../simulate/partitions.ts';
import { placeWorld } from '../../simulate/placement.ts';
import { existingRun } from '../../simulate/run-conflict.ts';
import { registerByYear } from '../../simulate/world/register-by-year.ts';
import { makeWorld, type World } from '../../simulate/world/world.ts';
import type { Store } from '../../store/open.ts';
import { contentOf } from '../../store/read/content.ts';
import { refusalCounts } from '../../store/read/refusals.ts';
import { knownRegister } from '../../store/read/known-register.ts';
import { countRegisteredUnits, readRegister } from '../../store/read/register.ts';
import { listRuns, readRun } from '../../store/read/runs.ts';
import { begin, rollBack } from '../../store/transaction.ts';
import { bulkLoadTables } from '../../store/write/bulk-load/attach-and-copy.ts';
import { addToRegister } from '../../store/write/register.ts';
import { beginRun } from '../../store/write/runs.ts';
import { TruthWriter } from '../../store/write/truth.ts';
import type { Clock } from '../clock.ts';
import { Intake } from '../collect/intake.ts';
import {
  assertCompatible,
  assertRowsKeptAlike,
  assertSameNames,
  unfinished,
} from '../runs/assert-compatible.ts';
import { scratchFolder, scratchMistake } from '../scratch-folder.ts';
import { PartitionMaker, type MadePartition, type SimulationOrder } from './partition-maker.ts';
import { RunSteps } from './run-steps.ts';
import { bulkLoadWorks, storageMode, storageModes } from './storage-modes.ts';
import type { SimulationThreads } from './threads.ts';

export interface RunOptions {
  readonly scenario: Scenario;
  /** What has changed the scenario, as the caller knows it (“--scale = 0.01”): to be named where nothing comes of it. */
  readonly changedBy?: readonly string[];
  readonly seed: number;
  readonly programVersion: string;
  /** Continue this run where it was broken off. */
  readonly resume?: boolean;
  /** False = keep the counts, the digest and the refused records, not the accepted rows. */
  readonly keepRows?: boolean;
  /** Stops the run between two partitions: what is stored by then remains, and can be continued. */
  readonly signal?: AbortSignal;
  /** Told after each partition: how many of how many are done, and the records made so far. */
  readonly progress?: (done: number, all: number, records: number) => void;
  /** Told what the person should know, but need not act on. */
  readonly note?: (text: Bilingual) => void;
  /** Handed each batch with what the checks said of its rows, in partition order, once it is stored; waited for. */
  readonly onBatch?: (simulated: SimulatedBatch, verdicts: CheckedBatch) => void | Promise<void>;
}

export interface SimulateReport {
  readonly run: number;
  readonly scenario: string;
  readonly seed: number;
  readonly units: number;
  readonly services: number;
  readonly ratings: number;
  readonly rectifications: number;
  readonly refused: RefusedByReason;
  /** Digest of all accepted rows of the database. */
  readonly digest: string;
  readonly seconds: number;
  /** True when this very run was stored before: nothing was added. */
  readonly already: boolean;
  /** False when only counts were kept, not the rows. */
  readonly rowsKept: boolean;
}

/**
 * Makes a run: the world enters the register, its records enter through collection, the truth goes to its own file.
 * The run is stored step by step; one that is broken off stands as far as it came, marked unfinished, and is continued
 * with `resume`. What fails before the first step is done leaves both files as they were. Throws a Mistake where the
 * database holds another world, this period, or an unfinished run.
 */
export async function simulateRun(
  store: Store,
  truth: Store,
  given: RunOptions,
  known: Knowledge,
  clock: Clock,
  /** Who makes the partitions while this thread stores them; this thread alone where absent. */
  threads?: SimulationThreads,
): Promise<SimulateReport> {
  const reference = referenceOfWorld(known.reference, given.scenario);
  const knowledge = { ...known, reference };
  const options = { ...given, scenario: withUnitCodes(given.scenario, reference) };
  const { scenario, seed } = options;
  assertPlacesKnown(scenario, reference);
  assertSameNames(store, reference.names);
  assertRowsKeptAlike(store, options.keepRows ?? true);
  const existing = existingRun(listRuns(store), options);
  if (existing && isFinished(existing)) return reportOf(store, existing, true);
  if (existing && options.resume !== true) throw unfinished(store, existing);
  if (!existing) assertCompatible(store, scenario, seed);
  threads?.expect(scenario, seed);
  const folder = scratchFolder();
  try {
    const run = await makeRun({ store, truth, options, knowledge, clock, threads, folder }, existing);
    return reportOf(store, readRun(store, run), false);
  } catch (error) {
    // They must not write into a folder that is being removed.
    await threads?.stop();
    // What a step could not store says so itself: anything else that is written is a scratch file.
    throw scratchMistake(error);
  } finally {
    rmSync(folder, { recursive: true, force: true });
    rollBack(store);
    rollBack(truth);
  }
}

/** What every part of the work needs. */
interface RunContext {
  readonly store: Store;
  readonly truth: Store;
  readonly options: RunOptions;
  readonly knowledge: Knowledge;
  readonly clock: Clock;
  readonly threads: SimulationThreads | undefined;
  /** Of scratch files. */
  readonly folder: string;
}

function reportOf(store: Store, run: Run, already: boolean): SimulateReport {
  return {
    run: run.id,
    scenario: run.scenario,
    seed: run.seed ?? 0,
    units: countRegisteredUnits(store),
    services: run.services,
    ratings: run.ratings,
    rectifications: run.rectifications,
    refused: Object.fromEntries(refusalCounts(store, run.id).map(({ reason, n }) => [reason, n])),
    digest: contentOf(store).digest,
    seconds: run.seconds,
    already,
    rowsKept: run.rowsKept === 1,
  };
}

/** Makes a run from its first missing partition to its last; its number. */
async function makeRun(context: RunContext, existing: Run | undefined): Promise<number> {
  const { store, truth, options, knowledge, clock, threads, folder } = context;
  const { scenario, seed, keepRows = true } = options;
  const lap = lapsOf(clock);
  const world = makeWorld(scenario, seed, knowledge.reference);
  const plan = planOf(world, scenario, knowledge);
  const [first, end] = [existing?.partsDone ?? 0, plan.parts.length];
  const canBulkLoad = keepRows && bulkLoadWorks(store, folder, options.note);
  // Both are open until the first step is stored: a run that fails before leaves nothing behind.
  begin(store);
  begin(truth);
  const run = existing?.id ?? openRun(context, world, end);
  const truthWriter = new TruthWriter(truth, run, existing?.stepsDone ?? 0, scenario.defects);
  if (!existing) {
    truthWriter.units(world.units);
    truthWriter.reforms(scenario, world.units);
  }
  const register = knownRegister(store);
  // The run's own clock stands at the end of its period: what lies later has not happened yet.
  const now = plan.span.horizon;
  const intake = new Intake(store, run, register, knowledge, now);
  const steps = new RunSteps(
    { store, truth, run, scenario, keepRows, intake, truthWriter, register, knowledge, now, lap },
    first,
    end,
  );
  const order: SimulationOrder = {
    scenario,
    seed,
    placement: placeWorld(world, register),
    checkRules: intake.checkRules,
    tasks: tallyContext(register, knowledge.calendar).tasks,
    storageModes: keepRows
      ? storageModes(store, plan, canBulkLoad)
      : new Uint8Array(end).fill(storageMode.counted),
    allBatches: options.onBatch !== undefined,
    folder,
    tables: bulkLoadTables(store),
  };
  const made = threads
    ? threads.parts(order, first, end, options.signal)
    : partsHere(world, order, knowledge, first, end);
  await storeParts(context, made, steps);
  return run;
}

/** Enters the run, which has so many partitions, and the register of its world; the number of the run. */
function openRun({ store, options, knowledge, clock }: RunContext, world: World, parts: number): number {
  const { scenario, seed, programVersion, keepRows } = options;
  const isFirst = !listRuns(store).some(({ kind }) => kind === 'simulate');
  const run = beginRun(store, {
    kind: 'simulate',
    scenario: scenario.name,
    seed,
    programVersion,
    worldVersion,
    firstDay: parseDay(scenario.from),
    lastDay: parseDay(scenario.to),
    settings: JSON.stringify(scenario),
    startedAt: clock.now(),
    parts,
    rowsKept: keepRows === false ? 0 : 1,
  });
  // A database holds one world: an earlier run has brought its register.
  if (isFirst) {
    const lines = registerByYear(world, scenario, seed, knowledge.reference);
    const unitCodes = knowledge.reference.units.map(({ code }) => code);
    addToRegister(store, readRegister(store), lines, unitCodes);
  }
  return run;
}

/** Stores partitions as they come, step by step. */
async function storeParts(
  { options: { scenario, changedBy, signal, progress, onBatch }, threads }: RunContext,
  made: AsyncIterable<MadePartition>,
  steps: RunSteps,
): Promise<void> {
  let records = 0;
  for await (const part of made) {
    if (signal?.aborted) break;
    const full = steps.add(part);
    records += part.records;
    progress?.(steps.partsMade, steps.allParts, records);
    if (!full) continue;
    const { records: stored, seen } = steps.store();
    threads?.written(stored);
    for (const { simulated, verdicts } of seen) await onBatch?.(simulated, verdicts);
  }
  if (signal?.aborted) throw steps.stopped();
  if (steps.partsStored === 0) throw tooFewCases(scenario, changedBy);
}

/** Makes the partitions on this thread, and lets other work have its turn between two of them. */
async function* partsHere(
  world: World,
  order: SimulationOrder,
  knowledge: Knowledge,
  first: number,
  end: number,
): AsyncGenerator<MadePartition> {
  const maker = new PartitionMaker(world, order, knowledge);
  for (let part = first; part < end; part++) {
    yield maker.make(part);
    await setImmediate();
  }
}

/** Seconds since it was asked last. */
function lapsOf(clock: Clock): () => number {
  let began = clock.elapsed();
  return () => {
    const before = began;
    began = clock.elapsed();
    return began - before;
  };
}
