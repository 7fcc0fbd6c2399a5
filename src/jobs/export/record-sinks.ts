import type { Register } from '../../model/register.ts';
import { nationalPrinter } from '../../national/record-printer.ts';
import type { ExportFormat } from '../../export/export-formats.ts';
import { parquetSink } from '../../export/parquet-sink.ts';
import { csvForm, jsonForm } from '../../export/fast/fast-form.ts';
import { fastPrinter } from '../../export/fast/fast-printer.ts';
import type { OpenFile, RecordSink } from '../../export/record-sink.ts';
import { RowFields } from '../../export/row-fields.ts';
import { plainPrinter } from '../../export/text-printer.ts';
import { jsonRecord, sqlRecord } from '../../export/text-record.ts';
import { csvSink, envelopeSink, ndjsonSink, sqlSink, type Sign } from '../../export/text-sinks.ts';
import type { Knowledge } from '../../model/knowledge.ts';

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
