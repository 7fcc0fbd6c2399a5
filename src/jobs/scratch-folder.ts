import { lstatSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const PREFIX = 'haochaping-scratch-';
const DAY_MS = 86_400_000;

/**
 * Makes a folder for work that removes it when it ends, and takes away what killed processes of this user left behind:
 * folders in which nothing has changed for a day, whose process is gone. (A number may belong to a process of another
 * container that shares the folder, so either alone is not enough.)
 */
export function scratchFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), `${PREFIX}${String(process.pid)}-`));
  const { mtimeMs, uid } = lstatSync(folder);
  for (const name of readdirSync(tmpdir())) {
    const pid = new RegExp(`^${PREFIX}(\\d+)-`).exec(name)?.[1];
    if (pid === undefined || isRunning(Number(pid))) continue;
    try {
      const left = path.join(tmpdir(), name);
      if (lstatSync(left).uid === uid && lastChange(left) < mtimeMs - DAY_MS)
        rmSync(left, { recursive: true });
    } catch {
      // Another process was faster, or it is not ours to remove: nothing depends on it.
    }
  }
  return folder;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
  }
}

/** Time of the last change of a folder or a file in it, in milliseconds. */
const lastChange = (folder: string): number =>
  Math.max(
    ...[folder, ...readdirSync(folder).map((name) => path.join(folder, name))].map(
      (file) => lstatSync(file).mtimeMs,
    ),
  );
