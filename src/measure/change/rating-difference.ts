import { clusterSquares, type ClusterSquares } from '../spread/cluster-squares.ts';
import {
  linearised,
  personVariance,
  type Linearised,
  type RatingFigure,
  type RatingGroups,
} from './rating-groups.ts';
import { testAgainstNothing, type Tested } from './test-estimate.ts';

/** The ratings of a unit by random group of persons, and of offices in strata: its own, and those of each of its key cities. */
export interface GroupedRatings {
  readonly persons: RatingGroups;
  readonly offices: readonly RatingGroups[];
}

/**
 * Test whether two of these units, all of one kind, differ by more than other persons and other offices of the same quality could
 * make them: the variance between random groups of persons (testGroups), and that between offices. How much ratings of one office
 * have in common is asked of all units of the kind. The offices of the two are drawn apart: a province and one of its own cities
 * are not to be compared. Null for fewer ratings than `minimum`.
 */
export function testRatingDifference(
  [a, b]: readonly [GroupedRatings, GroupedRatings],
  kind: readonly GroupedRatings[],
  figure: RatingFigure,
  minimum: number,
): Tested | null {
  const [ofA, ofB] = [drawnRatings(a, figure, minimum), drawnRatings(b, figure, minimum)];
  if (ofA === null || ofB === null) return null;
  const all = kind.flatMap((unit) => drawnRatings(unit, figure, minimum) ?? []);
  const persons = personVariance(ofA, ofB);
  const shared = sharedByOffices(all);
  const offices = [ofA, ofB].reduce(
    (sum, { single, squares }) => sum + shared * single * squares.concentration,
    0,
  );
  const officeFreedom = all.reduce((sum, { squares }) => sum + Math.max(0, squares.freedom - 1), 0);
  const variance = Math.max(persons.variance / 2, persons.variance + offices);
  const doubt = persons.variance ** 2 / persons.freedom + (offices === 0 ? 0 : offices ** 2 / officeFreedom);
  return testAgainstNothing({
    value: ofA.value - ofB.value,
    error: Math.sqrt(variance),
    freedom: doubt === 0 ? persons.freedom : variance ** 2 / doubt,
  });
}

/** A figure of ratings, and what its persons and offices show of how it varies. */
interface DrawnRatings extends Linearised {
  readonly n: number;
  /** Variance of a single rating. */
  readonly single: number;
  readonly squares: ClusterSquares;
}

function drawnRatings(
  { persons, offices }: GroupedRatings,
  figure: RatingFigure,
  minimum: number,
): DrawnRatings | null {
  const whole = linearised(persons, figure, minimum);
  if (whole === null) return null;
  const { value } = whole;
  const total = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0);
  const n = total(persons.levelled);
  const single = figure === 'goodRate' ? value * (1 - value) : total(persons.squares) / n - value ** 2;
  const squares = clusterSquares(
    offices.map(({ levelled, good, points }) =>
      levelled.map((ratings, office) => ({
        share: ratings / n,
        error: (((figure === 'goodRate' ? good : points)[office] ?? 0) - value * ratings) / n,
      })),
    ),
  );
  return { ...whole, n, single, squares };
}

/**
 * Variance between offices of equal quality as a share of that of single ratings, by the method of moments: the squares of the
 * offices, less what the persons who came to them would make of these. What comes out a little below 0 by chance is left so: where
 * offices have nothing in common, errors would else be too large on average, and differences be missed.
 */
function sharedByOffices(units: readonly DrawnRatings[]): number {
  const told = units.filter(({ single }) => single > 0);
  const excess = told.reduce((sum, unit) => {
    const nobody = { value: 0, errors: unit.errors.map(() => 0) };
    const { variance } = personVariance(unit, nobody);
    return sum + (unit.n / unit.single) * (unit.squares.sum - variance * unit.squares.expected);
  }, 0);
  const size = told.reduce((sum, { n, squares }) => sum + n * squares.ofShared, 0);
  return size === 0 ? 0 : excess / size;
}
