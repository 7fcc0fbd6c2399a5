import { damped, placeOf, slopeAt, type Trial } from './inverse.ts';
import { chooseScores, priorOf } from './choose-scores.ts';
import { planParts, profileAt, withMeans, type Profile, type Reach } from './profile.ts';
import { dimensionWeights, eachDimension } from '../measure/score-unit.ts';
import type { Measurement } from '../model/measurement.ts';
import { dimensionIds, type Unit } from '../model/reference.ts';
import { parseScenario } from '../model/scenario/check-scenario.ts';
import type { Scenario } from '../model/scenario/scenario.ts';
import type { NationalTargets } from '../model/targets.ts';
import { makeUnits } from '../simulate/world/simulated-unit.ts';
import { registerScores, solveRegister, withQualities, type Qualities } from './calibrate-register.ts';
import type { Knowledge } from '../model/knowledge.ts';

/** Runs a scenario the whole way, in a database that is gone afterwards, and measures its year. */
export type Trier = (scenario: Scenario, seed: number) => Promise<Measurement>;

/** Scores that any register, or any people, of a simulated world can have. */
const REACH: Reach = {
  effectiveness: [58, 95.5],
  maturity: [30, 95.5],
  completeness: [30, 99.5],
  coverage: [40, 99.3],
  accuracy: [50, 99.5],
};

/** Qualities at which effectiveness is tried in all units at once, to learn how it rises. */
const PLACES = [-4, -2, -1, 0.5, 3];
/** Share of the volume of these trials, and trials at full volume after them. */
const SMALL = 0.1;
const TRIALS = 6;
/** Trials never use a seed that a person would give. */
const FIRST_SEED = 4_000_000_000;

/** The scenario a national calibration starts from: everything but the qualities of its units. */
function nationalStart(targets: NationalTargets): Scenario {
  const { id, name, nameEn, year } = targets;
  return parseScenario(
    {
      name: id,
      title: {
        zh: `${name}（模拟；各单位的水平由校准得出，为假设）`,
        en: `${nameEn} (simulated; the qualities of units come from calibration and are assumptions)`,
      },
      from: `${String(year)}-01-01`,
      to: `${String(year)}-12-31`,
      // About 15 million records: so many that sampling moves a unit's score by tenths only, that of the smallest too.
      casesPerYear: 100_000,
      names: 'real',
      targets: id,
      // With less than half of the records the best own part of a province could not make good its weak key cities.
      demand: { populationPower: 0.7, smallest: 0.55, onlineShift: 0.1 },
      experience: { office: 0.02, item: 0.02 },
      answering: { online: 0.97, hall: 0.98, tagged: 0.85, defaulting: { share: 0 } },
    },
    id,
  );
}

/** Finds qualities of the units with which a year's results meet a national report. */
export async function calibrateNational(
  targets: NationalTargets,
  order: NationalTargets | undefined,
  trier: Trier,
  knowledge: Knowledge,
  progress: (done: number, all: number) => void,
): Promise<Scenario> {
  const start = nationalStart(targets);
  const steps = 2 + PLACES.length + TRIALS;
  const plan = planUnits(targets, order, start, knowledge);
  const qualities: Qualities = new Map([...plan.parts.keys()].map((code) => [code, eachDimension(() => 0)]));
  const units = knowledge.reference.units.filter(({ fictional }) => !fictional);
  for (const [done, kind] of (['city', 'province'] as const).entries()) {
    const codes = units.filter((unit) => unit.kind === kind).map(({ code }) => code);
    solveRegister(start, FIRST_SEED, plan.whole, codes, qualities, knowledge);
    progress(done + 1, steps);
  }
  const register = registerScores(withQualities(start, qualities), FIRST_SEED, knowledge);
  await solveEffectiveness(start, plan, register, qualities, trier, knowledge, (done) => {
    progress(2 + done, steps);
  });
  return withQualities(start, qualities);
}

interface Plan {
  /** Scores that units should have as they are measured: a province with its key cities. */
  readonly whole: ReadonlyMap<string, Profile>;
  /** Scores of a unit's own part. */
  readonly parts: ReadonlyMap<string, Profile>;
  /** Overall scores that were printed: these must be met, whatever the dimensions. */
  readonly printed: ReadonlyMap<string, number>;
  /** Share of a province's records that are its own. */
  readonly ownVolume: ReadonlyMap<string, number>;
}

