import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the processes of a test run keep the database that many of them copy: it is filled once. */
    readonly filledFolder: string;
  }
}

/** Makes the folder, and gives what removes it when all tests have ended. */
export default function setup({ provide }: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'haochaping-filled-'));
  provide('filledFolder', folder);
  return () => {
    rmSync(folder, { recursive: true, force: true });
  };
}
