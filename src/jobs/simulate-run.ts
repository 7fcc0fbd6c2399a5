import { cannot } from '../model/errors.ts';
import type { RefusalReason } from '../model/refusal.ts';
import type { Reference } from '../model/reference.ts';
import type { Scenario } from '../model/scenario.ts';
import { DAY_SECONDS, parseDay, printDay } from '../model/time.ts';
import { nationalPrinter } from '../publish/national.ts';
import { ratingRowAt, serviceRowAt } from '../collect/batch-row.ts';
import type { PackedBatch } from '../collect/pack.ts';
import type { Register } from '../model/register.ts';
import { makeWorld, type World } from '../simulate/world.ts';
import type { Store } from '../store/open.ts';
import { contentOf } from '../store/read/content.ts';
import { refusalCounts } from '../store/read/refusals.ts';
import { readRegister } from '../store/read/register.ts';
import { listRuns } from '../store/read/runs.ts';
import { inOneTransaction } from '../store/transaction.ts';
import { addToRegister } from '../store/write/register.ts';
import { beginRun } from '../store/write/runs.ts';
import { TruthWriter } from '../store/write/truth.ts';
import type { Clock } from './clock.ts';
import { Intake, type Origin } from './intake.ts';
import type { Knowledge } from './knowledge.ts';
import { placeWorld, planOf, readySimulation, type SimulationOrder } from './simulation.ts';
import type { SpoiltBatch } from './spoil-batch.ts';
import { SimulationThreads } from './threads.ts';

export interface SimulateOptions {
  readonly scenario: Scenario;
  readonly seed: number;
  /** 1 = everything on this thread; n = this one writes, n - 1 others simulate. */
  readonly threads: number;
  readonly programVersion: string;
  /** Told after each part: how many of how many are done. */
  readonly progress?: (done: number, all: number) => void;
}

export interface SimulateReport {
  readonly run: number;
  readonly scenario: string;
  readonly seed: number;
  readonly units: number;
  readonly services: number;
  readonly ratings: number;
  readonly refused: Readonly<Partial<Record<RefusalReason, number>>>;
  /** Digest of all accepted rows of the database. */
  readonly digest: string;
  readonly seconds: number;
  /** True when this very run was stored before: nothing was added. */
  readonly already: boolean;
}

/**
 * Makes a run: the world enters the register, its records enter through collection, the truth goes to its own file.
 * The run is stored whole or not at all. Throws a Mistake where the database holds another world or this period.
 */
export async function simulateRun(
  store: Store,
  truth: Store,
  options: SimulateOptions,
  knowledge: Knowledge,
  clock: Clock,
): Promise<SimulateReport> {
  const { scenario, seed } = options;
  const { reference } = knowledge;
  mustKnowUnits(scenario, reference);
  const stored = sameRun(store, options);
  if (stored) return stored;
  mustFit(store, scenario, seed);
  const began = clock.elapsed();
  const threads = options.threads > 1 ? new SimulationThreads(options.threads - 1) : undefined;
  try {
    // The truth is kept first: a run without its truth must not stand.
    const report = await inOneTransaction(store, () =>
      inOneTransaction(truth, () => makeRun(store, truth, options, knowledge, clock, threads)),
    );
    return { ...report, seconds: clock.elapsed() - began, already: false };
  } finally {
    await threads?.stop();
  }
}

/** The run itself, inside its transactions. */
async function makeRun(
  store: Store,
  truth: Store,
  options: SimulateOptions,
  knowledge: Knowledge,
  clock: Clock,
  threads: SimulationThreads | undefined,
): Promise<Omit<SimulateReport, 'seconds' | 'already'>> {
  const { scenario, seed } = options;
  const { reference } = knowledge;
  const began = clock.elapsed();
  const world = makeWorld(scenario, seed, reference);
  const run = beginRun(store, {
    kind: 'simulate',
    scenario: scenario.name,
    seed,
    programVersion: options.programVersion,
    firstDay: parseDay(scenario.from),
    lastDay: parseDay(scenario.to),
    settings: JSON.stringify(scenario),
    startedAt: clock.now(),
  });
  const lines = { offices: world.offices, items: world.tasks.map(({ line }) => line) };
  addToRegister(
    store,
    readRegister(store),
    lines,
    reference.units.map(({ code }) => code),
  );
  const register = readRegister(store);
  // The run's own clock stands at the end of its period: what lies later has not happened yet.
  const intake = new Intake(store, run, register, knowledge, (parseDay(scenario.to) + 1) * DAY_SECONDS);
  const order: SimulationOrder = {
    scenario,
    seed,
    placement: placeWorld(world, register),
    door: intake.door,
  };
  const truthWriter = new TruthWriter(truth, run, scenario.defects);
  truthWriter.units(world.units.map(({ index, quality }) => ({ unit: index, quality })));

  const take = (simulated: SpoiltBatch, packed?: PackedBatch): void => {
    const { batch, truth: known } = simulated;
    const origin = runOrigin(scenario.name, simulated, register, reference);
    if (packed) intake.takePacked(batch, packed, origin);
    else intake.take(batch, origin);
    truthWriter.batch(known.keys ?? batch.ratings.key.subarray(0, batch.ratings.length), known);
  };
  await takeAllParts(world, order, options, knowledge, threads, take);
  truthWriter.end();
  const counts = intake.end(() => clock.elapsed() - began);
  return {
    run,
    scenario: scenario.name,
    seed,
    units: world.units.length,
    services: counts.services,
    ratings: counts.ratings,
    refused: counts.refused,
    digest: counts.digestOfAll,
  };
}

