import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Lends a path for a database in a folder that is removed when the work is done, whatever happened. */
export async function withScratch<T>(work: (file: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), 'haochaping-'));
  try {
    return await work(path.join(folder, 'run.db'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
