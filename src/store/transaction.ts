import { storeMistake, type Store } from './open.ts';

/** Begins a transaction on a connection that nobody else uses meanwhile. Takes the write lock at once. */
export function begin(store: Store): void {
  run(store, 'BEGIN IMMEDIATE');
}

export function commit(store: Store): void {
  run(store, 'COMMIT');
}

/** Takes back what the open transaction did, if one is open. */
export function rollBack(store: Store): void {
  if (store.db.inTransaction) store.db.exec('ROLLBACK');
}

function run(store: Store, sql: string): void {
  try {
    store.db.exec(sql);
  } catch (error) {
    throw storeMistake(error, store.file);
  }
}

/** Runs asynchronous work as one transaction: all of it is kept, or, where it throws, none. */
export async function inOneTransaction<T>(store: Store, work: () => Promise<T>): Promise<T> {
  begin(store);
  try {
    const result = await work();
    commit(store);
    return result;
  } catch (error) {
    rollBack(store);
    throw storeMistake(error, store.file);
  }
}
