import { dimensionWeights, eachDimension } from '../measure/score-unit.ts';
import type { Knowledge } from '../model/knowledge.ts';
import type { Measurement } from '../model/measurement.ts';
import { dimensionIds, type DimensionId } from '../model/reference.ts';
import type { Scenario } from '../model/scenario/scenario.ts';
import { solveRegister } from './calibrate-register.ts';
import { average } from './average.ts';
import { damped, placeOf, slopeAt, type Trial } from './inverse.ts';
import { OwnRegisters, withQualities, type Qualities } from './own-registers.ts';
import type { YearPlan } from './plan-year.ts';
import { weighted, within, type Profile } from './profile.ts';
import { registerShares } from './register-method.ts';
import { assertLicencesReachable, licenceShares, secondVisitsFor } from './second-visits.ts';

/** How a search tries scenarios of a year. */
export interface Trials {
  /** Runs a scenario the whole way, in a database that is gone afterwards, and measures its year. */
  readonly run: (scenario: Scenario, seed: number) => Promise<Measurement>;
  /** Lets others have their turn amid long computing, and throws where the search is to stop. */
  readonly pause: () => Promise<void>;
}

/** Qualities at which effectiveness is tried in all units at once, to learn how the overall score rises. */
const PLACES = [-5, -2.5, -1.2, 0, 1.2, 3.5];
/** Share of the volume of these trials, and of those that lead near: after each of the latter the registers are sought again where a mean was published. */
const SMALL = 0.1;
const NEARING = 5;
/**
 * Share of the volume of the trials that approach the targets, and how many there are: more where the scores of most units must
 * be met. A year's score spreads over seeds by 0.14 at full volume and by 0.20 at this one, so that the same records tell more in many
 * smaller trials; the mean of all units differs by 0.03.
 */
const MIDDLE = 0.3;
const TRIALS = { scores: 30, means: 5 };
/** After so many of these the registers stay as they are. */
const SETTLING = 5;
/** Steps of a year, as progress counts them. */
export const stepsOf = (plan: YearPlan): number =>
  1 + PLACES.length + NEARING + trialsOf(plan) + (corrects(plan) ? NEARING + SETTLING : 0);

const corrects = ({ means, oneVisitLicences }: YearPlan): boolean =>
  Object.keys(means).length > 0 || oneVisitLicences !== undefined;
const trialsOf = ({ printed }: YearPlan): number => (printed ? TRIALS.scores : TRIALS.means);

/** How far corrections may move the qualities of a register. */
const NEAR = 3;
/** No trial moves effectiveness further than this. */
const LONGEST_STEP = 2.5;

/** Points asked of a register that are enough to tell how many of them come. */
const TELLING = 0.3;
/** No fewer of them are counted on than this share. */
const LEAST_EFFECT = 0.4;

/** Beyond this quality effectiveness no longer rises or falls to speak of. */
const FARTHEST = 7;

/** What the calibration of one year found. */
export interface FoundYear {
  readonly qualities: Qualities;
  /** The scenario it started from, with the share of second visits that the year's licences ask for. */
  readonly start: Scenario;
}

/**
 * The share of second visits that the published licences of a year ask for, by its register as it is planned: its trials move it still.
 * Throws a Mistake where no share of second visits leads to them.
 */
export async function plannedSecondVisits(
  start: Scenario,
  { registers: planned, parts }: YearPlan,
  { year, oneVisitLicences }: { readonly year: number; readonly oneVisitLicences: number },
  seed: number,
  { pause }: Trials,
  knowledge: Knowledge,
): Promise<number> {
  const registers = new OwnRegisters(start, seed, knowledge);
  const qualities: Qualities = new Map([...parts.keys()].map((code) => [code, eachDimension(() => 0)]));
  await solveRegister(registers, planned, qualities, pause);
  const shares = licenceShares(registers, qualities, knowledge.reference);
  assertLicencesReachable(oneVisitLicences, year, shares);
  return secondVisitsFor(oneVisitLicences, shares);
}

/**
 * Finds the qualities with which the units of one year have the scores planned for them. What the register decides is
 * sought without records; then trials teach how the overall score of each unit rises with what its users experience. While
 * these approach the targets, with a new seed each time, the registers are moved until the means of the dimensions, and the
 * licences that need one visit at most, are met too. From the sixth of the larger trials on they move effectiveness alone.
 */
