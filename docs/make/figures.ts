import type { Facts, RunFacts } from './recorded-facts.ts';

/** Pages that say how many records a run has. */
export const pagesWithFigures = ['docs/scenario.md', 'docs/scenario.zh-CN.md'] as const;

const print = (n: number): string => n.toLocaleString('en');

/** A count in a table row, before its word in English and after it in Chinese. */
const counts = {
  services: [/\d[\d,]*(?= services)/, /(?<=服务 )\d[\d,]*(?= 条)/],
  ratings: [/\d[\d,]*(?= ratings)/, /(?<=评价 )\d[\d,]*(?= 条)/],
  rectifications: [/\d[\d,]*(?= rectifications)/, /(?<=整改 )\d[\d,]*(?= 条)/],
  refused: [/\d[\d,]*(?= refused)/, /(?<=校验未通过 )\d[\d,]*(?= 条)/],
} as const satisfies Partial<Record<keyof RunFacts, readonly RegExp[]>>;

/** The page with the numbers of the recorded runs. Throws where it has no place for one. */
export function withFigures(file: (typeof pagesWithFigures)[number], page: string, facts: Facts): string {
  return Object.entries(facts.runs).reduce((text, [name, run]) => {
    const row = text.split('\n').find((line) => line.startsWith(`| \`${name}\` | `)) ?? missing(file, name);
    return text.replace(row, () => withCounts(row, run, `${file}, ${name}`));
  }, page);
}

function withCounts(row: string, run: RunFacts, place: string): string {
  let text = row;
  for (const name of ['services', 'ratings', 'rectifications', 'refused'] as const) {
    const known = counts[name].find((one) => one.test(text));
    if (known) text = text.replace(known, print(run[name]));
    else if (run[name] > 0) missing(place, name);
  }
  return text;
}

function missing(place: string, what: string): never {
  throw new Error(`${place}: there is no place for the number of ${what}`);
}
