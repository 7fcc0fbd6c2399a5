import { dimensionWeights, eachDimension } from '../measure/score-unit.ts';
import type { Knowledge } from '../model/knowledge.ts';
import type { Measurement } from '../model/measurement.ts';
import { dimensionIds, type DimensionId } from '../model/reference.ts';
import type { Scenario } from '../model/scenario/scenario.ts';
import { RegisterModel, solveRegister, withQualities, type Qualities } from './calibrate-register.ts';
import { damped, placeOf, slopeAt, type Trial } from './inverse.ts';
import type { YearPlan } from './plan-year.ts';
import type { Profile } from './profile.ts';
import { registerShares } from './register-method.ts';

/** Runs a scenario the whole way, in a database that is gone afterwards, and measures its year. */
export type Trier = (scenario: Scenario, seed: number) => Promise<Measurement>;

/** Qualities at which effectiveness is tried in all units at once, to learn how the overall score rises. */
const PLACES = [-5, -2.5, -1.2, 0, 1.2, 3.5];
/** Share of the volume of these trials, and trials at full volume after them. */
const SMALL = 0.1;
const TRIALS = 8;
/** After so many of these the register is sought again, so that the means of the dimensions are met. */
const CORRECTIONS = 2;
/** Steps of a year, as progress counts them. */
export const STEPS = 1 + PLACES.length + TRIALS + CORRECTIONS;

/** How far corrections may move the qualities of a register. */
const NEAR = 3;
/** No trial moves effectiveness further than this. */
const LONGEST_STEP = 2.5;

/** A register that decides less of a dimension than this is not moved further for it. */
const LEAST_SHARE = 0.3;

/** Beyond this quality effectiveness no longer rises or falls to speak of. */
const FARTHEST = 7;

/**
 * Finds the qualities with which the units of one year have the scores planned for them. What the register decides is
 * sought without records; then trials teach how the overall score of each unit rises with what its users experience, and
 * the targets are approached with a new seed each time. Between the first of these trials the registers are moved until
 * the means of the dimensions are met too.
 */
export async function calibrateYear(
  start: Scenario,
  plan: YearPlan,
  seed: number,
  trier: Trier,
  knowledge: Knowledge,
  progress: (done: number) => void,
): Promise<Qualities> {
  const qualities: Qualities = new Map([...plan.parts.keys()].map((code) => [code, eachDimension(() => 0)]));
  let { registers } = plan;
  let done = 0;
  const tell = (): void => {
    progress(++done);
  };
  const model = new RegisterModel(start, seed, knowledge);
  const seekRegisters = (around?: number): void => {
    solveRegister(model, registers, [...registers.keys()], qualities, around);
    tell();
  };
  seekRegisters();

  const tried = new Map<string, Trial[]>([...qualities.keys()].map((code) => [code, []]));
  const small = { ...start, casesPerYear: start.casesPerYear * SMALL };
  for (const [i, place] of PLACES.entries()) {
    for (const quality of qualities.values()) quality.effectiveness = place;
    const figures = overallIn(await trier(withQualities(small, qualities), seed + 1 + i));
    for (const [code, trials] of tried) trials.push({ at: place, figure: figures.get(code) ?? 0 });
    tell();
  }
  for (const [code, quality] of qualities) {
    quality.effectiveness = placeOf(plan.parts.get(code) ?? 0, tried.get(code) ?? []);
  }

  const corrections = Object.keys(plan.means).length === 0 ? 0 : CORRECTIONS;
  for (let n = 1; n <= TRIALS; n++) {
    const measured = await trier(withQualities(start, qualities), seed + 100 + n);
    tell();
    if (n <= corrections) {
      registers = corrected(registers, plan, measured, knowledge);
      seekRegisters(NEAR);
    }
    const figures = overallIn(measured);
    for (const [code, quality] of qualities) {
      const slope = slopeAt(quality.effectiveness, tried.get(code) ?? []) * (plan.ownVolume.get(code) ?? 1);
      const trial = { at: quality.effectiveness, figure: figures.get(code) ?? 0 };
      const next = damped(trial, plan.overall.get(code) ?? 0, slope, Math.max(1, n - corrections));
      const step = Math.min(LONGEST_STEP, Math.max(-LONGEST_STEP, next - trial.at));
      quality.effectiveness = Math.min(FARTHEST, Math.max(-FARTHEST, trial.at + step));
    }
  }
  return qualities;
}

const overallIn = ({ units }: Measurement): Map<string, number> =>
  new Map(units.map(({ code, overall }) => [code, overall?.score ?? 0]));

/**
 * Registers moved in all units alike, by what the published means of dimensions still lack; the other dimensions give way, so
 * that the mean of the overall score stays. What all dimensions lack alike is left to the records.
 */
function corrected(
  registers: ReadonlyMap<string, Profile>,
  plan: YearPlan,
  { means }: Measurement,
  { methods }: Knowledge,
): ReadonlyMap<string, Profile> {
  const weights = dimensionWeights(methods.province);
  const shares = registerShares(methods.province);
  const measured = means.province;
  const published = dimensionIds.filter((id) => plan.means[id] !== undefined);
  const lackOf = (id: DimensionId): number => (plan.means[id] ?? 0) - (measured[id] ?? plan.means[id] ?? 0);
  const lack = plan.meanOverall - (measured.overall ?? plan.meanOverall);
  const others = dimensionIds.filter((id) => !published.includes(id));
  const given = published.reduce((sum, id) => sum + weights[id] * lackOf(id), 0);
  const weight = others.reduce((sum, id) => sum + weights[id], 0);
  const rest = weight === 0 ? 0 : (lack - given) / weight;
  return new Map(
    [...registers].map(([code, profile]) => [
      code,
      eachDimension(
        (id) =>
          profile[id] +
          ((published.includes(id) ? lackOf(id) : rest) - lack) / Math.max(LEAST_SHARE, shares[id]),
      ),
    ]),
  );
}
