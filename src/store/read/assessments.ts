import { z } from 'zod';
import {
  assessmentFrom,
  assessmentParts,
  assessmentSubjects,
  type Assessment,
} from '../../model/evaluation/assessment.ts';
import type { AssessmentCell } from '../../model/cells.ts';
import type { Period } from '../../model/time/period.ts';
import { printDay } from '../../model/time/time.ts';
import type { Store } from '../open.ts';

interface AssessmentRow {
  readonly run: number;
  readonly unit: number;
  readonly task: number;
  readonly plan: string;
  readonly evaluator: string;
  readonly taskCode: string;
  readonly subject: number;
  readonly day: number;
  readonly round: number;
  readonly findings: string;
}

/** An assessment as it is stored: with the run it came by, the register id of its item and the unit's index in the reference list. */
export interface StoredAssessment {
  readonly run: number;
  readonly unit: number;
  readonly task: number;
  readonly assessment: Assessment;
}

const ROWS = `SELECT assessment.run, task.unit, task.id AS task, plan, evaluator, task_code AS taskCode, subject, day, round, findings
  FROM assessment JOIN task ON task.id = assessment.task`;

const findings = z.array(z.union([z.string(), z.number(), z.array(z.string())]));

function stored({ run, unit, task, ...row }: AssessmentRow): StoredAssessment {
  const { plan, evaluator, taskCode, round } = row;
  const head = { plan, evaluator, taskCode, day: printDay(row.day), round };
  const subject = assessmentSubjects[row.subject] ?? 'guide';
  return {
    run,
    unit,
    task,
    assessment: assessmentFrom(head, subject, findings.parse(JSON.parse(row.findings))),
  };
}

/** All assessments of a plan, or of every plan, in the order in which they were accepted. */
export function* eachAssessment({ db }: Store, plan?: string): IterableIterator<StoredAssessment> {
  const rows = db.prepare<[string | null, string | null], AssessmentRow>(
    `${ROWS} WHERE ? IS NULL OR plan = ? ORDER BY assessment.id`,
  );
  for (const row of rows.iterate(plan ?? null, plan ?? null)) yield stored(row);
}

/** Looks up the assessment accepted before of the same item, plan, subject and round. */
export function assessmentBefore({ db }: Store): (sought: Assessment) => Assessment | undefined {
  const find = db.prepare<[string, string, number, number], AssessmentRow>(
    `${ROWS} WHERE plan = ? AND task_code = ? AND subject = ? AND round = ?`,
  );
  return ({ plan, taskCode, subject, round }) => {
    const row = find.get(plan, taskCode, assessmentSubjects.indexOf(subject), round);
    return row === undefined ? undefined : stored(row).assessment;
  };
}

const CELLS = 'SELECT unit, month, part, assessments, points, most, squares FROM assessment_rollup';

type CellRow = Omit<AssessmentCell, 'part'> & { readonly part: number };

const cellOf = (row: CellRow): AssessmentCell => ({ ...row, part: assessmentParts[row.part] ?? 'basics' });

/** Counts of the assessments of a period. */
export const assessmentCells = ({ db }: Store, { first, last }: Period): AssessmentCell[] =>
  db
    .prepare<[number, number], CellRow>(`${CELLS} WHERE month BETWEEN ? AND ? ORDER BY unit, month, part`)
    .all(first, last)
    .map(cellOf);

/** A plan by which assessments are stored: how many, by how many evaluators, of which days. */
export interface StoredPlan {
  readonly plan: string;
  readonly assessments: number;
  readonly evaluators: number;
  readonly firstDay: number;
  readonly lastDay: number;
}

/** The plans whose assessments are stored, the latest first. */
export const storedPlans = ({ db }: Store): StoredPlan[] =>
  db
    .prepare<[], StoredPlan>(
      `SELECT plan, count(*) AS assessments, count(DISTINCT evaluator) AS evaluators, min(day) AS firstDay, max(day) AS lastDay
         FROM assessment GROUP BY plan ORDER BY max(id) DESC`,
    )
    .all();

/** Cells that do not agree with the assessments counted again. */
export function assessmentDifferences({ db }: Store, cells: Iterable<AssessmentCell>): number {
  const text = (cell: AssessmentCell): string =>
    JSON.stringify([
      cell.unit,
      cell.month,
      cell.part,
      cell.assessments,
      cell.points,
      cell.most,
      cell.squares,
    ]);
  const kept = new Set(db.prepare<[], CellRow>(CELLS).all().map(cellOf).map(text));
  let differences = 0;
  for (const cell of cells) if (!kept.delete(text(cell))) differences++;
  return differences + kept.size;
}
