import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const MOST_LINES = 300;
const MOST_FILES = 25;

const source = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true });
const files = source.filter((entry) => entry.isFile());

const linesOf = (file: string): number => readFileSync(file, 'utf8').trimEnd().split('\n').length;
const inRoot = (path: string): string => path.slice(root.length + 1);

it(`no file of src/ has more than ${String(MOST_LINES)} lines`, () => {
  expect(files.length).toBeGreaterThan(500);
  const long = files
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((file) => linesOf(file) > MOST_LINES);
  expect(long.map((file) => `${inRoot(file)}: ${String(linesOf(file))} lines`)).toEqual([]);
});

it(`no folder of src/ has more than ${String(MOST_FILES)} files`, () => {
  const count = new Map<string, number>();
  for (const { parentPath } of files) count.set(parentPath, (count.get(parentPath) ?? 0) + 1);
  const full = [...count].filter(([, n]) => n > MOST_FILES);
  expect(full.map(([folder, n]) => `${inRoot(folder)}: ${String(n)} files`)).toEqual([]);
});
