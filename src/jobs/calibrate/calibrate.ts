import { assertReachable } from '../../calibrate/contradictions.ts';
import { cannot, type Mistake } from '../../model/errors.ts';
import { parsePeriod } from '../../model/time/period.ts';
import type { Scenario } from '../../model/scenario/scenario.ts';
import type { MonthTargets, TargetRow, Targets } from '../../model/targets.ts';
import { closeStore, openStore, openTruth, type Store } from '../../store/open.ts';
import { calibrateMonth, type MonthTrier } from '../../calibrate/calibrate-month.ts';
import { assertTwinnable, calibrateTwin } from '../../calibrate/calibrate-twin.ts';
import { calibrateNational } from '../../calibrate/calibrate-national.ts';
import type { Clock } from '../clock.ts';
import { compareNational, compareTargets } from '../measure/compare-targets.ts';
import { withEdition, type Knowledge } from '../../model/knowledge.ts';
import { computeScores } from '../measure/measure-period.ts';
import { simulateScenario } from '../simulate/simulate-scenario.ts';

export interface CalibrateOptions {
  readonly targets: Targets;
  /** The world of a month whose ratings are as felt: its bent twin is found, rather than another such world. */
  readonly twinOf?: Scenario;
  /** Seed of the proof; trials use others. */
  readonly seed: number;
  readonly threads: number;
  readonly programVersion: string;
  /** Lends a path for a database that is removed when the work is done. */
  readonly withScratch: <T>(work: (file: string) => Promise<T>) => Promise<T>;
  readonly progress?: (done: number, all: number) => void;
  /** Ends the search between two partitions of a trial. */
  readonly signal?: AbortSignal;
}

export interface CalibrateReport {
  readonly targets: string;
  readonly seed: number;
  /** True when no target is missed, or without a figure; one that is not decidable is no failure. */
  readonly met: boolean;
  readonly rows: readonly TargetRow[];
  /** The other world of the month under the same seed, where a twin was found. */
  readonly felt?: Pick<CalibrateReport, 'met' | 'rows'> & { readonly scenario: string };
  readonly seconds: number;
}

/**
 * Finds the scenario whose results meet the targets and proves it by a run of another seed. Throws a Mistake at once
 * where no world can meet them.
 */
export async function calibrate(
  options: CalibrateOptions,
  known: Knowledge,
  clock: Clock,
): Promise<CalibrateReport & { readonly scenario: Scenario }> {
  const { targets, twinOf, progress = () => undefined } = options;
  if (twinOf !== undefined) assertTwinnable(targets, twinOf);
  const edition = targets.kind === 'national' ? targets.method : undefined;
  const assessing = withEdition(known, edition ?? known.methods.edition);
  assertReachable(targets, assessing);
  // The search needs the scores of every kind of unit in every year, also of those that are not assessed yet.
  const { province, city, ...methods } = assessing.methods;
  const always = { since: undefined };
  const knowledge = {
    ...assessing,
    methods: { ...methods, province: { ...province, ...always }, city: { ...city, ...always } },
  };
  const began = clock.elapsed();
  // A report asks for counts only; a month for the spread of ratings between cases, which only rows tell.
  const keepRows = targets.kind === 'month';
  const trial = <T>(scenario: Scenario, seed: number, read: (store: Store) => T): Promise<T> =>
    runWholeWay(scenario, seed, { ...options, keepRows }, knowledge, clock, read);
  const scenario =
    targets.kind === 'month'
      ? await findMonth(
          targets,
          twinOf,
          (one, seed) => trial(one, seed, (store) => compareTargets(store, knowledge.reference, targets)),
          knowledge,
          progress,
        )
      : await calibrateNational(
          targets,
          (year) => ({
            run: (one, seed) =>
              trial(one, seed, (store) => computeScores(store, knowledge, parsePeriod(String(year)))),
            pause: async () => {
              await new Promise<void>((resolve) => setImmediate(resolve));
              if (options.signal?.aborted === true) throw stopped();
            },
          }),
          knowledge,
          progress,
        );
  const proof = await proveTargets(scenario, options, assessing, clock);
  if (twinOf === undefined) return { ...proof, scenario, seconds: clock.elapsed() - began };
  const { met, rows } = await proveTargets(twinOf, options, assessing, clock);
  const felt = { scenario: twinOf.name, met, rows };
  return { ...proof, met: proof.met && met, felt, scenario, seconds: clock.elapsed() - began };
}

/** A world of a month: one whose ratings are as felt, or the bent twin of one. */
const findMonth = (
  targets: MonthTargets,
  twinOf: Scenario | undefined,
  ...search: [MonthTrier, Knowledge, (done: number, all: number) => void]
): Promise<Scenario> =>
  twinOf === undefined ? calibrateMonth(targets, ...search) : calibrateTwin(targets, twinOf, ...search);

/** Runs a scenario from seed to results and compares them with the targets. */
export async function proveTargets(
  scenario: Scenario,
  options: Omit<CalibrateOptions, 'progress'>,
  knowledge: Knowledge,
  clock: Clock,
): Promise<CalibrateReport> {
  const { targets, seed } = options;
  const began = clock.elapsed();
  const rows = await runWholeWay(
    scenario,
    seed,
    { ...options, keepRows: targets.kind === 'month' },
    knowledge,
    clock,
    (store) =>
      targets.kind === 'month'
        ? compareTargets(store, knowledge.reference, targets).rows
        : (targets.kind === 'series' ? targets.years : [targets]).flatMap((year) =>
            compareNational(store, knowledge, year).map((row) => ({ ...row, year: year.year })),
          ),
  );
  const met = rows.every(({ verdict }) => verdict === 'met' || verdict === 'undecidable');
  return { targets: targets.id, seed, met, rows, seconds: clock.elapsed() - began };
}

const stopped = (): Mistake =>
  cannot('校准已停止，未写入任何内容', 'the search was stopped; nothing was written');

type TrialOptions = Pick<CalibrateOptions, 'threads' | 'programVersion' | 'withScratch' | 'signal'> & {
  readonly keepRows: boolean;
};

async function runWholeWay<T>(
  scenario: Scenario,
  seed: number,
  given: TrialOptions,
  knowledge: Knowledge,
  clock: Clock,
  read: (store: Store) => T,
): Promise<T> {
  const { threads, programVersion, keepRows, signal } = given;
  return given.withScratch(async (file) => {
    const store = openStore(file);
    const truth = openTruth(file);
    try {
      await simulateScenario(
        store,
        truth,
        { scenario, seed, threads, programVersion, keepRows, ...(signal === undefined ? {} : { signal }) },
        knowledge,
        clock,
      );
      return read(store);
    } catch (error) {
      throw signal?.aborted === true ? stopped() : error;
    } finally {
      closeStore(truth);
      closeStore(store);
    }
  });
}
