import { dimensionWeights } from '../measure/score-unit.ts';
import type { Knowledge } from '../model/knowledge.ts';
import type { Unit } from '../model/reference.ts';
import type { Scenario } from '../model/scenario/scenario.ts';
import type { NationalTargets } from '../model/targets.ts';
import { makeUnits } from '../simulate/world/simulated-unit.ts';
import { overallOf, planParts, type Makeup } from './plan-parts.ts';
import type { Profile, Reach } from './profile.ts';
import { registerShares } from './register-method.ts';

/** Scores that a register, or the records, of a simulated world can have. */
const REACH: Reach = {
  effectiveness: [58, 95.5],
  maturity: [30, 98.5],
  completeness: [30, 99.5],
  coverage: [40, 99.3],
  accuracy: [50, 99.5],
};
const RECORD_REACH = [45, 95] as const;

/** What the units should be like in a year. */
export interface YearPlan {
  /** Overall scores as units are measured: a province with its key cities. */
  readonly overall: ReadonlyMap<string, number>;
  /** Scores of the own registers of units. */
  readonly registers: ReadonlyMap<string, Profile>;
  /** Overall scores of the own parts of units. */
  readonly parts: ReadonlyMap<string, number>;
  /** Mean overall score of the provincial units, and the published means of dimensions. */
  readonly meanOverall: number;
  readonly means: Partial<Profile>;
  /** Whether the scores of most units were published. */
  readonly printed: boolean;
  /** Published share of the licences of provincial units that are accepted online with one visit at most. */
  readonly oneVisitLicences: number | undefined;
  /** Share of a province's records that are its own; 1 for a city. */
  readonly ownVolume: ReadonlyMap<string, number>;
}

/** Plans registers and records for the overall scores chosen for a year, and for the parts of provinces. */
export function planYear(
  targets: NationalTargets,
  overall: ReadonlyMap<string, number>,
  start: Scenario,
  seed: number,
  { reference, methods }: Pick<Knowledge, 'reference' | 'methods'>,
): YearPlan {
  const units = reference.units.filter(({ fictional }) => !fictional);
  const weights = dimensionWeights(methods.province);
  const makeup: Makeup = {
    weights,
    registerShares: registerShares(methods.province),
    reach: REACH,
    recordReach: RECORD_REACH,
  };
  const scoreOf = ({ code }: Unit): number => overall.get(code) ?? 0;
  const cases = new Map(
    makeUnits(start, seed, reference).map(({ unit, casesPerYear }) => [unit.code, casesPerYear]),
  );
  const registers = new Map<string, Profile>();
  const parts = new Map<string, number>();
  const ownVolume = new Map<string, number>();
  const provinces = units.filter(({ kind }) => kind === 'province');
  for (const province of provinces) {
    const cities = units.filter((unit) => unit.province === province.code);
    const volumes = [province, ...cities].map(({ code }) => cases.get(code) ?? 0);
    const sum = volumes.reduce((total, volume) => total + volume, 0);
    const shares = volumes.map((volume) => volume / sum);
    const plan = planParts(scoreOf(province), cities.map(scoreOf), shares, makeup);
    ownVolume.set(province.code, shares[0] ?? 0);
    parts.set(province.code, overallOf(plan.rest, makeup));
    cities.forEach(({ code }, i) => {
      const part = plan.cities[i] ?? plan.rest;
      parts.set(code, overallOf(part, makeup));
      registers.set(code, part.register);
      ownVolume.set(code, 1);
    });
    registers.set(province.code, plan.rest.register);
  }
  const { overall: _, ...means } = targets.means;
  const meanOverall = provinces.reduce((total, unit) => total + scoreOf(unit), 0) / provinces.length;
  const { oneVisitLicences } = targets;
  const printed = Object.keys(targets.units).length >= units.length / 2;
  return { overall, registers, parts, meanOverall, means, printed, oneVisitLicences, ownVolume };
}
