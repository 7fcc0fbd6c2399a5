import { compareCounts, compareShare, judge, type Judged } from '../measure/likeness.ts';
import { notFound } from '../model/errors.ts';
import { ratingLevel } from '../model/mark.ts';
import type { Period } from '../model/period.ts';
import type { MonthTargets } from '../model/targets.ts';
import type { RefusalReason } from '../model/refusal.ts';
import type { Register } from '../model/register.ts';
import { parseScenario, type Scenario } from '../model/scenario.ts';
import { monthOf, parseDay, printDay } from '../model/time.ts';
import { nationalPrinter } from '../publish/national.ts';
import { spanOf } from '../simulate/span.ts';
import { makeTables } from '../simulate/tables.ts';
import { makeWorld, type World } from '../simulate/world.ts';
import { foreignCases } from '../store/foreign-cases.ts';
import type { Store } from '../store/open.ts';
import { serviceCells } from '../store/read/cells.ts';
import { refusalCounts } from '../store/read/refusals.ts';
import { readRegister } from '../store/read/register.ts';
import { holdsRows, servedRows } from '../store/read/run-rows.ts';
import { listRuns, type Run } from '../store/read/runs.ts';
import { compareTargets } from './compare-targets.ts';
import type { Knowledge } from './knowledge.ts';
import { Expectation } from './quality-expectation.ts';
import type { ValidityCheck } from './quality-findings.ts';
import { LikenessCounter, LIMITS, type LikenessLine } from './quality-likeness.ts';
import {
  collectedRows,
  isLookedAt,
  simulatedRows,
  strideFor,
  type RunRows,
  type RunSpan,
} from './quality-rows.ts';
import { truthTotals, type TruthTotals } from './quality-truth.ts';
import { ValidityCheckers } from './quality-validity.ts';

/** Why there is no likeness, or on what it rests. */
export type LikenessBasis = 'rows' | 'rows-in-part' | 'counts' | 'no-scenario' | 'all-defects';

export interface QualityReport {
  readonly run: {
    readonly id: number;
    readonly kind: Run['kind'];
    readonly scenario: string;
    readonly seed: number | null;
    readonly programVersion: string;
    readonly from: string | null;
    readonly to: string | null;
    readonly digest: string;
  };
  /** Rows looked at, and of how many; each unit on every n-th day. */
  readonly looked: {
    readonly services: number;
    readonly ratings: number;
    readonly ofServices: number;
    readonly ofRatings: number;
    readonly everyDay: number;
  };
  readonly validity: {
    /** Null where there are no rows to look at: they were not kept. */
    readonly valid: boolean | null;
    readonly checks: readonly ValidityCheck[];
    readonly refused: Readonly<Partial<Record<RefusalReason, number>>>;
  };
  readonly likeness: {
    readonly basis: LikenessBasis;
    readonly like: number;
    readonly unlike: number;
    readonly few: number;
    readonly lines: readonly (LikenessLine & Judged)[];
  };
  /** What really happened, apart: nothing above is computed from it. */
  readonly truth: TruthTotals | null;
  /** Valid, and every likeness that could be judged holds. */
  readonly ok: boolean;
  /** Names of what failed. */
  readonly failed: readonly string[];
}

export interface QualityOptions {
  /** The latest run where none is named. */
  readonly run?: number;
  /** Look at no more rows than about this many; all where absent. */
  readonly most?: number;
}

/** Service records printed and read back at most. */
const PRINTED = 10_000;
/** A figure may differ so much from the published one. */
const TARGET_LIMIT = 0.05;
/** Half-width of a 99% interval in standard deviations. */
const Z99 = 2.5758293035489004;

/**
 * How good a run is: whether its stored rows are valid, whether they are like what its scenario says, and what the truth
 * ledger holds. Rows are read once; the truth is added at the end and judged by nothing.
 */
