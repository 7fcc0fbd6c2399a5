import type { Batch, RawLines } from '../model/record/batch.ts';
import type { RecordKind } from '../model/record/kind.ts';
import type { ByteBuffer } from './byte-buffer.ts';
import type { RowFields } from './row-fields.ts';
import type { PrintRecord } from './text-record.ts';

/** Writes rows of batches as records of a text format. */
export interface TextPrinter {
  /** Begins a batch, with its records that are written as they were sent. */
  begin(rawLines: RawLines | undefined): void;
  print(out: ByteBuffer, kind: RecordKind, batch: Batch, row: number): void;
}

/** The plain printer: every row as fields first. */
export const plainPrinter = (fields: RowFields, printRecord: PrintRecord): TextPrinter => ({
  begin: (rawLines) => {
    fields.begin(rawLines);
  },
  print: (out, kind, batch, row) => {
    out.text(printRecord(kind, fields.of(kind, batch, row)));
  },
});
