import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's own folder: the nearest one above this file that holds `db/reference`. */
function findRoot(): string {
  let folder = path.dirname(fileURLToPath(import.meta.url));
  while (!existsSync(path.join(folder, 'db', 'reference'))) {
    const parent = path.dirname(folder);
    if (parent === folder) throw new Error('db/reference is missing beside the program');
    folder = parent;
  }
  return folder;
}

export const projectRoot = findRoot();

/** Path of something under db/. */
export const dataPath = (...parts: string[]): string => path.join(projectRoot, 'db', ...parts);