export function qualityReport(
  store: Store,
  knowledge: Knowledge,
  published: readonly MonthTargets[],
  options: QualityOptions = {},
): QualityReport {
  const runs = listRuns(store);
  const run = runOf(runs, options.run);
  const register = readRegister(store);
  const subject = run.kind === 'simulate' ? simulatedSubject(run, knowledge, options.most) : undefined;
  const rows = subject?.rows ?? collectedRows(simulatedSpans(runs, knowledge));
  const kept = run.services + run.ratings === 0 || holdsRows(store, wholeRows(subject, rows));
  const looked = lookAt(store, run, runs, register, knowledge, rows, subject, kept, options.most);
  const lines = [
    ...looked.lines.filter(
      ({ name }) => !(subject && moreHappens(subject.scenario) && ofWholeCases.has(name)),
    ),
    ...(subject === undefined
      ? []
      : [
          ...(kept ? [] : volumesByCounts(store, runs, run, subject, register)),
          ...(subject.clean.size === subject.world.units.length
            ? targetLines(store, knowledge, published, subject.scenario)
            : []),
        ]),
  ];
  const judged = judge(lines);
  const count = (verdict: Judged['verdict']): number =>
    judged.filter((line) => line.verdict === verdict).length;
  const valid = kept ? looked.checks.every(({ wrong }) => wrong === 0) : null;
  const failed = [
    ...looked.checks.flatMap(({ name, wrong }) => (wrong > 0 ? [name] : [])),
    ...judged.flatMap(({ name, verdict }) => (verdict === 'unlike' ? [name] : [])),
  ];
  return {
    run: {
      id: run.id,
      kind: run.kind,
      scenario: run.scenario,
      seed: run.seed,
      programVersion: run.programVersion,
      from: run.firstDay === null ? null : printDay(run.firstDay),
      to: run.lastDay === null ? null : printDay(run.lastDay),
      digest: run.digest,
    },
    looked: {
      services: looked.services,
      ratings: looked.ratings,
      ofServices: run.services,
      ofRatings: run.ratings,
      everyDay: rows.everyDay,
    },
    validity: {
      valid,
      checks: looked.checks,
      refused: Object.fromEntries(refusalCounts(store, run.id).map(({ reason, n }) => [reason, n])),
    },
    likeness: {
      basis: basisOf(subject, kept),
      like: count('like'),
      unlike: count('unlike'),
      few: count('few'),
      lines: judged,
    },
    truth: run.kind === 'simulate' ? truthTotals(store, run.id, looked.levels) : null,
    ok: failed.length === 0,
    failed,
  };
}

/** Likenesses whose expectation knows cases of acceptance, supplement and completion only, and one rating a service. */
const ofWholeCases: ReadonlySet<string> = new Set([
  ...['units', 'items', 'places', 'stages', 'overruns', 'timeTaken'],
  ...['participation', 'defaults', 'channels', 'delay-6'],
]);

/** True where the scenario lets more happen in a case than those expectations know. */
function moreHappens({ handling, answering }: Scenario): boolean {
  const { consultation, payment, repeat, correction, retention, withdrawal, hotline } = handling;
  const { additional, byProfile } = answering;
  return (
    byProfile ||
    [consultation, payment, repeat, correction, retention, withdrawal, hotline].some((n) => n > 0) ||
    additional.rectified > 0 ||
    additional.otherwise > 0
  );
}

function basisOf(subject: Subject | undefined, kept: boolean): LikenessBasis {
  if (subject === undefined) return 'no-scenario';
  if (subject.clean.size === 0) return 'all-defects';
  if (!kept) return 'counts';
  return moreHappens(subject.scenario) ? 'rows-in-part' : 'rows';
}

function runOf(runs: readonly Run[], wanted: number | undefined): Run {
  const run = wanted === undefined ? runs.at(-1) : runs.find(({ id }) => id === wanted);
  if (run !== undefined) return run;
  const known = runs.map(({ id }) => String(id)).join(', ') || '—';
  throw notFound(
    `没有第 ${wanted === undefined ? '' : String(wanted)} 次运行；库中有 ${known}`,
    `there is no run ${wanted === undefined ? '' : String(wanted)}; the database holds ${known}`,
  );
}

/** A simulated run, its scenario read again and its world made again. */
interface Subject {
  readonly scenario: Scenario;
  readonly world: World;
  readonly span: RunSpan;
  readonly rows: RunRows;
  /** Units without injected defects: only there does the scenario say what is expected. */
  readonly clean: ReadonlySet<number>;
  readonly expectation: Expectation;
}

