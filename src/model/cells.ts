import type { AssessmentPart } from './evaluation/assessment.ts';

/**
 * Counts kept beside the rows (rollups): the only thing measures and pages read. One cell a combination of its
 * dimensions; a page costs the number of cells it reads, not the number of records.
 */

/** Ratings by unit, office, month, channel, level, default, flag, first or additional. */
export interface RatingCell {
  readonly unit: number;
  readonly office: number;
  readonly month: number;
  readonly channel: number;
  readonly level: number;
  readonly defaulted: number;
  readonly flagged: number;
  readonly additional: number;
  readonly n: number;
}

/** First ratings of an item by month and level. */
export interface TaskRatingCell {
  readonly task: number;
  readonly month: number;
  readonly level: number;
  readonly n: number;
}

/** How often a tag was chosen, by unit and month; tag = (level - 1) * 8 + bit. */
export interface TagCell {
  readonly unit: number;
  readonly month: number;
  readonly tag: number;
  readonly n: number;
}

/**
 * What is counted of an item's services in a month; the order is that of the columns in a tally. `rated` are services that have
 * a first rating, whenever it came. A case counts with its first service; `supplemented` are cases, not services.
 */
export const serviceMeasures = [
  'services',
  'rated',
  'cases',
  'supplemented',
  'online',
  'supplements',
  'finished',
  'onTime',
  'sameDay',
  'limited',
  'halved',
] as const;
export type ServiceMeasure = (typeof serviceMeasures)[number];

export type ServiceCell = { readonly task: number; readonly month: number } & Readonly<
  Record<ServiceMeasure, number>
>;

/**
 * Rectifications by unit and office of the bad rating, month of it, verdict (0 undecided), what was done: contacted and
 * rectified 0 no, 1 yes, 2 yes and within the limit; called back 0 no, 1 yes; satisfied 0 not said, 1 no, 2 yes.
 */
export interface RectificationCell {
  readonly unit: number;
  readonly office: number;
  readonly month: number;
  readonly verdict: number;
  readonly contacted: number;
  readonly rectified: number;
  readonly calledBack: number;
  readonly satisfied: number;
  readonly n: number;
}

/** Sums over all cells, which must agree with one another and with the counts kept. */
export interface RollupTotals {
  readonly services: number;
  readonly ratings: number;
  readonly rectifications: number;
  /** First ratings as the cells by office count them, and as those by item do. */
  readonly firstRatings: number;
  readonly taskRatings: number;
}

/** Upheld bad ratings that name a telephone (实名差评), by unit and month of the rating: those with a work order, and called back. */
export interface NamedRectificationCell {
  readonly unit: number;
  readonly month: number;
  readonly orders: number;
  readonly calledBack: number;
}

/** What the groups of a cell are made of: the persons of services, or the offices of a unit. */
export const groupings = ['person', 'office'] as const;
export type Grouping = (typeof groupings)[number];

/**
 * Counts of a unit and month by random group, at column * 32 + group (src/model/counts/group-columns.ts). Null where an earlier
 * version of the program counted records of that month without groups: part of them is worth nothing.
 */
export interface GroupCell {
  readonly unit: number;
  readonly month: number;
  readonly grouping: Grouping;
  readonly counts: Int32Array | null;
}

/**
 * What evaluators found of the items of a unit in a month, by part of an assessment: how many assessments, their points and the
 * most there are, and the squares of the points of single assessments.
 */
export interface AssessmentCell {
  readonly unit: number;
  readonly month: number;
  readonly part: AssessmentPart;
  readonly assessments: number;
  readonly points: number;
  readonly most: number;
  readonly squares: number;
}
