import type { RecordKind } from '../model/record/kind.ts';
import { recordFields, type RecordField } from '../national/fields.ts';
import type { NationalFields } from '../national/record-printer.ts';
import { printCell } from './csv.ts';

/** Prints a record in one of the text formats. */
export type PrintRecord = (kind: RecordKind, fields: NationalFields) => string;

/** A JSON object, its kind first. */
export const jsonRecord: PrintRecord = (_kind, fields) => JSON.stringify(fields);

/** A line of a CSV file. */
export const csvRecord: PrintRecord = (kind, fields) =>
  `${recordFields[kind].map((field) => printCell(valueOf(field, fields))).join(',')}\r\n`;

/** A row of values of an INSERT. */
export const sqlRecord: PrintRecord = (kind, fields) => {
  const values = recordFields[kind].map((field) => {
    const value = valueOf(field, fields);
    if (value === '') return 'NULL';
    return field.type === 'number' ? value : `'${value.replaceAll("'", "''")}'`;
  });
  return `(${values.join(',')})`;
};

/** The value of a field as a text; '' where it has none. A number column holds whole numbers only. */
export function valueOf({ name, type }: RecordField, fields: NationalFields): string {
  const value = String(fields[name] ?? '');
  return type === 'number' && !/^\d{1,9}$/.test(value) ? '' : value;
}
