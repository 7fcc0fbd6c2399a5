import type { Assessment } from '../../model/evaluation/assessment.ts';
import { ONLINE_DEPTH } from '../../model/items/item-kinds.ts';
import { isInventedCode } from '../../model/names/unit-codes.ts';
import type { Reference } from '../../model/reference.ts';
import type { Register } from '../../model/register.ts';
import { parseDay } from '../../model/time/time.ts';
import type { AssessmentFault } from './read-assessment.ts';

/** What the checks of an assessment know besides it. */
export interface AssessmentContext {
  readonly reference: Pick<Reference, 'units'>;
  /** The register as it stands on a day. */
  readonly registerOn: (day: number) => Register;
  /** The last day that is not in the future. */
  readonly today: number;
  /** The assessment accepted before of the same item, plan, subject and round. */
  readonly before: (assessment: Assessment) => Assessment | undefined;
}

/**
 * Checks an assessment (评估记录接收校验), in the order of the refusal reasons: the item is in the register and there is something to look at, the
 * day is not in the future, and a second round has a first one by another evaluator. Undefined where nothing is at fault.
 */
export function checkAssessment(
  assessment: Assessment,
  { reference, registerOn, today, before }: AssessmentContext,
): AssessmentFault | undefined {
  const { taskCode, subject, round, evaluator } = assessment;
  const day = parseDay(assessment.day);
  const task = registerOn(day).taskByCode.get(taskCode);
  if (task === undefined) return { reason: 'unknown-item', field: 'taskCode' };
  if (day > today) return { reason: 'future', field: 'day' };
  const unit = reference.units[task.unitIndex]?.code ?? '';
  if (!isInventedCode(unit)) return { reason: 'not-on-site', field: 'taskCode' };
  if (!task.published) return { reason: 'not-on-site', field: 'taskCode' };
  if (subject === 'application' && task.depth < ONLINE_DEPTH)
    return { reason: 'not-on-site', field: 'subject' };
  if (round === 1) return undefined;
  const first = before({ ...assessment, round: 1 });
  if (first === undefined) return { reason: 'double-assessment', field: 'round' };
  if (first.evaluator === evaluator) return { reason: 'double-assessment', field: 'evaluator' };
  return parseDay(first.day) > day ? { reason: 'time-order', field: 'day' } : undefined;
}
