import type { RecordKind } from '../../model/record/kind.ts';
import type { RecordField } from '../../national/fields.ts';
import { printCell } from '../csv.ts';
import { csvRecord, jsonRecord, type PrintRecord } from '../text-record.ts';

/** How a text format surrounds the fields of a record. Everything here is asked once a field, not once a record. */
export interface FastForm {
  /** What stands before and after the value of a field, and in the place of one without a value. */
  before(kind: RecordKind, field: RecordField, index: number): string;
  after(field: RecordField): string;
  empty(kind: RecordKind, field: RecordField, index: number): string;
  /** What stands after the last field. */
  readonly close: string;
  /** A text as it stands between before and after. */
  escape(text: string): string;
  /** The same format, written plainly. */
  readonly record: PrintRecord;
}

const jsonBefore = (kind: RecordKind, { name, type }: RecordField, index: number): string =>
  `${index === 0 ? `{"kind":"${kind}",` : ','}"${name}":${type === 'number' ? '' : '"'}`;

export const jsonForm: FastForm = {
  before: jsonBefore,
  after: ({ type }) => (type === 'number' ? '' : '"'),
  empty: (kind, { name }, index) => `${index === 0 ? `{"kind":"${kind}",` : ','}"${name}":""`,
  close: '}',
  escape: (text) => JSON.stringify(text).slice(1, -1),
  record: jsonRecord,
};

export const csvForm: FastForm = {
  before: (_kind, _field, index) => (index === 0 ? '' : ','),
  after: () => '',
  empty: (_kind, _field, index) => (index === 0 ? '' : ','),
  close: '\r\n',
  escape: printCell,
  record: csvRecord,
};
