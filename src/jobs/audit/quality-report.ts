import { auditScope, monthsAlone, rangesOfRun, targetsOf, type AuditScope } from '../../audit/audit-scope.ts';
import { nothingSampled, reportOf } from '../../audit/quality-report.ts';
import { sampleRows, type RowSource } from '../../audit/sample-rows.ts';
import { notFound } from '../../model/errors.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { QualityReport } from '../../model/quality-report.ts';
import type { JudgedRun } from '../answers/questions.ts';
import type { Run } from '../../model/run.ts';
import type { MonthTargets } from '../../model/targets.ts';
import { foreignCases } from '../../store/foreign-cases.ts';
import type { Store } from '../../store/open.ts';
import { serviceCells } from '../../store/read/cells.ts';
import { rectificationsByKey } from '../../store/read/rectifications.ts';
import { refusalCounts } from '../../store/read/refusals.ts';
import { knownRegister } from '../../store/read/known-register.ts';
import { holdsRows, servedRows } from '../../store/read/run-rows.ts';
import { listRuns } from '../../store/read/runs.ts';
import { referenceOfStore } from '../../store/read/unit-names.ts';
import { compareTargets } from '../measure/compare-targets.ts';
import { truthTotals } from './truth-totals.ts';

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
  const { report, levels } = judgeRun(store, knowledge, published, options);
  const { id, kind } = report.run;
  return { ...report, truth: kind === 'simulate' ? truthTotals(store, id, levels) : null };
}

/** The same without the truth. */
export function judgeRun(
  store: Store,
  knowledge: Knowledge,
  published: readonly MonthTargets[],
  options: QualityOptions,
): JudgedRun {
  const runs = listRuns(store);
  const run = runOf(runs, options.run);
  const reference = referenceOfStore(store, knowledge.reference);
  const scope = auditScope(run, runs, knownRegister(store), { ...knowledge, reference }, options.most);
  const kept = run.services + run.ratings === 0 || holdsRows(store, rangesOfRun(scope));
  const sampled = kept ? sampleRows(scope, rowSource(store, scope)) : nothingSampled;
  const months = kept ? undefined : monthsAlone(scope);
  const targets = targetsOf(scope, published);
  const report = reportOf(scope, {
    sampled,
    kept,
    services: months && serviceCells(store, months),
    targets: targets && compareTargets(store, knowledge.reference, targets),
    refused: Object.fromEntries(refusalCounts(store, run.id).map(({ reason, n }) => [reason, n])),
  });
  return { report, levels: sampled.levels };
}

function runOf(runs: readonly Run[], wanted: number | undefined): Run {
  const run = wanted === undefined ? latestWithRecords(runs) : runs.find(({ id }) => id === wanted);
  if (run !== undefined) return run;
  const known = runs.map(({ id }) => String(id)).join(', ') || '—';
  throw notFound(
    `没有第 ${wanted === undefined ? '' : String(wanted)} 次运行；库中有 ${known}`,
    `there is no run ${wanted === undefined ? '' : String(wanted)}; the database holds ${known}`,
  );
}

/** Assessments alone have no quality of their own: the latest run with services or ratings, or the latest of all. */
const latestWithRecords = (runs: readonly Run[]): Run | undefined =>
  runs.findLast(({ services, ratings }) => services + ratings > 0) ?? runs.at(-1);

function rowSource(store: Store, { rows }: AuditScope): RowSource {
  const foreign = foreignCases(store);
  return {
    served: servedRows(store, rows.ranges),
    foreignCase: (key) => foreign.numberOf(key),
    rectification: rectificationsByKey(store),
  };
}
