import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The two methods and the limits of the rule profiles as the tables of docs/method.md print them. */

const root = resolve(import.meta.dirname, '../../..');
const page = readFileSync(join(root, 'docs/method.md'), 'utf8');

export type Kind = 'province' | 'city';
export const kinds = ['province', 'city'] as const;
export type ByKind = Readonly<Record<Kind, number>>;

export interface PageIndicator {
  readonly id: string;
  readonly weight: ByKind;
  readonly basis: string;
  /** Codes of tags that the row names. */
  readonly tags: readonly string[];
  /** Values that score 0 and 100. */
  readonly worst: number;
  readonly best: number;
  readonly fewest: number;
}

export interface PageGroup {
  readonly id: string;
  readonly weight: ByKind;
  readonly indicators: PageIndicator[];
}

export interface PageDimension {
  readonly id: string;
  readonly weight: ByKind;
  readonly groups: PageGroup[];
}

const cellsOf = (line: string): string[] =>
  line
    .slice(1, -1)
    .split('|')
    .map((cell) => cell.trim());

/** “0.35 (cities 0.3)”, “0.35, 0.3” or “0.35”: the weight for provinces and for cities. */
function weightOf(text: string): ByKind {
  const [province = NaN, city = province] = [...text.matchAll(/\d+(?:\.\d+)?/g)].map(([n]) => Number(n));
  return { province, city };
}

function indicatorOf(line: string): PageIndicator {
  const [id = '', , weight = '', basis = '', , denominator = '', range = '', fewest = ''] = cellsOf(line);
  const [worst = '', best = ''] = range.split(' → ');
  return {
    id: id.replaceAll('`', ''),
    weight: weightOf(weight),
    basis,
    tags: [...denominator.matchAll(/\b[1-5]\d\d\b/g)].map(([code]) => code),
    worst: Number(worst),
    best: Number(best),
    fewest: Number(fewest),
  };
}

export interface PageMethod {
  readonly dimensions: readonly PageDimension[];
  /** Share of the weight that the children of a group or dimension with a figure must have. */
  readonly needed: number;
}

/** “children with at least 0.5 of its weight (0.66 in edition `2022-1`)” */
export function methodOfPage(edition: string): PageMethod {
  const [, usual, before] =
    /at least (0\.\d+) of its weight \((0\.\d+) in edition `2022-1`\)/.exec(page) ?? [];
  return { dimensions: dimensionsOf(edition), needed: Number(edition === '2022-1' ? before : usual) };
}

/** The tables below “Indicators of edition …”, in their order. */
function dimensionsOf(edition: string): PageDimension[] {
  const [, section = ''] = page.split(`\n## Indicators of edition ${edition}\n`);
  const dimensions: PageDimension[] = [];
  for (const line of (section.split('\n## ')[0] ?? '').split('\n')) {
    const title = /^(###|\*\*).*`(\w+)`\), weight (.*)$/.exec(line);
    if (title) {
      const [, mark, id = '', weight = ''] = title;
      if (mark === '###') dimensions.push({ id, weight: weightOf(weight), groups: [] });
      else dimensions.at(-1)?.groups.push({ id, weight: weightOf(weight), indicators: [] });
    }
    if (line.startsWith('| `')) dimensions.at(-1)?.groups.at(-1)?.indicators.push(indicatorOf(line));
  }
  return dimensions;
}

/** A limit in days; working days where `working`. */
export interface Limit {
  readonly days: number;
  readonly working: boolean;
}

export interface Limits {
  readonly contact: Limit;
  readonly ordinary: Limit;
  readonly complex: Limit;
}

function limitOf(text = ''): Limit {
  const [days = '', kind = ''] = text.split(' ');
  if (kind !== 'working' && kind !== 'natural') throw new Error(`no limit: ${text}`);
  return { days: Number(days), working: kind === 'working' };
}

/** Limits for what follows a bad rating, by rule profile. */
export function limitsOfPage(): Map<string, Limits> {
  const [, table = ''] = page.split('\n| profile | contact within');
  const lines = (table.split('\n\n')[0] ?? '').split('\n').filter((line) => line.startsWith('| `'));
  return new Map(
    lines.map((line) => {
      const [id = '', contact, ordinary, complex] = cellsOf(line);
      return [
        id.replaceAll('`', ''),
        { contact: limitOf(contact), ordinary: limitOf(ordinary), complex: limitOf(complex) },
      ];
    }),
  );
}
