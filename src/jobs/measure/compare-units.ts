import { testRatingDifference, type GroupedRatings } from '../../measure/change/rating-difference.ts';
import {
  figureOf,
  ratingFigures,
  testGroups,
  type RatingFigure,
  type RatingGroups,
} from '../../measure/change/rating-groups.ts';
import {
  scoreFigures,
  scoreOf,
  testScoreChange,
  testScoreDifference,
  type ScoreFigure,
} from '../../measure/change/score-tests.ts';
import type { Tested } from '../../measure/change/test-estimate.ts';
import { kendall, spearman } from '../../measure/correlation.ts';
import { benjaminiHochberg } from '../../model/math/multiple-tests.ts';
import type { UnitResult } from '../../model/measurement.ts';
import type { UnitRatings } from './compare-ratings.ts';

/** Figures of which changes and differences are asked. */
export const changeFigures = [...ratingFigures, ...scoreFigures] as const;
export type ChangeFigure = RatingFigure | ScoreFigure;

export const isRatingFigure = (figure: ChangeFigure): figure is RatingFigure =>
  figure === 'goodRate' || figure === 'averageScore';

/** Fewer ratings with a level make no figure of ratings. */
export const CHANGE_MINIMUM = 100;

/** What is known of the units in a period. */
export interface KnownUnits {
  readonly ratings: readonly UnitRatings[];
  readonly measurement: { readonly units: readonly UnitResult[] };
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

export interface UnitChanges {
  readonly units: readonly UnitChange[];
  /** How alike the order of the units is in both periods; null for fewer than three units. */
  readonly order: { readonly spearman: number; readonly kendall: number; readonly units: number } | null;
}

/** Which of these units changed between two periods: other persons, the same offices. */
export function unitChanges(
  codes: readonly string[],
  now: KnownUnits,
  before: KnownUnits,
  figure: ChangeFigure,
): UnitChanges {
  const units = codes.map((code) => ({
    code,
    now: figureIn(now, code, figure),
    before: figureIn(before, code, figure),
    change: changeOf(code, now, before, figure),
  }));
  const tested = units.filter(({ change }) => change !== null);
  const adjusted = benjaminiHochberg(tested.map(({ change }) => change?.p ?? 1));
  const [after, first] = [tested.map((one) => one.now ?? 0), tested.map((one) => one.before ?? 0)];
  const order = { spearman: spearman(after, first), kendall: kendall(after, first), units: tested.length };
  return {
    units: units.map((unit) => ({ ...unit, adjusted: adjusted[tested.indexOf(unit)] ?? null })),
    order: tested.length < 3 || Number.isNaN(order.kendall) ? null : order,
  };
}

function changeOf(code: string, now: KnownUnits, before: KnownUnits, figure: ChangeFigure): Tested | null {
  if (isRatingFigure(figure))
    return testGroups(groupsOf(now, code), groupsOf(before, code), figure, CHANGE_MINIMUM);
  const [a, b] = [resultOf(now, code), resultOf(before, code)];
  return a === undefined || b === undefined ? null : testScoreChange(a, b, figure);
}

function figureIn(known: KnownUnits, code: string, figure: ChangeFigure): number | null {
  if (isRatingFigure(figure)) return figureOf(groupsOf(known, code), figure, CHANGE_MINIMUM);
  const unit = resultOf(known, code);
  return unit === undefined ? null : (scoreOf(unit, figure)?.score ?? null);
}

const groupsOf = (known: KnownUnits, code: string): RatingGroups | null =>
  groupedOf(known, code)?.persons ?? null;

const groupedOf = ({ ratings }: KnownUnits, code: string): GroupedRatings | null =>
  ratings.find((one) => one.code === code)?.groups ?? null;

const resultOf = ({ measurement }: KnownUnits, code: string): UnitResult | undefined =>
  measurement.units.find((unit) => unit.code === code);

/** Two figures and the test of their difference. */
export interface UnitDifference extends Tested {
  readonly figures: readonly [number | null, number | null];
}

/** Whether two of the units of a kind differ in a period: other persons, other offices. Null where one has no figure. */
export function unitDifference(
  codes: readonly string[],
  known: KnownUnits,
  [a, b]: readonly [string, string],
  figure: ChangeFigure,
): UnitDifference | null {
  const tested = differenceOf(codes, known, [a, b], figure);
  return tested && { ...tested, figures: [figureIn(known, a, figure), figureIn(known, b, figure)] };
}

function differenceOf(
  codes: readonly string[],
  known: KnownUnits,
  [a, b]: readonly [string, string],
  figure: ChangeFigure,
): Tested | null {
  if (!isRatingFigure(figure)) {
    const [first, second] = [resultOf(known, a), resultOf(known, b)];
    return first && second ? testScoreDifference(first, second, figure) : null;
  }
  const [first, second] = [groupedOf(known, a), groupedOf(known, b)];
  if (first === null || second === null) return null;
  const kind = codes.flatMap((code) => groupedOf(known, code) ?? []);
  return testRatingDifference([first, second], kind, figure, CHANGE_MINIMUM);
}
