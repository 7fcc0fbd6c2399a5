import { countUnits } from '../measure/count.ts';
import { measureUnits } from '../measure/measure.ts';
import type { Profile } from './profile.ts';
import { eachDimension } from '../measure/score-unit.ts';
import { parsePeriod } from '../model/time/period.ts';
import type { DimensionId } from '../model/reference.ts';
import { registerFrom, unitsInPlay } from '../model/register.ts';
import type { Scenario } from '../model/scenario/scenario.ts';
import { makeWorld } from '../simulate/world/world.ts';
import type { Knowledge } from '../model/knowledge.ts';

export type Qualities = Map<string, Record<DimensionId, number>>;

/** Qualities as a scenario states them. */
export const withQualities = (scenario: Scenario, qualities: Qualities): Scenario => ({
  ...scenario,
  quality: {
    ...scenario.quality,
    units: Object.fromEntries(
      [...qualities].map(([code, quality]) => [
        code,
        eachDimension((id) => Math.round(quality[id] * 1e4) / 1e4),
      ]),
    ),
  },
});

/** Scores of the register in a scenario, by unit; effectiveness, which needs records, is left at 0. */
export function registerScores(scenario: Scenario, seed: number, knowledge: Knowledge): Map<string, Profile> {
  const { reference, methods } = knowledge;
  const world = makeWorld(scenario, seed, reference);
  const offices = world.offices.map((office, id) => ({
    ...office,
    id,
    unitIndex: reference.units.findIndex(({ code }) => code === office.unit),
  }));
  const officeIds = new Map(offices.map(({ code, id }) => [code, id]));
  const tasks = world.tasks.map(({ line, unit, itemIndex }, id) => ({
    ...line,
    id,
    officeId: officeIds.get(line.office) ?? -1,
    unitIndex: unit.index,
    slot: itemIndex,
  }));
  const register = registerFrom(offices, tasks);
  const nothing = { ratings: [], taskRatings: [], tags: [], services: [], rectifications: [], named: [] };
  const { units } = measureUnits({
    methods,
    counts: countUnits(nothing, register, reference),
    reference,
    listed: unitsInPlay(reference, register),
    period: parsePeriod(scenario.from.slice(0, 4)),
    data: '',
  });
  return new Map(
    units.map(({ code, dimensions }) => [code, eachDimension((id) => dimensions[id]?.score ?? 0)]),
  );
}

/** Qualities beyond these make no difference to any share. */
const FARTHEST = 12;
/** Halvings of the interval: 24 / 2¹¹ is below what moves one item. */
const HALVINGS = 11;

/**
 * Finds the qualities with which the registers of some units have these scores, by halving intervals in all units at
 * once. What is offered comes first, for the other shares are counted over it.
 */
export function solveRegister(
  scenario: Scenario,
  seed: number,
  targets: ReadonlyMap<string, Profile>,
  codes: readonly string[],
  qualities: Qualities,
  knowledge: Knowledge,
): void {
  for (const dimensions of [['coverage'], ['maturity', 'accuracy'], ['completeness']] as const) {
    const ends = new Map(
      codes.map((code) => [code, eachDimension(() => ({ low: -FARTHEST, high: FARTHEST }))]),
    );
    for (let step = 0; step <= HALVINGS; step++) {
      for (const [code, end] of ends) {
        const quality = qualities.get(code);
        for (const id of dimensions) if (quality) quality[id] = (end[id].low + end[id].high) / 2;
      }
      if (step === HALVINGS) break;
      const scores = registerScores(withQualities(scenario, qualities), seed, knowledge);
      for (const [code, end] of ends) {
        for (const id of dimensions) {
          const below = (scores.get(code)?.[id] ?? 0) < (targets.get(code)?.[id] ?? 0);
          const { low, high } = end[id];
          end[id] = below ? { low: (low + high) / 2, high } : { low, high: (low + high) / 2 };
        }
      }
    }
    nearest(scenario, seed, targets, dimensions, ends, qualities, knowledge);
  }
}

type Ends = Map<string, Record<DimensionId, { readonly low: number; readonly high: number }>>;

/**
 * A score jumps where one item more is counted. Of the two sides of the jump each unit takes the one that keeps the sum
 * of all differences so far nearest to 0, so that means are met better than single scores can be.
 */
function nearest(
  scenario: Scenario,
  seed: number,
  targets: ReadonlyMap<string, Profile>,
  dimensions: readonly DimensionId[],
  ends: Ends,
  qualities: Qualities,
  knowledge: Knowledge,
): void {
  const at = (side: 'low' | 'high'): Map<string, Profile> => {
    for (const [code, end] of ends) {
      const quality = qualities.get(code);
      for (const id of dimensions) if (quality) quality[id] = end[id][side];
    }
    return registerScores(withQualities(scenario, qualities), seed, knowledge);
  };
  const [low, high] = [at('low'), at('high')];
  for (const id of dimensions) {
    let sum = 0;
    for (const [code, end] of ends) {
      const target = targets.get(code)?.[id] ?? 0;
      const [below, above] = [(low.get(code)?.[id] ?? 0) - target, (high.get(code)?.[id] ?? 0) - target];
      const takesLow = Math.abs(sum + below) < Math.abs(sum + above);
      sum += takesLow ? below : above;
      const quality = qualities.get(code);
      if (quality) quality[id] = takesLow ? end[id].low : end[id].high;
    }
  }
}
