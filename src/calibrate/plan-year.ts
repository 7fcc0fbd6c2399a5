import { dimensionWeights, eachDimension } from '../measure/score-unit.ts';
import type { Knowledge } from '../model/knowledge.ts';
import type { DimensionId, Unit } from '../model/reference.ts';
import { dimensionIds } from '../model/reference.ts';
import type { Scenario } from '../model/scenario/scenario.ts';
import type { NationalTargets } from '../model/targets.ts';
import { makeUnits } from '../simulate/world/simulated-unit.ts';
import { planParts, profileAt, withMeans, type Profile, type Reach } from './profile.ts';

/** Scores that a register, or people, of a simulated world can have. */
const REACH: Reach = {
  effectiveness: [58, 95.5],
  maturity: [30, 98.5],
  completeness: [30, 99.5],
  coverage: [40, 99.3],
  accuracy: [50, 99.5],
};

/** What the units should be like in a year. */
export interface YearPlan {
  /** Overall scores as units are measured: a province with its key cities. */
  readonly overall: ReadonlyMap<string, number>;
  /** Dimension scores that go with them. */
  readonly whole: ReadonlyMap<string, Profile>;
  /** Those of a unit's own part. */
  readonly parts: ReadonlyMap<string, Profile>;
  /** Means of the dimensions over the provincial units. */
  readonly means: Profile;
  /** Share of a province's records that are its own; 1 for a city. */
  readonly ownVolume: ReadonlyMap<string, number>;
}

/** Plans dimension scores for the overall scores chosen for a year, and for the parts of provinces. */
export function planYear(
  targets: NationalTargets,
  overall: ReadonlyMap<string, number>,
  start: Scenario,
  seed: number,
  { reference, methods }: Pick<Knowledge, 'reference' | 'methods'>,
): YearPlan {
  const units = reference.units.filter(({ fictional }) => !fictional);
  const weights = dimensionWeights(methods.province);
  const scoreOf = ({ code }: Unit): number => overall.get(code) ?? 0;
  const cases = new Map(
    makeUnits(start, seed, reference).map(({ unit, casesPerYear }) => [unit.code, casesPerYear]),
  );
  const [whole, parts] = [new Map<string, Profile>(), new Map<string, Profile>()];
  const ownVolume = new Map<string, number>();
  const provinces = units.filter(({ kind }) => kind === 'province');
  for (const province of provinces) {
    const cities = units.filter((unit) => unit.province === province.code);
    const volumes = [province, ...cities].map(({ code }) => cases.get(code) ?? 0);
    const sum = volumes.reduce((total, volume) => total + volume, 0);
    const shares = volumes.map((volume) => volume / sum);
    const plan = planParts(scoreOf(province), cities.map(scoreOf), shares, weights, REACH);
    ownVolume.set(province.code, shares[0] ?? 0);
    parts.set(province.code, plan.rest);
    cities.forEach(({ code }, i) => {
      const profile = plan.cities[i] ?? plan.rest;
      parts.set(code, profile);
      whole.set(code, profile);
      ownVolume.set(code, 1);
    });
    whole.set(province.code, together([plan.rest, ...plan.cities], shares));
  }
  const overalls = provinces.map(scoreOf);
  const planned = provinces.map((province) => profileAt(scoreOf(province), weights, REACH));
  const profiles = withMeans(planned, overalls, targets.means, weights, REACH);
  if (Object.keys(targets.means).some((key) => key !== 'overall')) {
    provinces.forEach(({ code }, i) => {
      const profile = profiles[i];
      if (profile === undefined) return;
      whole.set(code, profile);
      parts.set(code, ownPart(code, profile, units, whole, cases));
    });
  }
  return { overall, whole, parts, means: meanOf(provinces.map(({ code }) => whole.get(code))), ownVolume };
}

/** A province of these parts: items count alike, records by volume. */
const together = (parts: readonly Profile[], shares: readonly number[]): Profile =>
  eachDimension((id) =>
    parts.reduce(
      (sum, profile, i) => sum + profile[id] * (id === 'effectiveness' ? (shares[i] ?? 0) : 1 / parts.length),
      0,
    ),
  );

const meanOf = (profiles: readonly (Profile | undefined)[]): Profile =>
  eachDimension((id) => profiles.reduce((sum, profile) => sum + (profile?.[id] ?? 0), 0) / profiles.length);

/** What a province's own part must have, for its whole to have this profile beside the key cities. */
function ownPart(
  province: string,
  profile: Profile,
  units: readonly Unit[],
  whole: ReadonlyMap<string, Profile>,
  cases: ReadonlyMap<string, number>,
): Profile {
  const cities = units.filter((unit) => unit.province === province);
  return eachDimension((id) => {
    const weightOf = (code: string): number => (id === 'effectiveness' ? (cases.get(code) ?? 0) : 1);
    const total = [province, ...cities.map(({ code }) => code)].reduce(
      (sum, code) => sum + weightOf(code),
      0,
    );
    const others = cities.reduce((sum, { code }) => sum + weightOf(code) * (whole.get(code)?.[id] ?? 0), 0);
    return (total * profile[id] - others) / weightOf(province);
  });
}

/** The overall score that dimension scores make. */
export const overallOf = (profile: Profile, weights: Readonly<Record<DimensionId, number>>): number =>
  dimensionIds.reduce((sum, id) => sum + weights[id] * profile[id], 0);
