import path from 'node:path';
import { closeStore, openStore, type Store } from '../../store/open.ts';

/** Opens a database for reading only, for as long as the work takes. */
export function readDatabase<T>(file: string, work: (store: Store) => T): T {
  const store = openStore(file, { readonly: true });
  try {
    return work(store);
  } finally {
    closeStore(store);
  }
}

/** Works with a database of a folder of runs, or with the served one where the name is empty. */
export const withDatabase = <T>(
  served: Store,
  folder: string,
  database: string,
  work: (store: Store) => T,
): T => (database === '' ? work(served) : readDatabase(path.join(folder, `${database}.db`), work));
