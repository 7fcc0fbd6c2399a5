import type { Register } from '../../model/register.ts';
import { nationalPrinter } from '../../national/record-printer.ts';
import type { ExportFormat } from '../../export/export-formats.ts';
import { parquetSink } from '../../export/parquet-sink.ts';
import { PlainRow } from '../../export/fast-path-row.ts';
import type { OpenFile, RecordSink } from '../../export/record-sink.ts';
import { csvForm, jsonForm, sqlForm } from '../../export/text-form.ts';
import { textPrinter } from '../../export/text-printer.ts';
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
