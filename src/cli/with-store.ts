import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import {
  accessFileOf,
  closeStore,
  openStore,
  storeMistake,
  truthFileOf,
  type OpenOptions,
  type Store,
} from '../store/open.ts';
import { listRuns } from '../store/read/runs.ts';
import { missingFolders, removeEmpty } from './made-folders.ts';

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

/** The same for work that waits. */
export async function withStoreWhile<T>(
  file: string,
  options: OpenOptions,
  work: (store: Store) => Promise<T>,
): Promise<T> {
  const store = openStore(file, options);
  try {
    return await work(store);
  } catch (error) {
    throw storeMistake(error, file);
  } finally {
    closeStore(store);
  }
}

/**
 * Opens a database for a command that may make it. Where the work fails before anything stands, what was made for it is
 * taken away again: the database, its truth, its accounts and their folder.
 */
export async function withMadeStore<T>(file: string, work: (store: Store) => Promise<T>): Promise<T> {
  const made = [file, truthFileOf(file), accessFileOf(file)].filter((name) => !existsSync(name));
  const folders = missingFolders(path.dirname(file));
  let stands = !made.includes(file);
  try {
    const store = openStore(file);
    try {
      return await work(store);
    } finally {
      stands ||= holdsRuns(store);
      closeStore(store);
    }
  } catch (error) {
    if (!stands) takeAway(made, folders);
    throw storeMistake(error, file);
  }
}

/** In doubt a database is kept. */
function holdsRuns(store: Store): boolean {
  try {
    return listRuns(store).length > 0;
  } catch {
    return true;
  }
}

function takeAway(databases: readonly string[], folders: readonly string[]): void {
  for (const file of databases) {
    for (const suffix of ['', '-wal', '-shm', '-journal']) {
      if (existsSync(file + suffix)) rmSync(file + suffix);
    }
  }
  removeEmpty(folders);
}
