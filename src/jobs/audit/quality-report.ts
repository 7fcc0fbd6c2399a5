import { judge, type Judged } from '../../audit/likeness/goodness-of-fit.ts';
import { notFound } from '../../model/errors.ts';
import type { RefusalReason } from '../../model/refusal.ts';
import type { MonthTargets } from '../../model/targets.ts';
import { printDay } from '../../model/time/time.ts';
import type { Store } from '../../store/open.ts';
import { refusalCounts } from '../../store/read/refusals.ts';
import { readRegister } from '../../store/read/register.ts';
import { holdsRows } from '../../store/read/run-rows.ts';
import { listRuns, type Run } from '../../store/read/runs.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import { targetLines, volumesByCounts } from './figures.ts';
import type { LikenessLine } from '../../audit/likeness/result.ts';
import { lookAt, nothingLooked } from './sample-rows.ts';
import { collectedRows, simulatedRows, type RunRows } from './run-rows.ts';
import { simulatedSpans, simulatedSubject, type Subject } from './audited-run.ts';
import { isFinished } from '../runs/existing-run.ts';
import { truthTotals, type TruthTotals } from './truth-totals.ts';
import type { ValidityCheck } from '../../audit/validity/findings.ts';

/** Why there is no likeness, or on what it rests. */
export type LikenessBasis = 'rows' | 'counts' | 'no-scenario' | 'all-defects' | 'unfinished';

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
  const looked = kept
    ? lookAt(store, run, runs, register, knowledge, rows, subject, options.most)
    : nothingLooked;
  // A scenario says what its whole period holds, not a part of it.
  const compared = subject !== undefined && isFinished(run);
  const lines = compared
    ? [
        ...looked.lines,
        ...(kept ? [] : volumesByCounts(store, runs, run, subject, register)),
        ...(subject.clean.size === subject.world.units.length
          ? targetLines(store, knowledge, published, subject.ground.scenario)
          : []),
      ]
    : [];
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
      basis: basisOf(run, subject, kept),
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

function basisOf(run: Run, subject: Subject | undefined, kept: boolean): LikenessBasis {
  if (subject === undefined) return 'no-scenario';
  if (!isFinished(run)) return 'unfinished';
  if (subject.clean.size === 0) return 'all-defects';
  return kept ? 'rows' : 'counts';
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

/** All rows of the run, looked at or not. */
const wholeRows = (subject: Subject | undefined, rows: RunRows): RunRows['ranges'] =>
  subject === undefined ? rows.ranges : simulatedRows(subject.span, 1).ranges;
