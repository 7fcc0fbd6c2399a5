import { storeMistake, type Store } from './open.ts';

/**
 * Runs asynchronous work as one transaction on a connection that nobody else uses meanwhile: all of it is kept, or,
 * where it throws, none. Takes the write lock at once.
 */
export async function inOneTransaction<T>(store: Store, work: () => Promise<T>): Promise<T> {
  try {
    store.db.exec('BEGIN IMMEDIATE');
  } catch (error) {
    throw storeMistake(error, store.file);
  }
  try {
    const result = await work();
    store.db.exec('COMMIT');
    return result;
  } catch (error) {
    if (store.db.inTransaction) store.db.exec('ROLLBACK');
    throw storeMistake(error, store.file);
  }
}
