import type { Register } from '../model/register.ts';
import { nationalPrinter } from '../national/record-printer.ts';
import type { ExportFormat } from './export-formats.ts';
import { parquetSink } from './parquet-sink.ts';
import { csvForm, jsonForm } from './fast/fast-form.ts';
import { fastPrinter } from './fast/fast-printer.ts';
import type { OpenFile, RecordSink } from './record-sink.ts';
import { RowFields } from './row-fields.ts';
import { plainPrinter } from './text-printer.ts';
import { jsonRecord, sqlRecord } from './text-record.ts';
import { csvSink, envelopeSink, ndjsonSink, sqlSink, type Sign } from './text-sinks.ts';
import type { Knowledge } from '../model/knowledge.ts';

/** The sink of a format over a register; `open` makes its files, `sign` signs its requests. */
export function sinkOf(
  format: ExportFormat,
  { reference }: Pick<Knowledge, 'reference'>,
  register: Register,
  open: OpenFile,
  sign: Sign,
): RecordSink {
  const fields = new RowFields(nationalPrinter(reference, register, () => ''));
  switch (format) {
    case 'ndjson':
      return ndjsonSink(fastPrinter(jsonForm, reference, register, fields), open);
    case 'csv':
      return csvSink(fastPrinter(csvForm, reference, register, fields), open);
    case 'sql':
      return sqlSink(plainPrinter(fields, sqlRecord), open);
    case 'envelope':
      return envelopeSink(plainPrinter(fields, jsonRecord), open, sign);
    case 'parquet':
      return parquetSink(fields, open);
  }
}
