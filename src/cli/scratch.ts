import { rmSync } from 'node:fs';
import path from 'node:path';
import { scratchFolder, scratchMistake } from '../jobs/scratch-folder.ts';

/** Lends a path for a database in a folder that is removed when the work is done, whatever happened. */
export async function withScratch<T>(work: (file: string) => Promise<T>): Promise<T> {
  const folder = scratchFolder();
  try {
    return await work(path.join(folder, 'run.db'));
  } catch (error) {
    throw scratchMistake(error);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
