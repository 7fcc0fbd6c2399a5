import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The pages of the docs, as the tests on them read them. */

export const root = resolve(import.meta.dirname, '../..');
export const read = (name: string): string => readFileSync(join(root, name), 'utf8');

export function markdownIn(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name))
    .sort();
}

export const readmes = ['README.md', 'README.zh-CN.md'];
export const pages = [
  ...readmes,
  'CHANGELOG.md',
  'CONTRIBUTING.md',
  ...markdownIn('docs'),
  ...markdownIn('db'),
];

/** Cells of the table rows of a page whose first cell is a name in code; names joined by commas share a row. */
export function rowsOf(text: string): Map<string, string[]> {
  const rows = new Map<string, string[]>();
  for (const line of text.split('\n')) {
    if (!line.startsWith('| `')) continue;
    const cells = line.slice(2, -2).split(' | ');
    for (const [, name = ''] of (cells[0] ?? '').matchAll(/`([^`]+)`/g)) rows.set(name, cells);
  }
  return rows;
}
