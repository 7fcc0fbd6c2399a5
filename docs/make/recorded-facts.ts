import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'node-html-parser';

/**
 * What `npm run docs` found when it was run last, in docs/facts.json: tests that make the same runs for other reasons
 * compare it with what they find, so that the docs need no slow test of their own.
 */
export interface Facts {
  readonly seed: number;
  readonly runs: Readonly<Record<string, RunFacts>>;
  /** By file name of the picture: digest of the text of the page it shows. */
  readonly pictures: Readonly<Record<string, string>>;
}

/** Counts and digest of a run of a shipped scenario. */
export interface RunFacts {
  readonly services: number;
  readonly ratings: number;
  readonly rectifications: number;
  readonly refused: number;
  readonly digest: string;
}

export const readFacts = (): Facts =>
  JSON.parse(readFileSync(join(import.meta.dirname, '../facts.json'), 'utf8')) as Facts;

/** The counts of a run's report. */
export const runFacts = (report: {
  readonly services: number;
  readonly ratings: number;
  readonly rectifications: number;
  readonly refused: Readonly<Record<string, number>>;
  readonly digest: string;
}): RunFacts => ({
  services: report.services,
  ratings: report.ratings,
  rectifications: report.rectifications,
  refused: Object.values(report.refused).reduce((sum, n) => sum + n, 0),
  digest: report.digest,
});

/** The pictures of the docs: which pages of a year of the series they show. */
export const pictures = [
  { file: 'overview.png', path: '/?lang=en' },
  { file: 'overview.zh.png', path: '/?lang=zh' },
] as const;

/** Digest of what a page says, without its frame and its looks: a picture of the page is up to date while this stays. */
export function textDigest(page: string): string {
  const main = parse(page).querySelector('main');
  if (!main) throw new Error('the page has no main part');
  const words = main.text.replace(/\s+/g, ' ').trim();
  return createHash('sha256').update(words).digest('hex').slice(0, 32);
}
