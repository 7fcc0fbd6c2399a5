import { z } from 'zod';
import { copyRow, emptyTable } from '../../model/record/columns.ts';
import { ratingRowAt, serviceRowAt } from '../../model/record/stored-row.ts';
import { nationalCodes, readNationalLine, type NationalContext } from '../../national/record-reader.ts';
import { newBatch, type Batch, type RawLines } from '../../model/record/batch.ts';
import type { LedgerEntry } from '../../model/defect.ts';
import type { Reference } from '../../model/reference.ts';
import type { Register } from '../../model/register.ts';
import { nationalPrinter } from '../../national/record-printer.ts';
import type { SimulatedBatch } from '../../simulate/generate.ts';
import type { CorruptedRecord } from '../../simulate/defects/record-corrupter.ts';

const recordFields = z.record(z.string(), z.union([z.string(), z.number()]));

/** A simulated batch whose corrupted records carry the wrong values that their senders sent. */
export interface CorruptedBatch extends SimulatedBatch {
  readonly rawLines: RawLines;
}

/** For a batch whose columns hold everything its lines would. */
const noRawLines: RawLines = { services: new Map(), ratings: new Map() };

/** A batch in which no record is corrupted. */
export const uncorrupted = (simulated: SimulatedBatch): CorruptedBatch => ({
  ...simulated,
  rawLines: noRawLines,
});

/**
 * Corrupts records as they are sent: each is printed, changed in its fields, and read again as any received line would
 * be, so that the columns say exactly what the line says. The ledger gets an entry for each.
 */
export function corrupterOf(
  reference: Reference,
  register: Register,
): (simulated: SimulatedBatch) => CorruptedBatch {
  const printer = nationalPrinter(reference, register, () => '');
  const context: NationalContext = {
    // Everybody we make up was born before 2000.
    today: 0,
    taskByCode: register.taskByCode,
    codes: nationalCodes(reference),
    foreignCaseKey: (projectNo) => {
      throw new Error(`a corrupted record has a case number of another form: ${projectNo}`);
    },
  };
  const scratch = newBatch(1, 1);

  const read = (line: string): Batch => {
    emptyTable(scratch.services);
    emptyTable(scratch.ratings);
    readNationalLine(line, scratch, context);
    return scratch;
  };

  const corrupt = (
    { services, ratings }: Batch,
    { record, row, corruption }: CorruptedRecord,
  ): { was: string; line: string } => {
    const honest =
      record === 'service'
        ? printer.service(serviceRowAt(services, row))
        : printer.rating(ratingRowAt(ratings, row));
    const fields = recordFields.parse(JSON.parse(honest));
    return {
      was: String(fields[corruption.field] ?? ''),
      line: JSON.stringify({ ...fields, ...corruption.overrides }),
    };
  };

  return (simulated) => {
    const { batch, truth, corrupted } = simulated;
    if (corrupted.length === 0) return uncorrupted(simulated);
    const rawLines = { services: new Map<number, string>(), ratings: new Map<number, string>() };
    const keys = batch.ratings.key.slice(0, batch.ratings.length);
    const ledger: LedgerEntry[] = [...truth.ledger];
    for (const one of corrupted) {
      const { was, line } = corrupt(batch, one);
      ledger.push({
        record: one.record,
        key: (one.record === 'service' ? batch.services.key : batch.ratings.key)[one.row] ?? 0,
        id: one.id,
        rung: one.concealment,
        field: one.corruption.field,
        was,
        outcome: one.corruption.outcome,
        sent: line,
      });
      const from = read(line);
      if (one.record === 'service') {
        const to = one.corruption.copy ? batch.services.length++ : one.row;
        copyRow('service', from.services, 0, batch.services, to);
        rawLines.services.set(to, line);
      } else {
        const to = one.corruption.copy ? batch.ratings.length++ : one.row;
        copyRow('rating', from.ratings, 0, batch.ratings, to);
        rawLines.ratings.set(to, line);
      }
    }
    return { batch, truth: { ...truth, ledger, keys }, corrupted, rawLines };
  };
}
