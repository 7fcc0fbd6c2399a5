import { byLevel, type RecordCounts } from '../unit-counts.ts';
import { testAgainstNothing, type Tested } from './test-estimate.ts';

/** The ratings with a level of a unit in a period, by random group: all, the good ones, and their scores added up, plain and squared. */
export interface RatingGroups {
  readonly levelled: readonly number[];
  readonly good: readonly number[];
  readonly points: readonly number[];
  readonly squares: readonly number[];
}

/** What of ratings is compared: the share of good ones, or the mean score. */
export const ratingFigures = ['goodRate', 'averageScore'] as const;
export type RatingFigure = (typeof ratingFigures)[number];

/** What a level means: its score, and whether it is bad. */
interface LevelMeaning {
  readonly level: number;
  readonly score: number;
  readonly bad: boolean;
}

export function ratingGroups(groups: readonly RecordCounts[], levels: readonly LevelMeaning[]): RatingGroups {
  const counts = groups.map(({ active, defaulted }) => {
    const automatic = byLevel(defaulted);
    return byLevel(active).map((n, level) => n + (automatic[level] ?? 0));
  });
  const sum = (of: (level: LevelMeaning) => number): number[] =>
    counts.map((byLevels) => levels.reduce((total, one) => total + of(one) * (byLevels[one.level] ?? 0), 0));
  return {
    levelled: sum(() => 1),
    good: sum(({ bad }) => (bad ? 0 : 1)),
    points: sum(({ score }) => score),
    squares: sum(({ score }) => score ** 2),
  };
}

/** The figure of a unit, and what each group of persons adds to its error. */
export interface Linearised {
  readonly value: number;
  readonly errors: readonly number[];
}

export function linearised(
  groups: RatingGroups | null,
  figure: RatingFigure,
  minimum: number,
): Linearised | null {
  if (groups === null) return null;
  const { levelled, good, points } = groups;
  const numerators = figure === 'goodRate' ? good : points;
  const whole = levelled.reduce((sum, n) => sum + n, 0);
  if (whole < minimum) return null;
  const value = numerators.reduce((sum, n) => sum + n, 0) / whole;
  return { value, errors: levelled.map((n, group) => ((numerators[group] ?? 0) - value * n) / whole) };
}

/** Share of good ratings or mean score; null for fewer ratings than `minimum`. */
export const figureOf = (groups: RatingGroups | null, figure: RatingFigure, minimum: number): number | null =>
  linearised(groups, figure, minimum)?.value ?? null;

/**
 * Test of the difference a − b for other persons at the same offices: the linearised variance between random groups of persons
 * (K. M. Wolter, Introduction to Variance Estimation, 2nd edition (2007), chapters 2 and 6), groups − 1 degrees of freedom. A person is in
 * the same group everywhere and at all times, so that what both figures share is taken into account. Null for fewer ratings than `minimum`.
 */
export function testGroups(
  a: RatingGroups | null,
  b: RatingGroups | null,
  figure: RatingFigure,
  minimum: number,
): Tested | null {
  const [ofA, ofB] = [linearised(a, figure, minimum), linearised(b, figure, minimum)];
  if (ofA === null || ofB === null) return null;
  const { variance, freedom } = personVariance(ofA, ofB);
  return testAgainstNothing({ value: ofA.value - ofB.value, error: Math.sqrt(variance), freedom });
}

/** Variance of a difference between random groups of persons, and its degrees of freedom. */
export function personVariance(
  a: Linearised,
  b: Linearised,
): { readonly variance: number; readonly freedom: number } {
  const errors = a.errors.map((error, group) => error - (b.errors[group] ?? 0));
  const freedom = errors.length - 1;
  const squares = errors.reduce((sum, error) => sum + error ** 2, 0);
  return { variance: (errors.length / freedom) * squares, freedom };
}
