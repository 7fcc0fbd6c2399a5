import { measureUnits } from '../measure/measure.ts';
import { countRegister } from '../measure/register-counts.ts';
import { eachDimension } from '../measure/score-unit.ts';
import { emptyCounts } from '../measure/unit-counts.ts';
import type { Knowledge } from '../model/knowledge.ts';
import type { Method } from '../model/method.ts';
import type { DimensionId, UnitKind } from '../model/reference.ts';
import type { Task } from '../model/register.ts';
import type { Scenario } from '../model/scenario/scenario.ts';
import { parsePeriod } from '../model/time/period.ts';
import type { UnitItems } from '../simulate/world/register-plan.ts';
import { makeUnits, type SimulatedUnit } from '../simulate/world/simulated-unit.ts';
import { makeTasks, unitItems } from '../simulate/world/world.ts';
import type { Profile } from './profile.ts';
import { registerMethod } from './register-method.ts';

/** Latent qualities by unit. */
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

interface Owner {
  readonly unit: SimulatedUnit;
  readonly items: UnitItems;
  /** The scores that were worked out last, and the qualities they are of. */
  known?: { readonly of: string; readonly scores: Profile };
}

/** The own registers of the units of a scenario, a province without its key cities, as their qualities make them. */
export class OwnRegisters {
  private readonly owners: readonly Owner[];
  private readonly methods: Readonly<Record<UnitKind, Method>>;

  constructor(
    private readonly start: Scenario,
    private readonly seed: number,
    private readonly knowledge: Knowledge,
  ) {
    const { reference, methods } = knowledge;
    this.owners = makeUnits(start, seed, reference).map((unit) => ({
      unit,
      items: unitItems(start, seed, reference, unit),
    }));
    this.methods = { province: registerMethod(methods.province), city: registerMethod(methods.city) };
  }

  /** Scores of what each register alone decides, by unit; 0 in a dimension that a register does not decide. */
  scores(qualities: Qualities): Map<string, Profile> {
    return new Map(this.owners.map((owner) => [owner.unit.unit.code, this.scoresOf(owner, qualities)]));
  }

  /** The items of some units as they stand with these qualities, where this is the share of second visits. */
  tasks(qualities: Qualities, units: ReadonlySet<number>, secondVisit: number): Task[] {
    const scenario = { ...this.start, catalogue: { ...this.start.catalogue, secondVisit } };
    return this.owners.flatMap((owner) =>
      units.has(owner.unit.index)
        ? this.tasksOf(scenario, owner, qualities.get(owner.unit.unit.code) ?? owner.unit.quality)
        : [],
    );
  }

  private scoresOf(owner: Owner, qualities: Qualities): Profile {
    const { unit } = owner.unit;
    const quality = qualities.get(unit.code) ?? owner.unit.quality;
    const { maturity, completeness, coverage, accuracy } = quality;
    const of = [maturity, completeness, coverage, accuracy].join('/');
    if (owner.known?.of === of) return owner.known.scores;
    const alone = { ...unit, province: null, countedIn: null };
    const [counts] = countRegister({ tasks: this.tasksOf(this.start, owner, quality, 0) }, 1);
    const { units } = measureUnits({
      methods: this.methods,
      counts: counts === undefined ? [] : [emptyCounts(0, unit.kind, counts)],
      reference: { ...this.knowledge.reference, units: [alone] },
      listed: [alone],
      period: parsePeriod(this.start.from.slice(0, 4)),
      data: '',
    });
    const scores = eachDimension((id) => units[0]?.dimensions[id]?.score ?? 0);
    owner.known = { of, scores };
    return scores;
  }

  private tasksOf(
    scenario: Scenario,
    { unit, items }: Owner,
    quality: Record<DimensionId, number>,
    unitIndex = unit.index,
  ): Task[] {
    const tasks = makeTasks(scenario, this.seed, this.knowledge.reference, { ...unit, quality }, items);
    // The lines were made for this: to copy each of them is a fifth of the work.
    return tasks.map(({ line, office }, id) =>
      Object.assign(line, { id, officeId: office, unitIndex, slot: id }),
    );
  }
}
