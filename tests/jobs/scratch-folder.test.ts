import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { scratchFolder } from '../../src/jobs/scratch-folder.ts';
import { useScratch } from '../builders.ts';

const scratch = useScratch();
const HOUR_S = 3600;
const gone = spawnSync(process.execPath, ['-e', '']).pid;
let folders = 0;
let temporary = '';

beforeEach(() => {
  temporary = scratch.path(`temporary-${String(++folders)}`);
  mkdirSync(temporary);
  vi.stubEnv('TMPDIR', temporary);
});
afterEach(() => {
  vi.unstubAllEnvs();
});

/** A folder with a file, both last changed some hours ago. */
function leave(name: string, folderHours: number, fileHours = folderHours): string {
  const folder = join(temporary, name);
  mkdirSync(folder);
  const file = join(folder, '0.db');
  writeFileSync(file, 'rows');
  const now = Date.now() / 1000;
  utimesSync(file, now - fileHours * HOUR_S, now - fileHours * HOUR_S);
  utimesSync(folder, now - folderHours * HOUR_S, now - folderHours * HOUR_S);
  return folder;
}

it('what a killed process left is taken away a day later', () => {
  const left = leave(`haochaping-scratch-${String(gone)}-a`, 25);
  const folder = scratchFolder();
  expect(existsSync(left)).toBe(false);
  expect(readdirSync(temporary)).toEqual([folder.slice(temporary.length + 1)]);
});

it.each([
  ['changed within the day', `haochaping-scratch-${String(gone)}-a`, 23, 23],
  ['a file of which was written within the day', `haochaping-scratch-${String(gone)}-a`, 25, 1],
  ['whose process runs', `haochaping-scratch-${String(process.pid)}-a`, 25, 25],
  ['of another name', `other-scratch-${String(gone)}-a`, 25, 25],
  ['of another program', `haochaping-scratch-notes`, 25, 25],
])('a folder %s stays', (_, name, folderHours, fileHours) => {
  const left = leave(name, folderHours, fileHours);
  scratchFolder();
  expect(existsSync(join(left, '0.db'))).toBe(true);
});
