import {
  assessmentParts,
  assessmentSubjects,
  orderedFindings,
  type Assessment,
} from '../../model/evaluation/assessment.ts';
import type { AssessmentCell } from '../../model/cells.ts';
import { parseDay } from '../../model/time/time.ts';
import type { Store } from '../open.ts';

/** Writes accepted assessments of a run inside an open transaction; `task` is the register id of the item. */
export function assessmentWriter({ db }: Store, run: number): (assessment: Assessment, task: number) => void {
  const add = db.prepare<[number, string, string, number, number, number, number, string]>(
    `INSERT INTO assessment (run, plan, evaluator, task, subject, day, round, findings) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  return (assessment, task) => {
    const { plan, evaluator, subject, day, round } = assessment;
    const findings = JSON.stringify(orderedFindings(assessment));
    add.run(run, plan, evaluator, task, assessmentSubjects.indexOf(subject), parseDay(day), round, findings);
  };
}

/** Adds counts of assessments to their rollup, inside the transaction of the rows they count. */
export function addAssessmentCells({ db }: Store, cells: Iterable<AssessmentCell>): void {
  const add = db.prepare<[Omit<AssessmentCell, 'part'> & { part: number }]>(
    `INSERT INTO assessment_rollup (unit, month, part, assessments, points, most, squares)
     VALUES (@unit, @month, @part, @assessments, @points, @most, @squares)
     ON CONFLICT DO UPDATE SET assessments = assessments + excluded.assessments, points = points + excluded.points,
       most = most + excluded.most, squares = squares + excluded.squares`,
  );
  for (const cell of cells) add.run({ ...cell, part: assessmentParts.indexOf(cell.part) });
}