function planUnits(
  targets: NationalTargets,
  order: NationalTargets | undefined,
  start: Scenario,
  { reference, methods }: Knowledge,
): Plan {
  const units = reference.units.filter(({ fictional }) => !fictional);
  const weights = dimensionWeights(methods.province);
  const scores = chooseScores(targets, units, methods.province.bands, priorOf(order));
  const scoreOf = ({ code }: Unit): number => scores.get(code) ?? 0;
  const cases = new Map(
    makeUnits(start, FIRST_SEED, reference).map(({ unit, casesPerYear }) => [unit.code, casesPerYear]),
  );
  const whole = new Map<string, Profile>();
  const parts = new Map<string, Profile>();
  const ownVolume = new Map<string, number>();
  const provinces = units.filter(({ kind }) => kind === 'province');
  for (const province of provinces) {
    const cities = units.filter((unit) => unit.province === province.code);
    const volumes = [province, ...cities].map(({ code }) => cases.get(code) ?? 0);
    const sum = volumes.reduce((total, volume) => total + volume, 0);
    const plan = planParts(
      scoreOf(province),
      cities.map(scoreOf),
      volumes.map((volume) => volume / sum),
      weights,
      REACH,
    );
    ownVolume.set(province.code, (volumes[0] ?? 0) / sum);
    parts.set(province.code, plan.rest);
    const all = [plan.rest, ...plan.cities];
    cities.forEach(({ code }, i) => {
      const profile = plan.cities[i] ?? plan.rest;
      parts.set(code, profile);
      whole.set(code, profile);
      ownVolume.set(code, 1);
    });
    whole.set(
      province.code,
      eachDimension((id) =>
        all.reduce(
          (total, profile, i) =>
            total + profile[id] * (id === 'effectiveness' ? (volumes[i] ?? 0) / sum : 1 / all.length),
          0,
        ),
      ),
    );
  }
  if (targets.means !== undefined) {
    const overalls = provinces.map(scoreOf);
    const profiles = overalls.map((overall) => profileAt(overall, weights, REACH));
    withMeans(profiles, overalls, targets.means, weights, REACH).forEach((profile, i) => {
      const code = provinces[i]?.code ?? '';
      whole.set(code, profile);
      parts.set(code, ownPart(code, profile, units, whole, cases));
    });
  }
  const printed = new Map([...scores].filter(([code]) => priorOf(targets)(code) > 0));
  return { whole, parts, printed, ownVolume };
}

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

/** Learns from a few trials how effectiveness rises with quality, then approaches the targets with a new seed each time. */
async function solveEffectiveness(
  start: Scenario,
  plan: Plan,
  register: ReadonlyMap<string, Profile>,
  qualities: Qualities,
  trier: Trier,
  { methods }: Knowledge,
  progress: (done: number) => void,
): Promise<void> {
  const weights = dimensionWeights(methods.province);
  const targetOf = (code: string): number => {
    const overall = plan.printed.get(code);
    const scores = register.get(code);
    if (overall === undefined || scores === undefined) return plan.whole.get(code)?.effectiveness ?? 0;
    // What rounding to whole items left of the register is made good here.
    const rest = dimensionIds.reduce((sum, id) => sum + weights[id] * scores[id], 0);
    return (overall - rest) / weights.effectiveness;
  };
  const tried = new Map<string, Trial[]>([...qualities.keys()].map((code) => [code, []]));
  const small = { ...start, casesPerYear: start.casesPerYear * SMALL };
  for (const [i, place] of PLACES.entries()) {
    for (const quality of qualities.values()) quality.effectiveness = place;
    const figures = await effectivenessIn(withQualities(small, qualities), FIRST_SEED + i, trier);
    for (const [code, trials] of tried) trials.push({ at: place, figure: figures.get(code) ?? 0 });
    progress(i + 1);
  }
  for (const [code, quality] of qualities) {
    quality.effectiveness = placeOf(plan.parts.get(code)?.effectiveness ?? 0, tried.get(code) ?? []);
  }
  for (let n = 1; n <= TRIALS; n++) {
    const figures = await effectivenessIn(withQualities(start, qualities), FIRST_SEED + 100 + n, trier);
    for (const [code, quality] of qualities) {
      const slope = slopeAt(quality.effectiveness, tried.get(code) ?? []) * (plan.ownVolume.get(code) ?? 1);
      const trial = { at: quality.effectiveness, figure: figures.get(code) ?? 0 };
      const next = damped(trial, targetOf(code), slope, n);
      quality.effectiveness = Math.min(FARTHEST, Math.max(-FARTHEST, next));
    }
    progress(PLACES.length + n);
  }
}

/** Beyond this quality effectiveness no longer rises or falls to speak of. */
const FARTHEST = 7;

async function effectivenessIn(scenario: Scenario, seed: number, trier: Trier): Promise<Map<string, number>> {
  const { units } = await trier(scenario, seed);
  return new Map(units.map(({ code, dimensions }) => [code, dimensions.effectiveness?.score ?? 0]));
}
