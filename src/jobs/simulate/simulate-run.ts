import { rmSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { ratingRowAt, serviceRowAt } from '../../model/record/stored-row.ts';
import type { CheckedBatch } from '../../collect/check.ts';
import { checkRulesOf } from '../../collect/check-rules.ts';
import { tallyContext } from '../../rollup/tally.ts';
import { cannot, wrongUse } from '../../model/errors.ts';
import type { Bilingual } from '../../model/language.ts';
import type { Reference } from '../../model/reference.ts';
import type { RefusalReason } from '../../model/refusal.ts';
import type { Register } from '../../model/register.ts';
import type { Scenario } from '../../model/scenario.ts';
import { DAY_SECONDS, parseDay } from '../../model/time/time.ts';
import { worldVersion } from '../../model/world-version.ts';
import { nationalPrinter } from '../../national/record-printer.ts';
import { existingRun } from '../../simulate/run-conflict.ts';
import { makeWorld, type World } from '../../simulate/world/world.ts';
import type { Store } from '../../store/open.ts';
import { contentOf } from '../../store/read/content.ts';
import { refusalCounts } from '../../store/read/refusals.ts';
import { countRegisteredUnits, readRegister } from '../../store/read/register.ts';
import { listRuns, readRun } from '../../store/read/runs.ts';
import { type Run, isFinished } from '../../model/run.ts';
import { begin, rollBack } from '../../store/transaction.ts';
import { addToRegister } from '../../store/write/register.ts';
import { beginRun } from '../../store/write/runs.ts';
import { bulkLoadTables } from '../../store/write/bulk-load/attach-and-copy.ts';
import { TruthWriter } from '../../store/write/truth.ts';
import type { Clock } from '../clock.ts';
import { Intake, type Origin } from '../collect/intake.ts';
import { takeRectifications } from '../collect/intake-rectifications.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import { storageModes, bulkLoadWorks } from './storage-modes.ts';
import { storageMode, PartitionMaker, type MadePartition } from './partition-maker.ts';
import { RunSteps } from './run-steps.ts';
import { scratchFolder, scratchMistake } from '../scratch-folder.ts';
import { placeWorld, planOf, type SimulationOrder } from './simulation.ts';
import { assertCompatible, assertRowsKeptAlike, unfinished } from '../runs/assert-compatible.ts';
import { assertPlacesKnown } from '../../model/scenario-places.ts';
import type { CorruptedBatch } from './corrupt-batch.ts';
import { simulatedRectifications } from './simulated-rectifications.ts';
import { SimulationThreads } from './threads.ts';

export interface SimulateOptions {
  readonly scenario: Scenario;
  readonly seed: number;
  /** 1 = everything on this thread; n = n threads simulate, and this one stores what they make. */
  readonly threads: number;
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
  readonly onBatch?: (simulated: CorruptedBatch, verdicts: CheckedBatch) => void | Promise<void>;
}

export interface SimulateReport {
  readonly run: number;
  readonly scenario: string;
  readonly seed: number;
  readonly units: number;
  readonly services: number;
  readonly ratings: number;
  readonly rectifications: number;
  readonly refused: Readonly<Partial<Record<RefusalReason, number>>>;
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
  options: SimulateOptions,
  knowledge: Knowledge,
  clock: Clock,
): Promise<SimulateReport> {
  const { scenario, seed } = options;
  assertPlacesKnown(scenario, knowledge.reference);
  assertRowsKeptAlike(store, options.keepRows ?? true);
  const existing = existingRun(listRuns(store), options);
  if (existing && isFinished(existing)) return reportOf(store, existing, true);
  if (existing && options.resume !== true) throw unfinished(store, existing);
  if (!existing) assertCompatible(store, scenario, seed);
  const threads = options.threads > 1 ? new SimulationThreads(options.threads) : undefined;
  const folder = scratchFolder();
  try {
    const run = await makeRun(store, truth, existing, folder, options, knowledge, clock, threads);
    return reportOf(store, readRun(store, run), false);
  } catch (error) {
    // What a step could not store says so itself: anything else that is written is a scratch file.
    throw scratchMistake(error);
  } finally {
    await threads?.stop();
    rmSync(folder, { recursive: true, force: true });
    rollBack(store);
    rollBack(truth);
  }
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

/** The run from its first missing partition to its last; its number. */
async function makeRun(
  store: Store,
  truth: Store,
  existing: Run | undefined,
  folder: string,
  options: SimulateOptions,
  knowledge: Knowledge,
  clock: Clock,
  threads: SimulationThreads | undefined,
): Promise<number> {
  const { scenario, seed, signal } = options;
  const keepRows = options.keepRows ?? true;
  let lapBegan = clock.elapsed();
  const lap = (): number => {
    const before = lapBegan;
    lapBegan = clock.elapsed();
    return lapBegan - before;
  };
  const world = makeWorld(scenario, seed, knowledge.reference);
  const plan = planOf(world, scenario, knowledge);
  const parts = plan.parts.length;
  const canBulkLoad = keepRows && bulkLoadWorks(store, folder, options.note);
  // Both are open until the first step is stored: a run that fails before leaves nothing behind.
  begin(store);
  begin(truth);
  const unitCodes = knowledge.reference.units.map(({ code }) => code);
  const run = existing?.id ?? openRun(store, world, options, parts, unitCodes, clock);
  const register = readRegister(store);
  const truthWriter = new TruthWriter(truth, run, existing?.stepsDone ?? 0, scenario.defects);
  if (!existing) truthWriter.units(world.units.map(({ index, quality }) => ({ unit: index, quality })));
  // The run's own clock stands at the end of its period: what lies later has not happened yet.
  const now = (parseDay(scenario.to) + 1) * DAY_SECONDS;
  const intake = new Intake(store, run, register, knowledge, now);
  const originOf = (simulated: CorruptedBatch): Origin =>
    runOrigin(scenario.name, simulated, register, knowledge.reference);
  const order: SimulationOrder = {
    scenario,
    seed,
    placement: placeWorld(world, register),
    checkRules: checkRulesOf(register, knowledge.reference.profiles, now),
    tasks: tallyContext(register, knowledge.calendar).tasks,
    storageModes: keepRows
      ? storageModes(store, plan, canBulkLoad)
      : new Uint8Array(parts).fill(storageMode.counted),
    allBatches: options.onBatch !== undefined,
    folder,
    tables: bulkLoadTables(store),
  };
  const takeStep = (made: readonly MadePartition[]): void => {
    const waiting = made.flatMap(({ counted, rectifications }) =>
      rectifications.map((one) =>
        simulatedRectifications(scenario.name, one, counted !== undefined, register, knowledge.reference),
      ),
    );
    if (waiting.length > 0) takeRectifications(store, run, waiting, register, knowledge, now, keepRows);
  };
  const first = existing?.partsDone ?? 0;
  const steps = new RunSteps(
    { store, truth, run, keepRows, intake, truthWriter, originOf, takeRectifications: takeStep, lap },
    first,
    parts,
  );
  const made = threads
    ? threads.parts(order, first, parts, signal)
    : partsHere(world, order, knowledge, first, parts);
  let done = first;
  let records = 0;
  if (parts === 0) throw noRecords(scenario);
  for await (const part of made) {
    if (signal?.aborted) break;
    const full = steps.add(part);
    records += part.records;
    if (existing === undefined && records === 0 && done === parts - 1) throw noRecords(scenario);
    options.progress?.(++done, parts, records);
    if (!full) continue;
    const { records: stored, seen } = steps.store();
    threads?.written(stored);
    for (const { simulated, verdicts } of seen) await options.onBatch?.(simulated, verdicts);
  }
  if (signal?.aborted) throw stopped(steps.done, parts);
  return run;
}

/** A run without records would only keep the next one away. */
const noRecords = ({ name, casesPerYear, from, to }: Scenario): Error =>
  wrongUse(
    `场景 ${name} 有误：casesPerYear = ${String(casesPerYear)} 太小，${from} 至 ${to} 没有一条记录`,
    `scenario ${name} is not valid: casesPerYear = ${String(casesPerYear)} is too small, ${from} to ${to} has not a single record`,
  );

const stopped = (done: number, parts: number): Error =>
  done === 0
    ? cannot('运行已停止，未存入任何内容', 'the run was stopped; nothing was stored')
    : cannot(
        `运行已停止，已存入 ${String(done)}/${String(parts)} 部分；用同样的选项加 --resume 继续`,
        `the run was stopped with ${String(done)} of ${String(parts)} parts stored; continue it with the same options and --resume`,
      );

/** Enters the run and its world; the number of the run. */
function openRun(
  store: Store,
  world: World,
  { scenario, seed, programVersion, keepRows }: SimulateOptions,
  parts: number,
  unitCodes: readonly string[],
  clock: Clock,
): number {
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
  const lines = { offices: world.offices, items: world.tasks.map(({ line }) => line) };
  addToRegister(store, readRegister(store), lines, unitCodes);
  return run;
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

/** Simulated rows have no lines; a refused one is kept as the record it would have been. */
function runOrigin(
  source: string,
  { batch, rawLines }: CorruptedBatch,
  register: Register,
  reference: Reference,
): Origin {
  const printer = nationalPrinter(reference, register, () => '');
  return {
    source: () => source,
    line: () => 0,
    raw: (kind, row) =>
      kind === 'service'
        ? (rawLines.services.get(row) ?? printer.service(serviceRowAt(batch.services, row)))
        : (rawLines.ratings.get(row) ?? printer.rating(ratingRowAt(batch.ratings, row))),
  };
}
