import { eachDimension } from '../measure/score-unit.ts';
import { dimensionIds } from '../model/reference.ts';
import { crossing } from './inverse.ts';
import { profileAt, within, type Profile, type Reach } from './profile.ts';

/**
 * A province counts the registers of its parts alike, its own and those of its key cities, but their records by volume. What
 * each part must be like, for the province and the cities to have their overall scores, is planned here.
 */

/** What a part is like. */
export interface Part {
  /** Scores of what its register decides, by dimension. */
  readonly register: Profile;
  /** Score of all that records decide. */
  readonly records: number;
}

export interface PartPlan {
  readonly rest: Part;
  readonly cities: readonly Part[];
}

/** How scores are made up: weights of the dimensions, the share of each that the register decides, and what can be reached. */
export interface Makeup {
  readonly weights: Profile;
  readonly registerShares: Profile;
  readonly reach: Reach;
  /** Reach of what records decide. */
  readonly recordReach: readonly [low: number, high: number];
}

/** Share of the overall score that the register decides. */
export const registerShare = ({ weights, registerShares }: Makeup): number =>
  dimensionIds.reduce((sum, id) => sum + weights[id] * registerShares[id], 0);

/** Overall score of a part by itself. */
export const overallOf = (part: Part, makeup: Makeup): number =>
  registerPoints(part.register, makeup) + (1 - registerShare(makeup)) * part.records;

/** Points of the overall score that a register brings. */
const registerPoints = (register: Profile, { weights, registerShares }: Makeup): number =>
  dimensionIds.reduce((sum, id) => sum + weights[id] * registerShares[id] * register[id], 0);

/** Points by which the registers of cities may be raised, step by step. */
const MOST_TILT = 16;
const STEP = 0.25;

/**
 * Parts that give a province and its key cities their overall scores. Where the own part would have to lie beyond reach, the
 * cities get higher registers and poorer records, which count less in the province than in the city.
 */
export function planParts(
  overall: number,
  cities: readonly number[],
  /** Share of the records: the own part, then each city. */
  volumes: readonly number[],
  makeup: Makeup,
): PartPlan {
  let plan: PartPlan = { rest: partAt(overall, makeup), cities: [] };
  for (let tilt = 0; tilt <= MOST_TILT; tilt += STEP) {
    const tilted = cities.map((score) => tiltedPart(score, tilt, makeup));
    const reached = (rest: Part): number => overallTogether([rest, ...tilted], volumes, makeup);
    const own = crossing(0, 120, (score) => reached(partAt(score, makeup)) < overall);
    plan = { rest: partAt(own, makeup), cities: tilted };
    if (Math.abs(reached(plan.rest) - overall) < 0.02) return plan;
  }
  return plan;
}

/** A part that is as good in its register as in its records. */
function partAt(overall: number, makeup: Makeup): Part {
  const register = profileAt(Math.min(100, overall), makeup.weights, makeup.reach);
  return { register, records: within(overall, makeup.recordReach) };
}

/** A part with this overall score, its register better by some points than its records make good. */
function tiltedPart(overall: number, tilt: number, makeup: Makeup): Part {
  const plain = profileAt(overall, makeup.weights, makeup.reach);
  const register = eachDimension((id) => within(plain[id] + tilt, makeup.reach[id]));
  const records = (overall - registerPoints(register, makeup)) / (1 - registerShare(makeup));
  return { register, records: within(records, makeup.recordReach) };
}

/** Overall score of a province of these parts. */
function overallTogether(parts: readonly Part[], volumes: readonly number[], makeup: Makeup): number {
  const records = parts.reduce((sum, part, i) => sum + (volumes[i] ?? 0) * part.records, 0);
  const points = parts.reduce((sum, { register }) => sum + registerPoints(register, makeup), 0);
  return points / parts.length + (1 - registerShare(makeup)) * records;
}
