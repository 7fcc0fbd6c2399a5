import { basisOf, reportOf, nothingSampled } from '../../audit/quality-report.ts';
import type { QualityReport } from '../../model/quality-report.ts';
import { monthsAlone, volumesByCounts } from '../../audit/likeness/volumes-by-counts.ts';
import { serviceCells } from '../../store/read/cells.ts';
import { notFound } from '../../model/errors.ts';
import type { MonthTargets } from '../../model/targets.ts';
import type { Store } from '../../store/open.ts';
import { refusalCounts } from '../../store/read/refusals.ts';
import { readRegister } from '../../store/read/register.ts';
import { holdsRows } from '../../store/read/run-rows.ts';
import { listRuns } from '../../store/read/runs.ts';
import { type Run, isFinished } from '../../model/run.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import { targetLines } from './figures.ts';
import { sampleRows } from './sample-rows.ts';
import { collectedRows, simulatedRows, type RunRows } from '../../audit/run-rows.ts';
import { simulatedSpans, auditedRunOf, type AuditedRun } from '../../audit/audited-run.ts';
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
  const runs = listRuns(store);
  const run = runOf(runs, options.run);
  const register = readRegister(store);
  const audited = run.kind === 'simulate' ? auditedRunOf(run, knowledge, options.most) : undefined;
  const rows = audited?.rows ?? collectedRows(simulatedSpans(runs, knowledge));
  const kept = run.services + run.ratings === 0 || holdsRows(store, wholeRows(audited, rows));
  const sampled = kept
    ? sampleRows(store, run, runs, register, knowledge, rows, audited, options.most)
    : nothingSampled;
  // A scenario says what its whole period holds, not a part of it.
  const compared = audited !== undefined && isFinished(run);
  const months = compared && !kept ? monthsAlone(runs, run, audited) : undefined;
  const lines = compared
    ? [
        ...sampled.lines,
        ...(months ? volumesByCounts(serviceCells(store, months), audited, register) : []),
        ...(audited.clean.size === audited.world.units.length
          ? targetLines(store, knowledge, published, audited.model.scenario)
          : []),
      ]
    : [];
  return reportOf(run, {
    sampled,
    everyDay: rows.everyDay,
    kept,
    lines,
    basis: basisOf(run, audited, kept),
    refused: Object.fromEntries(refusalCounts(store, run.id).map(({ reason, n }) => [reason, n])),
    truth: run.kind === 'simulate' ? truthTotals(store, run.id, sampled.levels) : null,
  });
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

/** All rows of the run, sampled or not. */
const wholeRows = (audited: AuditedRun | undefined, rows: RunRows): RunRows['ranges'] =>
  audited === undefined ? rows.ranges : simulatedRows(audited.span, 1).ranges;
