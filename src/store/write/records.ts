import type { RatingBatch, ServiceBatch } from '../../model/record/batch.ts';
import { numbersIn, storedColumns, textColumns, textsIn } from '../../model/record/columns.ts';
import type { Store } from '../open.ts';
import { BulkInsert } from './bulk.ts';

/** Writes the accepted rows of a table, those whose `refused` is 0, with their packed fields and texts. */
export type WriteRows<T extends ServiceBatch | RatingBatch> = (
  rows: T,
  packed: Int32Array,
  refused: Uint8Array,
) => void;

export const serviceWriter = (store: Store): WriteRows<ServiceBatch> => rowWriter(store, 'service');
export const ratingWriter = (store: Store): WriteRows<RatingBatch> => rowWriter(store, 'rating');

/** Writes rows inside an open transaction. */
function rowWriter(store: Store, kind: 'service' | 'rating'): WriteRows<ServiceBatch | RatingBatch> {
  const stored = storedColumns(kind);
  const insert = new BulkInsert(
    store,
    kind,
    stored.map(({ sql }) => sql),
  );
  const texts = textColumns(kind).map(({ name, sql }) => ({
    name,
    add: store.db.prepare<[number, string]>(`INSERT INTO ${sql} (rating_key, text) VALUES (?, ?)`),
  }));
  return (rows, packed, refused) => {
    const columns = stored.map(({ name, kept }) =>
      kept === 'packed' ? packed : kept === 'key' ? rows.key : numbersIn(rows, name),
    );
    for (let row = 0; row < rows.length; row++) {
      if (refused[row] !== 0) continue;
      for (const column of columns) insert.put(column[row] ?? 0);
    }
    insert.flush();
    for (const { name, add } of texts) {
      for (const [row, text] of textsIn(rows, name))
        if (refused[row] === 0) add.run(rows.key[row] ?? 0, text);
    }
  };
}
