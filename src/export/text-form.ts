import { printCell } from './csv.ts';
import type { NationalFields } from '../national/record-printer.ts';
import type { RecordKind } from '../model/record/kind.ts';
import type { RecordField } from '../national/fields.ts';

/** How a text format surrounds the fields of a record. Everything here is asked once a field, not once a record. */
export interface TextForm {
  /** What stands before and after the value of a field, and in the place of one without a value. */
  before(kind: RecordKind, field: RecordField, index: number): string;
  after(field: RecordField): string;
  empty(kind: RecordKind, field: RecordField, index: number): string;
  /** What stands after the last field. */
  readonly close: string;
  /** A text as it stands between before and after. */
  escape(text: string): string;
  /** A record that is given as fields. */
  record(kind: RecordKind, columns: readonly RecordField[], given: NationalFields): string;
}

const jsonBefore = (kind: RecordKind, { name, type }: RecordField, index: number): string =>
  `${index === 0 ? `{"kind":"${kind}",` : ','}"${name}":${type === 'number' ? '' : '"'}`;

/** A JSON object, its kind first. */
export const jsonForm: TextForm = {
  before: jsonBefore,
  after: ({ type }) => (type === 'number' ? '' : '"'),
  empty: (kind, { name }, index) => `${index === 0 ? `{"kind":"${kind}",` : ','}"${name}":""`,
  close: '}',
  escape: (text) => JSON.stringify(text).slice(1, -1),
  record: (_kind, _columns, given) => JSON.stringify(given),
};

/** A line of a CSV file, as publish/csv.ts prints it. */
export const csvForm: TextForm = {
  before: (_kind, _field, index) => (index === 0 ? '' : ','),
  after: () => '',
  empty: (_kind, _field, index) => (index === 0 ? '' : ','),
  close: '\r\n',
  escape: printCell,
  record: (kind, columns, given) => printFields(csvForm, kind, columns, given),
};

/** A row of values of an INSERT. */
export const sqlForm: TextForm = {
  before: (_kind, { type }, index) => `${index === 0 ? '(' : ','}${type === 'number' ? '' : "'"}`,
  after: ({ type }) => (type === 'number' ? '' : "'"),
  empty: (_kind, _field, index) => `${index === 0 ? '(' : ','}NULL`,
  close: ')',
  escape: (text) => text.replaceAll("'", "''"),
  record: (kind, columns, given) => printFields(sqlForm, kind, columns, given),
};

/** A field with its value; a number column holds whole numbers only. */
export function printField(
  form: TextForm,
  kind: RecordKind,
  field: RecordField,
  index: number,
  value: string,
): string {
  const none = value === '' || (field.type === 'number' && !/^\d{1,9}$/.test(value));
  return none
    ? form.empty(kind, field, index)
    : form.before(kind, field, index) + form.escape(value) + form.after(field);
}

const printFields = (
  form: TextForm,
  kind: RecordKind,
  columns: readonly RecordField[],
  given: NationalFields,
): string =>
  columns.map((field, i) => printField(form, kind, field, i, String(given[field.name] ?? ''))).join('') +
  form.close;