export async function calibrateYear(
  from: Scenario,
  plan: YearPlan,
  seed: number,
  trials: Trials,
  knowledge: Knowledge,
  progress: (done: number) => void,
): Promise<FoundYear> {
  let start = from;
  let { registers: sought } = plan;
  const qualities: Qualities = new Map([...plan.parts.keys()].map((code) => [code, eachDimension(() => 0)]));
  let done = 0;
  const tell = (): void => {
    progress(++done);
  };
  let registers = new OwnRegisters(start, seed, knowledge);
  const seekRegisters = async (around?: number): Promise<void> => {
    await solveRegister(registers, sought, qualities, trials.pause, around);
    if (plan.oneVisitLicences !== undefined) {
      const shares = licenceShares(registers, qualities, knowledge.reference);
      const secondVisit = secondVisitsFor(plan.oneVisitLicences, shares);
      start = { ...start, catalogue: { ...start.catalogue, secondVisit } };
      registers = new OwnRegisters(start, seed, knowledge);
    }
    tell();
  };
  await seekRegisters();

  const ofVolume = (share: number): Scenario => ({ ...start, casesPerYear: start.casesPerYear * share });
  const tried = new Map<string, Trial[]>([...qualities.keys()].map((code) => [code, []]));
  const triedMeans = eachDimension((): Trial[] => []);
  for (const [i, place] of PLACES.entries()) {
    for (const quality of qualities.values()) quality.effectiveness = place;
    const measured = await trials.run(withQualities(ofVolume(SMALL), qualities), seed + 1 + i);
    const figures = overallIn(measured);
    for (const [code, known] of tried) known.push({ at: place, figure: figures.get(code) ?? 0 });
    for (const id of dimensionIds)
      triedMeans[id].push({ at: place, figure: measured.means.province[id] ?? 0 });
    tell();
  }
  for (const [code, quality] of qualities) {
    quality.effectiveness = placeOf(plan.parts.get(code) ?? 0, tried.get(code) ?? []);
  }

  /** Moves effectiveness by what the n-th trial lacks, beyond what registers moved since have raised. */
  const approach = (measured: Measurement, n: number, raised: number): void => {
    const figures = overallIn(measured);
    for (const [code, quality] of qualities) {
      const slope = slopeAt(quality.effectiveness, tried.get(code) ?? []) * (plan.ownVolume.get(code) ?? 1);
      const trial = { at: quality.effectiveness, figure: (figures.get(code) ?? 0) + raised };
      const next = damped(trial, plan.overall.get(code) ?? 0, slope, n);
      const step = within(next - trial.at, [-LONGEST_STEP, LONGEST_STEP]);
      quality.effectiveness = within(trial.at + step, [-FARTHEST, FARTHEST]);
    }
  };
  const { province } = knowledge.methods;
  const [weights, shares] = [dimensionWeights(province), registerShares(province)];
  // What comes of the points that a register is to gain: less than all where some units are as good as can be.
  const effect: Record<DimensionId, number> = eachDimension(() => 1);
  /** Moves the registers by what a trial lacks, and gives the points by which that raises overall scores. */
  const correct = async (measured: Measurement): Promise<number> => {
    const at = average([...plan.parts.keys()].map((code) => qualities.get(code)?.effectiveness ?? 0));
    const slopes = eachDimension((id) => slopeAt(at, triedMeans[id]));
    const gains = gainsOf(plan, measured.means.province, slopes, weights);
    const raised = weighted(weights, gains);
    const before = registerMeans(registers.scores(qualities));
    sought = new Map(
      [...sought].map(([code, profile]) => [
        code,
        eachDimension((id) => profile[id] + gains[id] / shares[id] / effect[id]),
      ]),
    );
    await seekRegisters(NEAR);
    const after = registerMeans(registers.scores(qualities));
    for (const id of dimensionIds) {
      const asked = gains[id] / shares[id] / effect[id];
      if (Math.abs(asked) > TELLING) effect[id] = within((after[id] - before[id]) / asked, [LEAST_EFFECT, 1]);
    }
    return raised;
  };
  for (let n = 1; n <= NEARING + trialsOf(plan); n++) {
    const nth = Math.max(1, n - NEARING);
    const scenario = ofVolume(n <= NEARING ? SMALL : MIDDLE);
    const measured = await trials.run(withQualities(scenario, qualities), seed + 100 + n);
    tell();
    const isMoving = corrects(plan) && n <= NEARING + SETTLING;
    approach(measured, nth, isMoving ? await correct(measured) : 0);
  }
  return { qualities, start };
}

const overallIn = ({ units }: Measurement): Map<string, number> =>
  new Map(units.map(({ code, overall }) => [code, overall?.score ?? 0]));

const registerMeans = (scores: ReadonlyMap<string, Profile>): Profile =>
  eachDimension((id) => average([...scores.values()].map((profile) => profile[id])));

/**
 * Points that the registers of all units should gain in each dimension, for the means to be the published ones once
 * effectiveness has moved too. Effectiveness itself hangs on records: it moves all dimensions by their slopes, and is set by its
 * own mean, or by the overall one where that was not published. Dimensions of which no mean was published share what is left.
 */
function gainsOf(
  { means, meanOverall }: YearPlan,
  measured: Measurement['means']['province'],
  slopes: Profile,
  weights: Profile,
): Profile {
  const lackOf = (id: DimensionId): number => (means[id] ?? 0) - (measured[id] ?? means[id] ?? 0);
  const lack = meanOverall - (measured.overall ?? meanOverall);
  const total = (ids: readonly DimensionId[], of: (id: DimensionId) => number): number =>
    ids.reduce((sum, id) => sum + weights[id] * of(id), 0);
  const move =
    means.effectiveness === undefined
      ? lack / total(dimensionIds, (id) => slopes[id])
      : lackOf('effectiveness') / slopes.effectiveness;
  const ofRegister = dimensionIds.filter((id) => id !== 'effectiveness');
  const open = ofRegister.filter((id) => means[id] === undefined);
  const published = ofRegister.filter((id) => means[id] !== undefined);
  const gained = total(published, (id) => lackOf(id) - slopes[id] * move);
  const weight = total(open, () => 1);
  const rest = weight === 0 ? 0 : (lack - total(dimensionIds, (id) => slopes[id] * move) - gained) / weight;
  return eachDimension((id) => {
    if (id === 'effectiveness') return 0;
    return means[id] === undefined ? rest : lackOf(id) - slopes[id] * move;
  });
}
