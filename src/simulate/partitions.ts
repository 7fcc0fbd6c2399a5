import type { World } from './world/world.ts';

/** A piece of a run that can be made alone: some working days of one unit. */
export interface Partition {
  /** Index of the unit in the reference list. */
  readonly unit: number;
  /** Tasks of the world, first included, last not. */
  readonly firstTask: number;
  readonly lastTask: number;
  /** Positions in the list of working days, first included, last not. */
  readonly firstDay: number;
  readonly lastDay: number;
}

/** Cases a partition should have, so that threads get even shares and batches are worth handing over. */
const CASES = 20_000;

/**
 * Cuts a run into partitions, in key order. The cut depends on the scenario only, never on the number of threads.
 * `share` is the share of a year's cases on each working day of the run.
 */
export function partitionsOfRun(world: World, share: Float64Array): Partition[] {
  const parts: Partition[] = [];
  let firstTask = 0;
  for (const unit of world.units) {
    let lastTask = firstTask;
    while (world.tasks[lastTask]?.unit === unit) lastTask++;
    let firstDay = 0;
    let cases = 0;
    for (let d = 0; d < share.length; d++) {
      cases += unit.casesPerYear * (share[d] ?? 0);
      if (cases >= CASES || d === share.length - 1) {
        parts.push({ unit: unit.index, firstTask, lastTask, firstDay, lastDay: d + 1 });
        firstDay = d + 1;
        cases = 0;
      }
    }
    firstTask = lastTask;
  }
  return parts;
}
