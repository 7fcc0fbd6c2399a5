import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { followRating } from './followed-rating.ts';
import { withBlocks } from './made-blocks.ts';
import { tourBlocks } from './tour-blocks.ts';

/** `npm run docs`: makes the figures of the docs anew, and says which files changed. */

const docs = resolve(import.meta.dirname, '..');

function rewrite(file: string, change: (text: string) => string): void {
  const before = readFileSync(file, 'utf8');
  const after = change(before);
  if (after === before) return;
  writeFileSync(file, after);
  console.log(file);
}

const folder = mkdtempSync(join(tmpdir(), 'haochaping-docs-'));
try {
  const followed = await followRating(folder);
  for (const [page, language] of [
    ['tour.md', 'en'],
    ['tour.zh-CN.md', 'zh'],
  ] as const)
    rewrite(join(docs, page), (text) => withBlocks(text, tourBlocks(followed, language)));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
