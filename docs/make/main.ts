import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pagesWithFigures, withFigures } from './figures.ts';
import { followRating } from './followed-rating.ts';
import { withBlocks } from './made-blocks.ts';
import type { Facts } from './recorded-facts.ts';
import { pictureScenario, recordRun, recordRuns, SEED } from './record-runs.ts';
import { takePictures } from './take-pictures.ts';
import { tourBlocks } from './tour-blocks.ts';

/** `npm run docs`: makes the values, numbers and pictures of the docs anew, and names the texts that changed. */

const root = resolve(import.meta.dirname, '../..');

function rewrite(file: string, after: string): void {
  const path = join(root, file);
  if (after === readFileSync(path, 'utf8')) return;
  writeFileSync(path, after);
  console.log(file);
}

const read = (file: string): string => readFileSync(join(root, file), 'utf8');

const folder = mkdtempSync(join(tmpdir(), 'haochaping-docs-'));
try {
  const followed = await followRating(folder);
  for (const [file, language] of [
    ['docs/tour.md', 'en'],
    ['docs/tour.zh-CN.md', 'zh'],
  ] as const)
    rewrite(file, withBlocks(read(file), tourBlocks(followed, language)));

  const runs = await recordRuns(folder);
  const pictured = join(folder, 'pictures.db');
  await recordRun(pictured, pictureScenario());
  const facts: Facts = { seed: SEED, runs, pictures: await takePictures(pictured) };
  rewrite('docs/facts.json', `${JSON.stringify(facts, null, 2)}\n`);
  for (const file of pagesWithFigures) rewrite(file, withFigures(file, read(file), facts));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
