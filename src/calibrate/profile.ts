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

/** The score that these dimensions make together. */
export const weighted = (weights: Profile, profile: Profile): number =>
  dimensionIds.reduce((sum, id) => sum + weights[id] * profile[id], 0);

/** A value inside of what can be reached. */
export const within = (value: number, [low, high]: readonly [number, number]): number =>
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
