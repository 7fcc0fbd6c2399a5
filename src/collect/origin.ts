import { DUPLICATE, reasonOf, type RefusedRecord } from '../model/refusal.ts';
import type { Batch, RawLines, RectificationBatch } from '../model/record/batch.ts';
import type { RecordKind } from '../model/record/kind.ts';
import { ratingRowAt, serviceRowAt } from '../model/record/stored-row.ts';
import type { NationalPrinter } from '../national/record-printer.ts';
import { fieldOf, type Verdicts } from './verdict.ts';

/** Where rows of a kind came from; asked only about refused ones. */
export interface Origin<K extends RecordKind = 'service' | 'rating'> {
  /** File or run. */
  source(kind: K, row: number): string;
  /** 1-based line of a row, 0 where there are no lines. */
  line(kind: K, row: number): number;
  raw(kind: K, row: number): string;
}

/** Simulated rows have no lines; a refused one is kept as the record it would have been. */
const simulated = (scenario: string) => ({ source: () => scenario, line: () => 0 });

export const simulatedOrigin = (
  scenario: string,
  printer: () => NationalPrinter,
  { services, ratings }: Batch,
  rawLines: RawLines,
): Origin => ({
  ...simulated(scenario),
  raw: (kind, row) =>
    rawLines[kind].get(row) ??
    (kind === 'service'
      ? printer().service(serviceRowAt(services, row))
      : printer().rating(ratingRowAt(ratings, row))),
});

export const simulatedRectificationOrigin = (
  scenario: string,
  printer: NationalPrinter,
  rows: RectificationBatch,
): Origin<'rectification'> => ({
  ...simulated(scenario),
  raw: (_kind, row) => JSON.stringify(printer.rectificationFields(rows, row)),
});

/** Hands on the refused rows of a table as they are kept, but for those that say what is stored already: how many these are. */
export function rejectRows<K extends RecordKind>(
  kind: K,
  verdicts: Verdicts,
  origin: Origin<K>,
  reject: (refused: RefusedRecord) => void,
): number {
  let duplicates = 0;
  verdicts.reason.forEach((number, row) => {
    if (number === DUPLICATE) duplicates++;
    else if (number !== 0) {
      reject({
        reason: reasonOf(number),
        kind,
        field: fieldOf(verdicts, row),
        source: origin.source(kind, row),
        line: origin.line(kind, row),
        raw: origin.raw(kind, row),
      });
    }
  });
  return duplicates;
}
