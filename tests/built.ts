import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '..');

/** Time of the last change of a file in a folder. */
const lastChange = (folder: string): number =>
  existsSync(folder)
    ? Math.max(
        ...readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(
          (name) => statSync(join(folder, name)).mtimeMs,
        ),
      )
    : 0;

/**
 * Whether the built program is newer than every source, as in `npm test`. Commands and threads of the tests then start from it, in a
 * third of the time; else from the sources.
 */
export const isBuilt = lastChange(join(root, 'dist')) > lastChange(join(root, 'src'));