const spanOfRun = (scenario: Scenario, units: readonly number[]): RunSpan => ({
  units: [...units].sort((a, b) => a - b),
  firstDay: parseDay(scenario.from),
  lastDay: parseDay(scenario.to),
});

const scenarioOf = (run: Run): Scenario =>
  parseScenario(JSON.parse(run.settings), `${run.scenario} (run ${String(run.id)})`);

function simulatedSubject(run: Run, knowledge: Knowledge, most: number | undefined): Subject {
  const { reference, calendar } = knowledge;
  const scenario = scenarioOf(run);
  const seed = run.seed ?? 0;
  const world = makeWorld(scenario, seed, reference);
  const span = spanOfRun(
    scenario,
    world.units.map(({ index }) => index),
  );
  const everyDay = most === undefined ? 1 : strideFor(run.services + run.ratings, most);
  return {
    scenario,
    world,
    span,
    rows: simulatedRows(span, everyDay),
    clean: cleanUnits(scenario, world),
    expectation: new Expectation(
      scenario,
      makeTables(scenario, seed, reference, world),
      spanOf(scenario, calendar, span.firstDay, span.lastDay),
    ),
  };
}

/** Units that no injection names; one that names none befalls all. */
const cleanUnits = (scenario: Scenario, world: World): Set<number> =>
  new Set(
    world.units.flatMap(({ unit, index }) =>
      scenario.defects.some(({ units }) => units?.includes(unit.code) ?? true) ? [] : [index],
    ),
  );

const simulatedSpans = (runs: readonly Run[], { reference }: Knowledge): RunSpan[] =>
  runs
    .filter(({ kind }) => kind === 'simulate')
    .map((run) => {
      const scenario = scenarioOf(run);
      const units = reference.units.flatMap(({ code, fictional }, index) =>
        (scenario.units === 'all' ? !fictional : scenario.units.includes(code)) ? [index] : [],
      );
      return spanOfRun(scenario, units);
    });

const wholeRows = (subject: Subject | undefined, rows: RunRows): RunRows['ranges'] =>
  subject === undefined ? rows.ranges : simulatedRows(subject.span, 1).ranges;

interface Looked {
  readonly services: number;
  readonly ratings: number;
  readonly checks: readonly ValidityCheck[];
  readonly lines: readonly LikenessLine[];
  /** Ratings by level. */
  readonly levels: readonly { readonly level: number; readonly n: number }[];
}

/** The one pass over the rows. */
function lookAt(
  store: Store,
  run: Run,
  runs: readonly Run[],
  register: Register,
  { reference, calendar }: Knowledge,
  rows: RunRows,
  subject: Subject | undefined,
  kept: boolean,
  most: number | undefined,
): Looked {
  if (!kept) return { services: 0, ratings: 0, checks: [], lines: [], levels: [] };
  const foreign = foreignCases(store);
  const collected = runs.filter(({ kind }) => kind === 'collect');
  const checkers = new ValidityCheckers({
    reference,
    register,
    calendar,
    printer: nationalPrinter(reference, register, (key) => foreign.numberOf(key)),
    horizon:
      subject?.expectation.span.horizon ?? Math.max(...collected.map(({ startedAt }) => startedAt)) + 1,
    ...(subject && {
      simulated: {
        scenario: subject.scenario,
        firstDay: subject.span.firstDay,
        lastDay: subject.span.lastDay,
        clean: subject.clean,
      },
    }),
    printEvery: Math.max(1, Math.ceil(run.services / rows.everyDay / PRINTED)),
  });
  checkers.addRegister(subject && new Set(subject.span.units));
  const likeness =
    subject && subject.clean.size > 0
      ? likenessCounter(subject, register, { reference, calendar })
      : undefined;
  const levels = new Map<number, number>();
  let services = 0;
  let ratings = 0;
  let whole = rows.everyDay === 1;
  for (const served of servedRows(store, rows.ranges)) {
    // Collected rows have no days to choose from: the first ones in key order are looked at.
    if (subject === undefined && most !== undefined && services + ratings >= most) {
      whole = false;
      break;
    }
    checkers.add(served);
    if (served.service !== undefined) {
      services++;
      likeness?.add(served.service, served.ratings);
    }
    ratings += served.ratings.length;
    for (const { mark } of served.ratings) {
      levels.set(ratingLevel(mark), (levels.get(ratingLevel(mark)) ?? 0) + 1);
    }
  }
  // Collected rows may lie among those of a simulated run, and those of several collections are one heap.
  if (whole && (subject === undefined || collected.length === 0)) {
    const of = (count: 'services' | 'ratings'): number =>
      subject === undefined ? collected.reduce((sum, one) => sum + one[count], 0) : run[count];
    checkers.addCount('services', services, of('services'));
    checkers.addCount('ratings', ratings, of('ratings'));
  }
  return {
    services,
    ratings,
    checks: checkers.results(),
    lines: likeness?.lines() ?? [],
    levels: [...levels].map(([level, n]) => ({ level, n })).sort((a, b) => a.level - b.level),
  };
}

