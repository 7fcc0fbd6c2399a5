import { lstatSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { cannot } from '../model/errors.ts';
import { fullScratchDisk, isFullDisk, SCRATCH_PREFIX } from '../store/full-disk.ts';

const DAY_MS = 86_400_000;

/**
 * Makes a folder for work that removes it when it ends, and takes away what killed processes of this user left behind:
 * folders in which nothing has changed for a day, whose process is gone. (A number may belong to a process of another
 * container that shares the folder, so either alone is not enough.)
 */
export function scratchFolder(): string {
  const folder = makeFolder();
  const { mtimeMs, uid } = lstatSync(folder);
  for (const name of readdirSync(tmpdir())) {
    const pid = new RegExp(`^${SCRATCH_PREFIX}(\\d+)-`).exec(name)?.[1];
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

function makeFolder(): string {
  try {
    return mkdtempSync(path.join(tmpdir(), `${SCRATCH_PREFIX}${String(process.pid)}-`));
  } catch (error) {
    const code = codeOf(error);
    if (code === undefined) throw error;
    throw cannot(
      `无法使用临时文件夹 ${tmpdir()}（${code}）；请用环境变量 TMPDIR 指定可写的文件夹`,
      `the temporary folder ${tmpdir()} cannot be used (${code}); name one that can be written in the environment variable TMPDIR`,
    );
  }
}

const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error ? String(error.code) : undefined;

/** Turns a disk that fills up while scratch files are written into a Mistake that names it; others pass unchanged. */
export const scratchMistake = (error: unknown): unknown => (isFullDisk(error) ? fullScratchDisk() : error);

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) !== 'ESRCH';
  }
}

/** Time of the last change of a folder or a file in it, in milliseconds. */
const lastChange = (folder: string): number =>
  Math.max(
    ...[folder, ...readdirSync(folder).map((name) => path.join(folder, name))].map(
      (file) => lstatSync(file).mtimeMs,
    ),
  );
