import type { Store } from '../open.ts';

/** Rows that this connection has written so far, those of a transaction under way included. */
export const rowsWritten = (store: Store): number =>
  store.db.prepare<[], number>('SELECT total_changes()').pluck().get() ?? 0;
