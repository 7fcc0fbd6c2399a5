import type { Batch, RawLines } from '../model/record/batch.ts';
import type { RecordKind } from '../model/record/kind.ts';
import type { NationalFields, NationalPrinter } from '../national/record-printer.ts';

/** Rows of batches as the fields of their records. A record that was sent in other words than its columns say comes as it was sent. */
export class RowFields {
  private rawLines: RawLines | undefined;

  constructor(private readonly printer: NationalPrinter) {}

  /** Begins a batch: the rows to come are its rows. */
  begin(rawLines: RawLines | undefined): void {
    this.rawLines = rawLines;
  }

  /** The line of a record that is written as it was sent. */
  sentLine(kind: RecordKind, row: number): string | undefined {
    return kind === 'rectification' ? undefined : this.rawLines?.[kind].get(row);
  }

  of(kind: RecordKind, { services, ratings, rectifications }: Batch, row: number): NationalFields {
    const line = this.sentLine(kind, row);
    if (line !== undefined) return fieldsOf(line);
    switch (kind) {
      case 'service':
        return this.printer.serviceFields(services, row);
      case 'rating':
        return this.printer.ratingFields(ratings, row);
      case 'rectification':
        return this.printer.rectificationFields(rectifications, row);
    }
  }
}

/** The fields of a line as it was sent. */
function fieldsOf(line: string): NationalFields {
  const record: unknown = JSON.parse(line);
  const fields: Record<string, string | number> = {};
  if (typeof record !== 'object' || record === null) return fields;
  for (const [name, value] of Object.entries(record)) {
    if (typeof value === 'string' || typeof value === 'number') fields[name] = value;
  }
  return fields;
}
