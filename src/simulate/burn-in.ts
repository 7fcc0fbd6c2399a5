import type { Scenario } from '../model/scenario/scenario.ts';
import { CORRECTION_DAYS } from './case/case-life.ts';
import { logNormalQuantiles } from './distributions.ts';
import { reformsOf } from './world/reforms.ts';
import { speedOf } from './world/tables.ts';
import type { World } from './world/world.ts';

/**
 * How long before a run its cases may have begun. No case lives longer: the time taken is one of a finite table, a case
 * kept past its promise takes so many promises, a wrong result is put right within so many days.
 */

/** Working days from the application of a case to its last service at most, by task of the world. */
export function longestLives(
  scenario: Scenario,
  { tasks, before }: Pick<World, 'tasks' | 'before'>,
): Int32Array {
  const { handling } = scenario;
  const longestShare = logNormalQuantiles(handling.medianShare, handling.spread).at(-1) ?? 0;
  const correction = handling.correction > 0 ? CORRECTION_DAYS : 0;
  return Int32Array.from(tasks, (task, t) => {
    const { line, unit } = task;
    const earlier = before?.tasks[t]?.unit ?? unit;
    const slower = reformsOf(scenario, task).reduce((factor, { time }) => factor * Math.max(1, time), 1);
    const speed = Math.max(speedOf(handling, unit), speedOf(handling, earlier)) * slower;
    // What is done on the spot late in the evening may end after midnight.
    if (line.handling === 'instant') return Math.max(1, correction);
    const usual = Math.max(1, Math.round(line.promisedDays * longestShare * speed));
    const kept = handling.retention > 0 ? Math.ceil(line.promisedDays * handling.retentionTimes) : 0;
    return Math.max(usual, kept) + correction;
  });
}