function likenessCounter(
  { world, rows, clean, expectation }: Subject,
  register: Register,
  { reference }: Pick<Knowledge, 'reference' | 'calendar'>,
): LikenessCounter {
  const worldTask = new Int32Array(register.tasks.length).fill(-1);
  world.tasks.forEach(({ line }, t) => {
    const task = register.taskByCode.get(line.taskCode);
    if (task) worldTask[task.id] = t;
  });
  return new LikenessCounter(
    expectation,
    { world, worldTask, looksAt: (unit, day) => clean.has(unit) && isLookedAt(rows.everyDay, unit, day) },
    reference,
  );
}

/** Of a run whose rows were not kept: its cases by unit and item, from the counts by month, where no other run has any. */
function volumesByCounts(
  store: Store,
  runs: readonly Run[],
  run: Run,
  { world, span, clean, expectation }: Subject,
  register: Register,
): LikenessLine[] {
  const months: Period = { label: '', first: monthOf(span.firstDay), last: monthOf(span.lastDay) };
  const alone = runs.every(
    (other) =>
      other.id === run.id ||
      (other.firstDay !== null &&
        other.lastDay !== null &&
        (monthOf(other.firstDay) > months.last || monthOf(other.lastDay) < months.first)),
  );
  if (!alone) return [];
  const cases = new Map<number, number>();
  for (const cell of serviceCells(store, months)) {
    cases.set(cell.task, (cases.get(cell.task) ?? 0) + cell.cases);
  }
  const year = expectation.span.share.reduce((sum, share) => sum + share, 0);
  const counts = { units: new Map<string, [number, number]>(), items: new Map<string, [number, number]>() };
  world.tasks.forEach(({ unit, item, line }, t) => {
    if (!clean.has(unit.index)) return;
    const observed = cases.get(register.taskByCode.get(line.taskCode)?.id ?? -1) ?? 0;
    const expected = expectation.cases(t) * year;
    for (const [map, key] of [
      [counts.units, unit.unit.code],
      [counts.items, item.code],
    ] as const) {
      const [o, e] = map.get(key) ?? [0, 0];
      map.set(key, [o + observed, e + expected]);
    }
  });
  return (['units', 'items'] as const).map((name) => ({
    group: 'volume',
    name,
    ...compareCounts(
      [...counts[name]].map(([key, [observed, expected]]) => ({ key, observed, expected })),
      LIMITS.volume,
    ),
  }));
}

/** The published figures that the scenario names, each with the interval of the simulated one. */
function targetLines(
  store: Store,
  { reference }: Knowledge,
  published: readonly MonthTargets[],
  scenario: Scenario,
): LikenessLine[] {
  const target = published.find(({ id }) => id === scenario.targets);
  if (target === undefined) return [];
  const { rows, ratings } = compareTargets(store, reference, target);
  return rows.flatMap((row): LikenessLine[] => {
    const { group, key, simulated, low, high } = row;
    if (simulated === null || low === null || high === null) return [];
    const deviation = (high - low) / (2 * Z99);
    const cell = { key, observed: simulated, expected: row.published };
    return [
      {
        group: 'target',
        name: `target-${group}-${key}`,
        ...compareShare(cell, deviation ** 2, ratings, TARGET_LIMIT),
        interval: { low, high },
      },
    ];
  });
}
