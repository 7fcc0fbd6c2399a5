import type { Knowledge } from '../model/knowledge.ts';
import type { Scenario } from '../model/scenario/scenario.ts';
import { parseDay } from '../model/time/time.ts';
import { longestLives } from './burn-in.ts';
import { LONGEST_MATTER } from './world/one-thing-plans.ts';
import { spanOf, type Span } from './span.ts';
import type { World } from './world/world.ts';

/** A piece of a run that can be made alone: some days of one unit. */
export interface Partition {
  /** Index of the unit in the reference list. */
  readonly unit: number;
  /** Tasks of the world, first included, last not. */
  readonly firstTask: number;
  readonly lastTask: number;
  /** Positions in the list of days, first included, last not. */
  readonly firstDay: number;
  readonly lastDay: number;
}

/** The span of a run, from when on its cases may have begun, and the partitions it is cut into. */
export interface RunPlan {
  readonly span: Span;
  /** Position of the first day on which cases of a task begin that may still live in the run, by task of the world. */
  readonly starts: Int32Array;
  readonly parts: readonly Partition[];
}

export function planOf(world: World, scenario: Scenario, { calendar }: Pick<Knowledge, 'calendar'>): RunPlan {
  const lives = longestLives(scenario, world);
  // A linked case may belong to a matter begun before it.
  const before = scenario.demand.oneThing.share > 0 ? LONGEST_MATTER : 0;
  const burnIn = lives.reduce((most, life) => Math.max(most, life), 0) + before;
  const span = spanOf(scenario, calendar, parseDay(scenario.from), parseDay(scenario.to), burnIn);
  // Many items live equally long.
  const startOfLife: number[] = [];
  return {
    span,
    starts: lives.map((life) => (startOfLife[life] ??= firstDayFrom(span, span.firstPosition - life))),
    parts: partitionsOfRun(world, span),
  };
}

/** Position in the list of days of the first from which working days are counted from this position or a later one. */
const firstDayFrom = ({ position }: Span, from: number): number =>
  Math.max(
    0,
    position.findIndex((one) => one >= from),
  );

/** Cases a partition should have, so that threads get even shares and batches are worth handing over. */
const CASES = 20_000;

/**
 * Cuts a run into partitions, in key order. The cut depends on the scenario only, never on the number of threads. Few
 * cases of the days before a run live on into it: these days are part of the first partition of a unit.
 */
function partitionsOfRun(world: World, { share, off, first }: Span): Partition[] {
  const parts: Partition[] = [];
  let firstTask = 0;
  for (const unit of world.units) {
    let lastTask = firstTask;
    while (world.tasks[lastTask]?.unit === unit) lastTask++;
    let firstDay = 0;
    let cases = 0;
    for (let d = 0; d < share.length; d++) {
      if (d >= first && off[d] === 0) cases += unit.casesPerYear * (share[d] ?? 0);
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
