import { pointsOfAssessment, type Assessment } from '../model/evaluation/assessment.ts';
import type { AssessmentCell } from '../model/cells.ts';
import { parseDay } from '../model/time/time.ts';
import { monthOfDay } from './month-of-day.ts';

/** Counts accepted assessments by unit, month and part. */
export class AssessmentTally {
  private readonly counted = new Map<string, AssessmentCell>();

  add(unit: number, assessment: Assessment): void {
    const month = monthOfDay(parseDay(assessment.day));
    for (const { part, points, most } of pointsOfAssessment(assessment)) {
      this.addTo({ unit, month, part, assessments: 1, points, most, squares: points * points });
    }
  }

  cells(): Iterable<AssessmentCell> {
    return this.counted.values();
  }

  private addTo(added: AssessmentCell): void {
    const key = `${String(added.unit)}/${String(added.month)}/${added.part}`;
    const before = this.counted.get(key);
    this.counted.set(
      key,
      before === undefined
        ? added
        : {
            ...before,
            assessments: before.assessments + 1,
            points: before.points + added.points,
            most: before.most + added.most,
            squares: before.squares + added.squares,
          },
    );
  }
}
