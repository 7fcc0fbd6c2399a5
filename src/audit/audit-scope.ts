import type { Knowledge } from '../model/knowledge.ts';
import type { KeyRange } from '../model/record/row.ts';
import type { Register } from '../model/register.ts';
import { isFinished, type Run } from '../model/run.ts';
import type { MonthTargets } from '../model/targets.ts';
import { isFictionalCode } from '../model/names/unit-codes.ts';
import type { Period } from '../model/time/period.ts';
import { monthOf } from '../model/time/time.ts';
import { worldVersion } from '../model/world-version.ts';
import { auditedRunOf, simulatedSpans, type AuditedRun } from './audited-run.ts';
import { collectedRows, simulatedRows, type RunRows } from './run-rows.ts';

/** The run that is audited, among all runs of its database: which rows are its own, and what its scenario says of them. */
export interface AuditScope {
  readonly run: Run;
  readonly runs: readonly Run[];
  readonly register: Register;
  readonly knowledge: Knowledge;
  /** Absent for a collected run: there is no scenario. */
  readonly audited: AuditedRun | undefined;
  /** Rows of the run that are sampled. */
  readonly rows: RunRows;
  /** Sample no more rows than about this many; all where absent. */
  readonly most: number | undefined;
}

export function auditScope(
  run: Run,
  runs: readonly Run[],
  register: Register,
  knowledge: Knowledge,
  most: number | undefined,
): AuditScope {
  const audited = run.kind === 'simulate' ? auditedRunOf(run, runs, knowledge, most) : undefined;
  const rows = audited?.rows ?? collectedRows(simulatedSpans(runs, knowledge));
  return { run, runs, register, knowledge, audited, rows, most };
}

/** Where all rows of the run lie, sampled or not. */
export const rangesOfRun = ({ audited, rows }: AuditScope): readonly KeyRange[] =>
  audited === undefined ? rows.ranges : simulatedRows(audited.span, [], 1).ranges;

/**
 * The audited run where it can be compared with its scenario: that says what a whole period holds, not a part of it, and
 * what this version of the world makes of it.
 */
export const comparableRun = ({ run, audited }: AuditScope): AuditedRun | undefined =>
  isFinished(run) && run.worldVersion === worldVersion ? audited : undefined;

/** The months of a run that can be compared with its scenario, where no other run has any of them. */
export function monthsAlone(scope: AuditScope): Period | undefined {
  const comparable = comparableRun(scope);
  if (comparable === undefined) return undefined;
  const { firstDay, lastDay } = comparable.span;
  const months: Period = { label: '', first: monthOf(firstDay), last: monthOf(lastDay) };
  const alone = scope.runs.every(
    (other) =>
      other.id === scope.run.id ||
      (other.firstDay !== null &&
        other.lastDay !== null &&
        (monthOf(other.firstDay) > months.last || monthOf(other.lastDay) < months.first)),
  );
  return alone ? months : undefined;
}

/** The published figures that the scenario names, none of which is of a fictional unit, where nothing was injected that could change them. */
export function targetsOf(scope: AuditScope, published: readonly MonthTargets[]): MonthTargets | undefined {
  const comparable = comparableRun(scope);
  if (comparable === undefined) return undefined;
  const { world, clean } = comparable;
  if (world.units.some(({ unit, index }) => !isFictionalCode(unit.code) && !clean.has(index)))
    return undefined;
  return published.find(({ id }) => id === comparable.model.scenario.targets);
}
