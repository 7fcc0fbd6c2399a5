import type { CorruptLines, LedgerEntry } from '../model/defect.ts';
import { emptied, newBatch } from '../model/record/batch.ts';
import { copyRow } from '../model/record/columns.ts';
import type { Reference } from '../model/reference.ts';
import { LAST_BIRTHDAY } from '../model/record/birthdays.ts';
import type { Register } from '../model/register.ts';
import { nationalPrinter } from './record-printer.ts';
import { nationalCodes, readNationalLine, type NationalContext } from './record-reader.ts';

/**
 * Corrupts records as they are sent: each is printed, changed in its fields, and read again as any received line would
 * be, so that the columns say exactly what the line says. The ledger gets an entry for each.
 */
export function lineCorrupter(reference: Reference, register: Register): CorruptLines {
  const printer = nationalPrinter(reference, register, () => '');
  const context: NationalContext = {
    // Everybody we make up was born before 2000.
    // Nobody made up is born later.
    today: LAST_BIRTHDAY,
    taskByCode: register.taskByCode,
    codes: nationalCodes(reference),
    foreignCaseKey: (projectNo) => {
      throw new Error(`a corrupted record has a case number of another form: ${projectNo}`);
    },
  };
  const scratch = newBatch(1, 1);

  return ({ services, ratings }, corrupted) => {
    const rawLines = { service: new Map<number, string>(), rating: new Map<number, string>() };
    const ledger: LedgerEntry[] = [];
    for (const { record, row, id, concealment, corruption } of corrupted) {
      const { field, overrides, outcome, copy } = corruption;
      const rows = record === 'service' ? services : ratings;
      const key = rows.key[row] ?? 0;
      const honest =
        record === 'service' ? printer.serviceFields(services, row) : printer.ratingFields(ratings, row);
      const sent = JSON.stringify({ ...honest, ...overrides });
      const was = String(honest[field] ?? '');
      ledger.push({ record, key, id, rung: concealment, field, was, outcome, sent });
      const to = copy ? rows.length++ : row;
      readNationalLine(sent, emptied(scratch), context);
      if (record === 'service') copyRow('service', scratch.services, 0, services, to);
      else copyRow('rating', scratch.ratings, 0, ratings, to);
      rawLines[record].set(to, sent);
    }
    return { rawLines, ledger };
  };
}
