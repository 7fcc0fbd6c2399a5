import { isFinished, type Run } from '../model/run.ts';
import type { Scenario } from '../model/scenario/scenario.ts';
import { parseDay } from '../model/time/time.ts';
import { worldVersion } from '../model/world-version.ts';

/** What makes two runs the same run. */
export interface RunIdentity {
  readonly scenario: Scenario;
  readonly seed: number;
  readonly programVersion: string;
}

/** The run that is there already, whole or in part: same scenario, seed, period, program and world version. */
export function existingRun(
  runs: readonly Run[],
  { scenario, seed, programVersion }: RunIdentity,
): Run | undefined {
  const settings = JSON.stringify(scenario);
  return runs.find(
    (one) =>
      one.kind === 'simulate' &&
      one.seed === seed &&
      one.settings === settings &&
      one.programVersion === programVersion &&
      one.worldVersion === worldVersion,
  );
}

/**
 * Why a run has no room beside others: they are of another world or of another version of it, one of them is not
 * finished, or has the same days.
 */
export interface RunConflict {
  readonly kind: 'other-world' | 'other-version' | 'unfinished' | 'same-days';
  /** The run that stands in the way. */
  readonly run: Run;
}

/**
 * What keeps a run that is not there yet from being added; undefined where nothing does. Runs side by side are of one
 * world: another scenario or seed would mix two truths; a period is simulated once, and after what was begun before is
 * finished.
 */
export function conflictingRun(
  runs: readonly Run[],
  scenario: Scenario,
  seed: number,
): RunConflict | undefined {
  const world = worldOf(scenario);
  const [first, last] = [parseDay(scenario.from), parseDay(scenario.to)];
  for (const run of runs) {
    if (run.kind !== 'simulate') continue;
    const other: unknown = JSON.parse(run.settings);
    if (run.seed !== seed || worldOf(other) !== world) return { kind: 'other-world', run };
    if (run.worldVersion !== worldVersion) return { kind: 'other-version', run };
    if (!isFinished(run)) return { kind: 'unfinished', run };
    const { firstDay, lastDay } = run;
    if (firstDay !== null && lastDay !== null && first <= lastDay && last >= firstDay) {
      return { kind: 'same-days', run };
    }
  }
  return undefined;
}

/** All of a scenario but its period. */
const worldOf = (scenario: unknown): string =>
  JSON.stringify(scenario, function (this: unknown, key: string, value: unknown) {
    return this === scenario && ['from', 'to'].includes(key) ? undefined : value;
  });
