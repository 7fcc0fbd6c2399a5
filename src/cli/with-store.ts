import { closeStore, openStore, storeMistake, type OpenOptions, type Store } from '../store/open.ts';

/**
 * Opens a database for a command and closes it again. What the engine finds while reading (a locked or damaged file)
 * becomes a message that names the file, as on opening.
 */
export function withStore<T>(file: string, options: OpenOptions, work: (store: Store) => T): T {
  const store = openStore(file, options);
  try {
    return work(store);
  } catch (error) {
    throw storeMistake(error, file);
  } finally {
    closeStore(store);
  }
}
