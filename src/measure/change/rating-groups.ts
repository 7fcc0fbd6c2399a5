import { byLevel, type RecordCounts } from '../unit-counts.ts';
import { testAgainstNothing, type Tested } from './test-estimate.ts';

/** The ratings with a level of a unit in a period, by random group of persons: all, the good ones, and their scores added up. */
export interface RatingGroups {
  readonly levelled: readonly number[];
  readonly good: readonly number[];
  readonly points: readonly number[];
}

/** What is compared: the share of good ratings, or the mean score. */
type GroupFigure = 'goodRate' | 'averageScore';

/** What a level means: its score, and whether it is bad. */
interface LevelMeaning {
  readonly level: number;
  readonly score: number;
  readonly bad: boolean;
}

export function ratingGroups(
  persons: readonly RecordCounts[],
  levels: readonly LevelMeaning[],
): RatingGroups {
  const counts = persons.map(({ active, defaulted }) => {
    const automatic = byLevel(defaulted);
    return byLevel(active).map((n, level) => n + (automatic[level] ?? 0));
  });
  const sum = (of: (level: LevelMeaning) => number): number[] =>
    counts.map((byLevels) => levels.reduce((total, one) => total + of(one) * (byLevels[one.level] ?? 0), 0));
  return {
    levelled: sum(() => 1),
    good: sum(({ bad }) => (bad ? 0 : 1)),
    points: sum(({ score }) => score),
  };
}

/** The figure of a unit, and what each group of persons adds to its error. */
interface Linearised {
  readonly value: number;
  readonly errors: readonly number[];
}

function linearised(groups: RatingGroups | null, figure: GroupFigure, minimum: number): Linearised | null {
  if (groups === null) return null;
  const { levelled, good, points } = groups;
  const numerators = figure === 'goodRate' ? good : points;
  const whole = levelled.reduce((sum, n) => sum + n, 0);
  if (whole < minimum) return null;
  const value = numerators.reduce((sum, n) => sum + n, 0) / whole;
  return { value, errors: levelled.map((n, group) => ((numerators[group] ?? 0) - value * n) / whole) };
}

/** Share of good ratings or mean score; null for fewer ratings than `minimum`. */
export const figureOf = (groups: RatingGroups | null, figure: GroupFigure, minimum: number): number | null =>
  linearised(groups, figure, minimum)?.value ?? null;

/**
 * Test of the difference a − b for other persons at the same offices: the linearised variance between random groups of persons
 * (K. M. Wolter, Introduction to Variance Estimation, 2nd edition (2007), chapters 2 and 6), groups − 1 degrees of freedom. A person is in
 * the same group everywhere and at all times, so that what both figures share is taken into account. Null for fewer ratings than `minimum`.
 */
export function testGroups(
  a: RatingGroups | null,
  b: RatingGroups | null,
  figure: GroupFigure,
  minimum: number,
): Tested | null {
  const [ofA, ofB] = [linearised(a, figure, minimum), linearised(b, figure, minimum)];
  if (ofA === null || ofB === null) return null;
  const errors = ofA.errors.map((error, group) => error - (ofB.errors[group] ?? 0));
  const freedom = errors.length - 1;
  const squares = errors.reduce((sum, error) => sum + error ** 2, 0);
  const variance = (errors.length / freedom) * squares;
  return testAgainstNothing({ value: ofA.value - ofB.value, error: Math.sqrt(variance), freedom });
}