async function takeAllParts(
  world: World,
  order: SimulationOrder,
  options: SimulateOptions,
  knowledge: Knowledge,
  threads: SimulationThreads | undefined,
  take: (simulated: SpoiltBatch, packed?: PackedBatch) => void,
): Promise<void> {
  const { scenario, progress } = options;
  if (threads) {
    const parts = planOf(world, scenario, knowledge).parts.length;
    let done = 0;
    for await (const message of threads.batches(order, parts)) {
      if (message === 'part') progress?.(++done, parts);
      else take(message.simulated, message.packed);
    }
    return;
  }
  const { parts, batches } = readySimulation(world, order, knowledge);
  for (const [done, part] of parts.entries()) {
    for (const simulated of batches(part)) take(simulated);
    progress?.(done + 1, parts.length);
  }
}

function mustKnowUnits(scenario: Scenario, reference: Reference): void {
  if (scenario.units === 'all') return;
  const unknown = scenario.units.filter((code) => !reference.units.some((unit) => unit.code === code));
  if (unknown.length === 0) return;
  throw cannot(
    `场景 ${scenario.name} 有误：units 中的 ${unknown.join('、')} 不是被评估单位（见 db/reference/units.json）`,
    `scenario ${scenario.name} is not valid: units ${unknown.join(', ')} are not assessed units (see db/reference/units.json)`,
  );
}

/** The report of a run that the database holds already: same scenario, seed, period and program. */
function sameRun(
  store: Store,
  { scenario, seed, programVersion }: SimulateOptions,
): SimulateReport | undefined {
  const settings = JSON.stringify(scenario);
  const run = listRuns(store).find(
    (one) =>
      one.kind === 'simulate' &&
      one.seed === seed &&
      one.settings === settings &&
      one.programVersion === programVersion,
  );
  if (!run) return undefined;
  return {
    run: run.id,
    scenario: run.scenario,
    seed,
    units: new Set(readRegister(store).offices.map(({ unit }) => unit)).size,
    services: run.services,
    ratings: run.ratings,
    refused: Object.fromEntries(refusalCounts(store, run.id).map(({ reason, n }) => [reason, n])),
    digest: contentOf(store).digest,
    seconds: run.seconds,
    already: true,
  };
}

/** A database holds one world: another scenario or seed would mix two truths; a period is simulated once. */
function mustFit(store: Store, scenario: Scenario, seed: number): void {
  const world = worldOf(scenario);
  for (const run of listRuns(store)) {
    if (run.kind !== 'simulate') continue;
    const other: unknown = JSON.parse(run.settings);
    if (run.seed !== seed || worldOf(other) !== world) {
      throw cannot(
        `数据库 ${store.file} 已有另一次模拟（场景 ${run.scenario}，种子 ${String(run.seed)}）；一个数据库只容纳一个世界，请换一个 --db`,
        `database ${store.file} already holds another simulation (scenario ${run.scenario}, seed ${String(run.seed)}); a database holds one world, give another --db`,
      );
    }
    const [first, last] = [parseDay(scenario.from), parseDay(scenario.to)];
    if (run.firstDay !== null && run.lastDay !== null && first <= run.lastDay && last >= run.firstDay) {
      throw cannot(
        `${printDay(run.firstDay)} 至 ${printDay(run.lastDay)} 已由第 ${String(run.id)} 次运行模拟过；请换一个时段或 --db`,
        `${printDay(run.firstDay)} to ${printDay(run.lastDay)} is already simulated (run ${String(run.id)}); give another period or --db`,
      );
    }
  }
}

const worldOf = (scenario: unknown): string =>
  JSON.stringify(scenario, (key, value: unknown) =>
    ['from', 'to'].includes(key) && typeof value === 'string' ? undefined : value,
  );

/** Simulated rows have no lines; a refused one is kept as the record it would have been. */
function runOrigin(
  source: string,
  { batch, sent }: SpoiltBatch,
  register: Register,
  reference: Reference,
): Origin {
  const printer = nationalPrinter(reference, register, () => '');
  return {
    source: () => source,
    line: () => 0,
    raw: (kind, row) =>
      kind === 'service'
        ? (sent.services.get(row) ?? printer.service(serviceRowAt(batch.services, row)))
        : (sent.ratings.get(row) ?? printer.rating(ratingRowAt(batch.ratings, row))),
  };
}
