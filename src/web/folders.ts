import { existsSync } from 'node:fs';
import path from 'node:path';

/** Nearest folder above this file that holds views/ and public/: the sources' own, or the package's once built. */
function findRoot(): string {
  let folder = import.meta.dirname;
  while (!existsSync(path.join(folder, 'views', 'pages')) || !existsSync(path.join(folder, 'public'))) {
    const parent = path.dirname(folder);
    if (parent === folder) throw new Error('views/ and public/ are missing beside the program');
    folder = parent;
  }
  return folder;
}

const root = findRoot();
export const viewsFolder = path.join(root, 'views');
export const publicFolder = path.join(root, 'public');
