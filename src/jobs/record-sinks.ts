import type { Register } from '../model/register.ts';
import { nationalPrinter } from '../publish/national.ts';
import type { ExportFormat } from '../publish/records/export-formats.ts';
import { parquetSink } from '../publish/records/parquet-sink.ts';
import { PlainRow } from '../publish/records/plain-row.ts';
import type { OpenFile, RecordSink } from '../publish/records/record-sink.ts';
import { csvForm, jsonForm, sqlForm } from '../publish/records/text-form.ts';
import { textPrinter } from '../publish/records/text-printer.ts';
import { csvSink, envelopeSink, ndjsonSink, sqlSink, type Sign } from '../publish/records/text-sinks.ts';
import type { Knowledge } from './knowledge.ts';

/** The sink of a format over a register; `open` makes its files, `sign` signs its requests. */
export function sinkOf(
  format: ExportFormat,
  { reference }: Pick<Knowledge, 'reference'>,
  register: Register,
  open: OpenFile,
  sign: Sign,
): RecordSink {
  const plain = new PlainRow(
    register,
    nationalPrinter(reference, register, () => ''),
  );
  switch (format) {
    case 'ndjson':
      return ndjsonSink(textPrinter(jsonForm, reference, register, plain), open);
    case 'csv':
      return csvSink(textPrinter(csvForm, reference, register, plain), open);
    case 'sql':
      return sqlSink(textPrinter(sqlForm, reference, register, plain), open);
    case 'envelope':
      return envelopeSink(textPrinter(jsonForm, reference, register, plain), open, sign);
    case 'parquet':
      return parquetSink({ reference, register, plain }, open);
  }
}
