import { existsSync, readdirSync, rmdirSync } from 'node:fs';
import path from 'node:path';

/** A folder and those above it that are not there yet, the innermost first. */
export function missingFolders(folder: string): readonly string[] {
  const missing: string[] = [];
  for (let at = path.resolve(folder); !existsSync(at); at = path.dirname(at)) missing.push(at);
  return missing;
}

/** Takes folders away that were made for nothing: those that hold something stay. */
export function removeEmpty(folders: readonly string[]): void {
  for (const folder of folders) {
    if (existsSync(folder) && readdirSync(folder).length === 0) rmdirSync(folder);
  }
}
