import { countUnits } from '../measure/count.ts';
import { registerMethod } from './register-method.ts';
import { measureUnits } from '../measure/measure.ts';
import type { Profile } from './profile.ts';
import { eachDimension } from '../measure/score-unit.ts';
import { parsePeriod } from '../model/time/period.ts';
import type { DimensionId, Reference } from '../model/reference.ts';
import {
  registerFrom,
  unitsInPlay,
  type ItemLine,
  type Office,
  type Register,
  type Task,
} from '../model/register.ts';
import type { Scenario } from '../model/scenario/scenario.ts';
import { makeUnits, type SimulatedUnit } from '../simulate/world/simulated-unit.ts';
import { makeTasks, makeWorld } from '../simulate/world/world.ts';
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

/** Registers of a scenario, unit by unit: one is made again only where the qualities of its unit have changed. */
export class RegisterModel {
  private readonly made = new Map<string, { readonly of: string; readonly lines: readonly ItemLine[] }>();
  private readonly offices: readonly Office[];
  private readonly officeIds: ReadonlyMap<string, number>;
  /** The reference data with every unit by itself. */
  private readonly apart: Reference;

  constructor(
    private readonly start: Scenario,
    private readonly seed: number,
    private readonly knowledge: Knowledge,
  ) {
    const { reference } = knowledge;
    this.offices = makeWorld(start, seed, reference).offices.map((office, id) => ({
      ...office,
      id,
      unitIndex: reference.units.findIndex(({ code }) => code === office.unit),
    }));
    this.apart = {
      ...reference,
      units: reference.units.map((unit) => ({ ...unit, province: null, countedIn: null })),
    };
    this.officeIds = new Map(this.offices.map(({ code, id }) => [code, id]));
  }

  /** The register of units of these qualities. */
  register(qualities: Qualities): Register {
    return registerFrom(this.offices, this.tasks(qualities));
  }

  /**
   * Scores of what its own register alone decides, by unit, a province without its key cities; 0 in a dimension that a
   * register does not decide.
   */
  scores(qualities: Qualities): Map<string, Profile> {
    const { start, apart: reference } = this;
    const { methods } = this.knowledge;
    const register = this.register(qualities);
    const { units } = measureUnits({
      methods: { province: registerMethod(methods.province), city: registerMethod(methods.city) },
      counts: countUnits(noCells, register, reference),
      reference,
      listed: unitsInPlay(reference, register),
      period: parsePeriod(start.from.slice(0, 4)),
      data: '',
    });
    return new Map(
      units.map(({ code, dimensions }) => [code, eachDimension((id) => dimensions[id]?.score ?? 0)]),
    );
  }

  private tasks(qualities: Qualities): Task[] {
    const { start, seed, knowledge, officeIds } = this;
    const scenario = withQualities(start, qualities);
    return makeUnits(scenario, seed, knowledge.reference)
      .flatMap((unit) =>
        this.linesOf(scenario, unit).map((line, slot) => ({ line, slot, unitIndex: unit.index })),
      )
      .map(({ line, slot, unitIndex }, id) => ({
        ...line,
        id,
        officeId: officeIds.get(line.office) ?? -1,
        unitIndex,
        slot,
      }));
  }

  private linesOf(scenario: Scenario, unit: SimulatedUnit): readonly ItemLine[] {
    const { maturity, completeness, coverage, accuracy } = unit.quality;
    const of = [maturity, completeness, coverage, accuracy].join('/');
    const known = this.made.get(unit.unit.code);
    if (known?.of === of) return known.lines;
    const lines = makeTasks(scenario, this.seed, this.knowledge.reference, unit).map(({ line }) => line);
    this.made.set(unit.unit.code, { of, lines });
    return lines;
  }
}

const noCells = { ratings: [], taskRatings: [], tags: [], services: [], rectifications: [], named: [] };

/** Qualities beyond these make no difference to any share. */
const FARTHEST = 12;
/** Intervals are halved until they are below what moves one item. */
const NARROW = 0.05;

/**
 * Finds the qualities with which the registers of some units have these scores, by halving intervals in all units at
 * once. What is offered comes first, for the other shares are counted over it.
 */
export async function solveRegister(
  model: RegisterModel,
  targets: ReadonlyMap<string, Profile>,
  qualities: Qualities,
  /** Called before each of the long steps. */
  pause: () => Promise<void>,
  /** How far from where they are now qualities may lie. */
  around = FARTHEST,
): Promise<void> {
  for (const dimensions of [['coverage'], ['maturity', 'accuracy'], ['completeness']] as const) {
    const ends = new Map(
      [...targets.keys()].map((code) => [
        code,
        eachDimension((id) => {
          const now = qualities.get(code)?.[id] ?? 0;
          return { low: Math.max(-FARTHEST, now - around), high: Math.min(FARTHEST, now + around) };
        }),
      ]),
    );
    for (let width = 2 * around; ; width /= 2) {
      for (const [code, end] of ends) {
        const quality = qualities.get(code);
        for (const id of dimensions) if (quality) quality[id] = (end[id].low + end[id].high) / 2;
      }
      if (width < NARROW) break;
      await pause();
      const scores = model.scores(qualities);
      for (const [code, end] of ends) {
        for (const id of dimensions) {
          const below = (scores.get(code)?.[id] ?? 0) < (targets.get(code)?.[id] ?? 0);
          const { low, high } = end[id];
          end[id] = below ? { low: (low + high) / 2, high } : { low, high: (low + high) / 2 };
        }
      }
    }
    await pause();
    nearest(model, targets, dimensions, ends, qualities);
  }
}

type Ends = Map<string, Record<DimensionId, { readonly low: number; readonly high: number }>>;

/**
 * A score jumps where one item more is counted. Of the two sides of the jump each unit takes the one that keeps the sum
 * of all differences so far nearest to 0, so that means are met better than single scores can be.
 */
function nearest(
  model: RegisterModel,
  targets: ReadonlyMap<string, Profile>,
  dimensions: readonly DimensionId[],
  ends: Ends,
  qualities: Qualities,
): void {
  const at = (side: 'low' | 'high'): Map<string, Profile> => {
    for (const [code, end] of ends) {
      const quality = qualities.get(code);
      for (const id of dimensions) if (quality) quality[id] = end[id][side];
    }
    return model.scores(qualities);
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
