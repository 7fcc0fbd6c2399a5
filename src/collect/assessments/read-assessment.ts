import { assessmentLine, type Assessment } from '../../model/evaluation/assessment.ts';
import { fieldAtFault, valueAt } from '../../model/field-rule.ts';
import type { RefusalReason } from '../../model/refusal.ts';
import { readFields } from '../../national/json-members.ts';
import { isTooLong, type Line } from '../../national/lines.ts';

/** Why a line is no assessment, and the field at fault. */
export interface AssessmentFault {
  readonly reason: RefusalReason;
  readonly field: string;
}

/** True for a line that is, or means to be, an assessment. */
export const isAssessmentLine = (text: string): boolean => /^\s*\{\s*"kind"\s*:\s*"assessment"/.test(text);

/** Reads one line of a file of assessments by its own rules: what is missing, and what is not in its list, is named. */
export function readAssessment(line: Line): { readonly assessment: Assessment } | AssessmentFault {
  if (isTooLong(line)) return { reason: 'oversized', field: '' };
  const { fault } = readFields(line.text);
  if (fault) return fault;
  const value: unknown = JSON.parse(line.text);
  const { success, data, error } = assessmentLine.safeParse(value);
  if (success) return { assessment: data };
  const [issue] = error.issues;
  if (issue === undefined) throw error;
  const isAbsent = valueAt(value, issue.path) === undefined;
  const field = fieldAtFault(
    issue.code === 'unrecognized_keys' ? { path: [...issue.path, ...issue.keys] } : issue,
  );
  if (field === 'kind' || issue.code === 'unrecognized_keys') return { reason: 'malformed', field };
  return { reason: isAbsent ? 'required' : 'code-list', field };
}
