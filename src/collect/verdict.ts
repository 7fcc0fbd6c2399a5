import { columnFields, type ColumnField } from '../model/record/columns.ts';
import { recordKinds } from '../model/record/kind.ts';
import { reasonNumber, type RefusalReason } from '../model/refusal.ts';

/** Fields a refusal can name, by their names in the national interface: those of keys, and those that columns are read from. */
export type RefusedField = '' | 'kind' | 'projectNo' | 'serviceNumber' | 'assessNumber' | ColumnField;
export const refusedFields: readonly RefusedField[] = [
  ...(['', 'kind', 'projectNo', 'serviceNumber', 'assessNumber'] as const),
  ...new Set(recordKinds.flatMap(columnFields)),
];

/** What the checks found, a row each: 0 accepted, else the number of the reason and the field at fault. */
export interface Verdicts {
  readonly reason: Uint8Array;
  readonly field: Uint8Array;
}

export const newVerdicts = (length: number): Verdicts => ({
  reason: new Uint8Array(length),
  field: new Uint8Array(length),
});

/** Refuses a row unless an earlier check has. */
export function refuse(verdicts: Verdicts, row: number, reason: RefusalReason, field: RefusedField): void {
  if (verdicts.reason[row] === 0) overrule(verdicts, row, reason, field);
}

/** Refuses a row for a reason that stands before the one an earlier check gave. */
export function overrule(verdicts: Verdicts, row: number, reason: RefusalReason, field: RefusedField): void {
  verdicts.reason[row] = reasonNumber(reason);
  verdicts.field[row] = refusedFields.indexOf(field);
}

export const fieldOf = (verdicts: Verdicts, row: number): RefusedField =>
  refusedFields[verdicts.field[row] ?? 0] ?? '';
