import type { RatingBatch, ServiceBatch } from '../../../model/record/batch.ts';
import { numbersIn, storedColumns, textColumns, textsIn } from '../../../model/record/columns.ts';
import type { BulkLoadFile } from './bulk-load-file.ts';

/** Appends the accepted rows of a table to a bulk-load file, those whose `refused` is 0, with their packed fields and texts. */
export function appendAccepted(
  file: BulkLoadFile,
  kind: 'service' | 'rating',
  rows: ServiceBatch | RatingBatch,
  packed: Int32Array,
  refused: Uint8Array,
): void {
  const numbers = storedColumns(kind)
    .filter(({ kept }) => kept !== 'key')
    .map(({ name, kept, sql }) => [sql, kept === 'packed' ? packed : numbersIn(rows, name)] as const);
  file.rows(kind).append(rows.key, Object.fromEntries(numbers), rows.length, refused);
  for (const { name, sql } of textColumns(kind)) {
    const texts = file.rows(sql);
    for (const [row, text] of [...textsIn(rows, name)].sort(([a], [b]) => a - b)) {
      if (refused[row] === 0) texts.appendText(rows.key[row] ?? 0, text);
    }
  }
}
