import { kendall, spearman } from '../../measure/correlation.ts';
import type { Tested } from '../../measure/change/test-estimate.ts';
import { figureOf, ratingGroups, testGroups, type RatingGroups } from '../../measure/change/rating-groups.ts';
import { countUnits } from '../../measure/count.ts';
import { countGroups } from '../../measure/group-counts.ts';
import { benjaminiHochberg } from '../../model/math/multiple-tests.ts';
import type { Reference } from '../../model/reference.ts';
import type { Period } from '../../model/time/period.ts';
import type { Store } from '../../store/open.ts';
import { groupCells } from '../../store/read/group-cells.ts';
import { referenceOfStore } from '../../store/read/unit-names.ts';
import { cellsIn, registerIn } from './measure-period.ts';

/** Figures of which changes are asked. */
export const changeFigures = ['goodRate', 'averageScore'] as const;
export type ChangeFigure = (typeof changeFigures)[number];

/** Fewer ratings with a level make no figure. */
export const CHANGE_MINIMUM = 100;

/** The ratings of a unit in a period; null where they were counted before there were groups. */
export interface UnitRatings {
  readonly code: string;
  readonly groups: RatingGroups | null;
}

/** The ratings of all units in a period by random group of persons, in the order of the reference list. */
export function periodRatings(store: Store, known: Reference, period: Period): UnitRatings[] {
  const register = registerIn(store, period);
  const reference = referenceOfStore(store, known);
  const cells = cellsIn(store, period);
  const counts = countUnits(cells, register, reference);
  const parts = countGroups({ ...cells, groups: groupCells(store, period) }, counts, register, reference);
  return reference.units.map(({ code }, unit) => {
    const persons = parts[unit]?.persons;
    return { code, groups: persons === undefined ? null : ratingGroups(persons, reference.levels) };
  });
}

/** A unit's figure now and before, and whether it changed. */
export interface UnitChange {
  readonly code: string;
  readonly now: number | null;
  readonly before: number | null;
  readonly change: Tested | null;
  /** P-value adjusted over all units that are compared; null without a figure. */
  readonly adjusted: number | null;
}

export interface RatingChanges {
  readonly units: readonly UnitChange[];
  /** How alike the order of the units is in both periods; null for fewer than three units. */
  readonly order: { readonly spearman: number; readonly kendall: number; readonly units: number } | null;
}

/** Which of these units changed between two periods. */
export function ratingChanges(
  codes: readonly string[],
  now: readonly UnitRatings[],
  before: readonly UnitRatings[],
  figure: ChangeFigure,
): RatingChanges {
  const units = codes.map((code) => {
    const [a, b] = [groupsOf(now, code), groupsOf(before, code)];
    return {
      code,
      now: figureOf(a, figure, CHANGE_MINIMUM),
      before: figureOf(b, figure, CHANGE_MINIMUM),
      change: testGroups(a, b, figure, CHANGE_MINIMUM),
    };
  });
  const tested = units.filter(({ change }) => change !== null);
  const adjusted = benjaminiHochberg(tested.map(({ change }) => change?.p ?? 1));
  const [after, first] = [tested.map((one) => one.now ?? 0), tested.map((one) => one.before ?? 0)];
  const order = { spearman: spearman(after, first), kendall: kendall(after, first), units: tested.length };
  return {
    units: units.map((unit) => ({ ...unit, adjusted: adjusted[tested.indexOf(unit)] ?? null })),
    order: tested.length < 3 || Number.isNaN(order.kendall) ? null : order,
  };
}

/** Two figures and the test of their difference. */
interface Difference extends Tested {
  readonly figures: readonly [number | null, number | null];
}

/** The difference of two units in a period; null where one has no figure. */
export function ratingDifference(
  ratings: readonly UnitRatings[],
  [a, b]: readonly [string, string],
  figure: ChangeFigure,
): Difference | null {
  const [ofA, ofB] = [groupsOf(ratings, a), groupsOf(ratings, b)];
  const tested = testGroups(ofA, ofB, figure, CHANGE_MINIMUM);
  if (tested === null) return null;
  const figures = [figureOf(ofA, figure, CHANGE_MINIMUM), figureOf(ofB, figure, CHANGE_MINIMUM)] as const;
  return { ...tested, figures };
}

const groupsOf = (ratings: readonly UnitRatings[], code: string): RatingGroups | null =>
  ratings.find((one) => one.code === code)?.groups ?? null;
