import { dimensionIds, type DimensionId } from '../model/reference.ts';
import { eachDimension } from '../measure/score-unit.ts';

/** Scores in the five dimensions. */
export type Profile = Readonly<Record<DimensionId, number>>;

/** What scores of a dimension can be reached: the register and the people of any world lie within. */
export type Reach = Readonly<Record<DimensionId, readonly [low: number, high: number]>>;

/** The line on which the dimensions follow the overall score: through these means, with these slopes above and below. */
const MIDDLE: Profile & { readonly overall: number } = {
  overall: 88.07,
  effectiveness: 84.63,
  maturity: 85.42,
  completeness: 91.23,
  coverage: 89.1,
  accuracy: 93,
};
const ABOVE: Profile = { effectiveness: 0.9, maturity: 1.2, completeness: 1, coverage: 1.2, accuracy: 0.63 };
/** A low score shows in the register more than in ratings, which everywhere lie near their upper end. */
const BELOW: Profile = {
  effectiveness: 0.45,
  maturity: 1.3,
  completeness: 1.15,
  coverage: 1.2,
  accuracy: 1.05,
};

const weighted = (weights: Profile, profile: Profile): number =>
  dimensionIds.reduce((sum, id) => sum + weights[id] * profile[id], 0);

const within = (value: number, [low, high]: readonly [number, number]): number =>
  Math.min(high, Math.max(low, value));

/**
 * Five dimension scores whose weighted sum is this overall score, as far as they can be reached: an assumption of ours
 * about how the dimensions go together, drawn through the means of the 2022 edition.
 */
export function profileAt(overall: number, weights: Profile, reach: Reach): Profile {
  const away = overall - MIDDLE.overall;
  const slopes = away > 0 ? ABOVE : BELOW;
  const line = eachDimension((id) => within(MIDDLE[id] + slopes[id] * away, reach[id]));
  return moved(line, overall, weights, reach, dimensionIds);
}

/** Moves some dimensions by equal steps, each within its reach, until the weighted sum is met or none can move. */
function moved(
  profile: Profile,
  overall: number,
  weights: Profile,
  reach: Reach,
  free: readonly DimensionId[],
): Profile {
  let current = profile;
  for (let step = 0; step < 40; step++) {
    const missing = overall - weighted(weights, current);
    const open = free.filter((id) => current[id] !== within(missing > 0 ? Infinity : -Infinity, reach[id]));
    const weight = open.reduce((sum, id) => sum + weights[id], 0);
    if (Math.abs(missing) < 1e-9 || weight === 0) return current;
    const before = current;
    current = eachDimension((id) =>
      open.includes(id) ? within(before[id] + missing / weight, reach[id]) : before[id],
    );
  }
  return current;
}

/**
 * Moves the profiles of some units until each dimension has its mean over them and every unit keeps its overall score
 * (iterative proportional fitting with differences in place of quotients).
 */
export function withMeans(
  profiles: readonly Profile[],
  overalls: readonly number[],
  /** Those that are known. */
  means: Partial<Profile>,
  weights: Profile,
  reach: Reach,
): Profile[] {
  let current = [...profiles];
  for (let step = 0; step < 200; step++) {
    const off = eachDimension((id) => {
      const mean = means[id];
      return mean === undefined
        ? 0
        : mean - current.reduce((sum, profile) => sum + profile[id], 0) / current.length;
    });
    current = current.map((profile, i) => {
      const shifted = eachDimension((id) => within(profile[id] + off[id], reach[id]));
      return moved(shifted, overalls[i] ?? 0, weights, reach, dimensionIds);
    });
  }
  return current;
}

/** A part of a province: its own register and records, without those of its key cities. */
export interface PartPlan {
  readonly rest: Profile;
  readonly cities: readonly Profile[];
}

/**
 * Profiles of a province's own part and of its key cities that give each its overall score. A province counts all items
 * of its parts alike but its records by volume; where the own part would have to lie beyond reach, the cities get higher
 * registers and lower effectiveness, which weighs less in the province than in the city.
 */
export function planParts(
  overall: number,
  cities: readonly number[],
  /** Share of the records: the own part, then each city. */
  volumes: readonly number[],
  weights: Profile,
  reach: Reach,
): PartPlan {
  const parts = cities.length + 1;
  const share = (id: DimensionId, part: number): number =>
    id === 'effectiveness' ? (volumes[part] ?? 0) : 1 / parts;
  let plan: PartPlan = { rest: profileAt(overall, weights, reach), cities: [] };
  for (let tilt = 0; tilt <= MOST_TILT; tilt += 0.25) {
    const tilted = cities.map((score) => {
      const plain = profileAt(score, weights, reach);
      const raised = eachDimension((id) =>
        within(plain[id] + (id === 'effectiveness' ? -3 * tilt : tilt), reach[id]),
      );
      const balanced = moved(raised, score, weights, reach, ['effectiveness']);
      return moved(balanced, score, weights, reach, dimensionIds);
    });
    const ofCities = tilted.reduce(
      (sum, profile, i) =>
        sum + dimensionIds.reduce((all, id) => all + weights[id] * share(id, i + 1) * profile[id], 0),
      0,
    );
    const reached = (rest: Profile): number =>
      ofCities + dimensionIds.reduce((sum, id) => sum + weights[id] * share(id, 0) * rest[id], 0);
    let [low, high] = [0, 100];
    for (let step = 0; step < 50; step++) {
      const middle = (low + high) / 2;
      if (reached(profileAt(middle, weights, reach)) < overall) low = middle;
      else high = middle;
    }
    plan = { rest: profileAt(high, weights, reach), cities: tilted };
    if (Math.abs(reached(plan.rest) - overall) < 0.02) return plan;
  }
  return plan;
}

/** Points by which the registers of cities may be raised. */
const MOST_TILT = 12;
