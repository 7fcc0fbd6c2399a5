import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { dataPath, projectRoot } from './paths.ts';

/** What comes with the program, by name. Help and version need no more than this, so nothing is parsed with zod here. */

/** The program's own version, from package.json. */
export function readProgramVersion(): string {
  const content: unknown = JSON.parse(readFileSync(path.join(projectRoot, 'package.json'), 'utf8'));
  if (typeof content === 'object' && content !== null && 'version' in content) return String(content.version);
  throw new Error('package.json names no version');
}

/** The style of the site, which a file that shows a page carries with it. */
export const readSiteStyle = (): string => readFileSync(path.join(projectRoot, 'public', 'site.css'), 'utf8');

/** Names of the targets that come with the program. */
export const targetNames = (): string[] => namesIn('reference', 'targets');

/** Names of the courses of the training room that come with the program. */
export const courseNames = (): string[] => namesIn('reference', 'courses');

/** Names of the scenarios that come with the program. */
export const scenarioNames = (): string[] => namesIn('scenarios');

const namesIn = (...folder: string[]): string[] =>
  readdirSync(dataPath(...folder))
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -5))
    .sort();
