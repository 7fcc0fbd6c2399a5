import type { AssessmentPart } from '../model/evaluation/assessment.ts';
import type { AssessmentCell } from '../model/cells.ts';

/** Assessments of a part, their points and the most there are, and the squares of single ones. */
export type PartCounts = Record<'assessments' | 'points' | 'most' | 'squares', number>;

/** What evaluators found of a unit, by part of an assessment. */
export type AssessedCounts = Readonly<Record<AssessmentPart, PartCounts>>;

const nothing = (): PartCounts => ({ assessments: 0, points: 0, most: 0, squares: 0 });

export const emptyAssessed = (): AssessedCounts => ({
  basics: nothing(),
  materials: nothing(),
  process: nothing(),
  forms: nothing(),
  fees: nothing(),
  search: nothing(),
  application: nothing(),
});

/** Adds counts of a cell, or of another unit, to those of a part. */
export function addAssessed(
  target: PartCounts,
  { assessments, points, most, squares }: Readonly<PartCounts> | AssessmentCell,
): void {
  target.assessments += assessments;
  target.points += points;
  target.most += most;
  target.squares += squares;
}
