import type { RatingBatch, ServiceBatch } from '../../model/record/batch.ts';
import { numbersIn, storedColumns, textColumns, textsIn, type AnyTable } from '../../model/record/columns.ts';
import type { RecordKind } from '../../model/record/kind.ts';
import type { Store } from '../open.ts';
import { BulkInsert } from './bulk.ts';

/** Writes accepted rows of batches inside an open transaction; texts beside them. */
export class RecordWriter {
  private readonly services: RowWriter;
  private readonly ratings: RowWriter;
  private readonly texts;

  constructor(store: Store) {
    this.services = new RowWriter(store, 'service');
    this.ratings = new RowWriter(store, 'rating');
    this.texts = textColumns('rating').map(({ name, sql }) => ({
      name,
      add: store.db.prepare<[number, string]>(`INSERT INTO ${sql} (rating_key, text) VALUES (?, ?)`),
    }));
  }

  /** Row of a batch with these packed fields. */
  service(rows: ServiceBatch, row: number, packed: number): void {
    this.services.put(rows, rows.key, row, packed);
  }

  rating(rows: RatingBatch, row: number, packed: number): void {
    this.ratings.put(rows, rows.key, row, packed);
    for (const { name, add } of this.texts) {
      const text = textsIn(rows, name).get(row);
      if (text !== undefined) add.run(rows.key[row] ?? 0, text);
    }
  }

  flush(): void {
    this.services.flush();
    this.ratings.flush();
  }
}

/** Inserts rows of one table; looks up the columns of a batch once for all of its rows. */
class RowWriter {
  private readonly insert: BulkInsert;
  private readonly stored;
  private bound: AnyTable | undefined;
  private columns: readonly (Float64Array | Int32Array | undefined)[] = [];

  constructor(store: Store, kind: RecordKind) {
    this.stored = storedColumns(kind);
    this.insert = new BulkInsert(
      store,
      kind,
      this.stored.map(({ sql }) => sql),
    );
  }

  put(rows: AnyTable, keys: Float64Array, row: number, packed: number): void {
    if (this.bound !== rows) {
      this.bound = rows;
      this.columns = this.stored.map(({ name, kept }) =>
        kept === 'packed' ? undefined : kept === 'key' ? keys : numbersIn(rows, name),
      );
    }
    for (const column of this.columns) this.insert.put(column === undefined ? packed : (column[row] ?? 0));
  }

  flush(): void {
    this.insert.flush();
  }
}
