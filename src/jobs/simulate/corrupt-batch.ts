import { z } from 'zod';
import { copyRow, emptyTable } from '../../model/record/columns.ts';
import { ratingRowAt, serviceRowAt } from '../../model/record/stored-row.ts';
import { nationalCodes, readNationalLine, type NationalContext } from '../../national/record-reader.ts';
import { newBatch, type Batch, type SentLines } from '../../model/record/batch.ts';
import type { LedgerEntry } from '../../model/defect.ts';
import type { Reference } from '../../model/reference.ts';
import type { Register } from '../../model/register.ts';
import { nationalPrinter } from '../../national/record-printer.ts';
import type { SimulatedBatch } from '../../simulate/generate.ts';
import type { Spoilt } from '../../simulate/defects/record-corrupter.ts';

const recordFields = z.record(z.string(), z.union([z.string(), z.number()]));

/** A simulated batch whose spoilt records say what their senders sent. */
export interface SpoiltBatch extends SimulatedBatch {
  readonly sent: SentLines;
}

/** Of a batch whose columns say all. */
const nothingSent: SentLines = { services: new Map(), ratings: new Map() };

/** A batch in which no record is spoilt. */
export const unspoilt = (simulated: SimulatedBatch): SpoiltBatch => ({ ...simulated, sent: nothingSent });

/**
 * Spoils records as they are sent: each is printed, changed in its fields, and read again as anybody’s line would be, so
 * that the columns say exactly what the line says. The ledger gets an entry for each.
 */
export function spoilerOf(
  reference: Reference,
  register: Register,
): (simulated: SimulatedBatch) => SpoiltBatch {
  const printer = nationalPrinter(reference, register, () => '');
  const context: NationalContext = {
    // Everybody we make up was born before 2000.
    today: 0,
    taskByCode: register.taskByCode,
    codes: nationalCodes(reference),
    foreignCaseKey: (projectNo) => {
      throw new Error(`a spoilt record has a case number of another form: ${projectNo}`);
    },
  };
  const scratch = newBatch(1, 1);

  const read = (line: string): Batch => {
    emptyTable(scratch.services);
    emptyTable(scratch.ratings);
    readNationalLine(line, scratch, context);
    return scratch;
  };

  const spoil = (
    { services, ratings }: Batch,
    { record, row, spoiling }: Spoilt,
  ): { was: string; line: string } => {
    const honest =
      record === 'service'
        ? printer.service(serviceRowAt(services, row))
        : printer.rating(ratingRowAt(ratings, row));
    const fields = recordFields.parse(JSON.parse(honest));
    return {
      was: String(fields[spoiling.field] ?? ''),
      line: JSON.stringify({ ...fields, ...spoiling.overrides }),
    };
  };

  return (simulated) => {
    const { batch, truth, spoilt } = simulated;
    if (spoilt.length === 0) return unspoilt(simulated);
    const sent = { services: new Map<number, string>(), ratings: new Map<number, string>() };
    const keys = batch.ratings.key.slice(0, batch.ratings.length);
    const ledger: LedgerEntry[] = [...truth.ledger];
    for (const one of spoilt) {
      const { was, line } = spoil(batch, one);
      ledger.push({
        record: one.record,
        key: (one.record === 'service' ? batch.services.key : batch.ratings.key)[one.row] ?? 0,
        id: one.id,
        rung: one.rung,
        field: one.spoiling.field,
        was,
        outcome: one.spoiling.outcome,
        sent: line,
      });
      const from = read(line);
      if (one.record === 'service') {
        const to = one.spoiling.copy ? batch.services.length++ : one.row;
        copyRow('service', from.services, 0, batch.services, to);
        sent.services.set(to, line);
      } else {
        const to = one.spoiling.copy ? batch.ratings.length++ : one.row;
        copyRow('rating', from.ratings, 0, batch.ratings, to);
        sent.ratings.set(to, line);
      }
    }
    return { batch, truth: { ...truth, ledger, keys }, spoilt, sent };
  };
}
