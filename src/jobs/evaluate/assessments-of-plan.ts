import { assessmentLineOf } from '../../model/evaluation/assessment.ts';
import type { Store } from '../../store/open.ts';
import { eachAssessment } from '../../store/read/assessments.ts';

/** The accepted assessments of a plan as lines of a file that `collect` takes. */
export function* assessmentsOfPlan(store: Store, plan: string): Generator<string> {
  for (const { assessment } of eachAssessment(store, plan)) yield assessmentLineOf(assessment);
}
