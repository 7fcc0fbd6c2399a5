/** Something that is found by its names. */
export interface Named {
  readonly name: string;
  readonly nameEn: string;
  /** What it is called in files and addresses; empty where that is nothing to look for. */
  readonly code: string;
}

/** How well a name fits: all of it, its beginning, a part of it. */
const FITS = ['exact', 'prefix', 'part'] as const;
type Fit = (typeof FITS)[number];

/** Letters of either case and width are one, and blanks, hyphens and apostrophes between them say nothing. */
const folded = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{Pd}'’·]+/gu, '');

function fitOf(text: string, asked: string): Fit | undefined {
  const name = folded(text);
  if (name === asked) return 'exact';
  if (name.startsWith(asked)) return 'prefix';
  return name.includes(asked) ? 'part' : undefined;
}

/**
 * What carries the text in its Chinese or English name or in its code: exact names first, then those that begin with it, then the
 * others; among these the shortest name, and then the order they came in. Nothing for an empty text.
 */
export function findNames<T extends Named>(things: readonly T[], text: string): T[] {
  const asked = folded(text);
  if (asked === '') return [];
  return things
    .flatMap((thing) => {
      const fits = [thing.name, thing.nameEn, thing.code].flatMap((one) => fitOf(one, asked) ?? []);
      const best = Math.min(...fits.map((fit) => FITS.indexOf(fit)));
      return fits.length === 0 ? [] : [{ thing, best }];
    })
    .sort((a, b) => a.best - b.best || a.thing.name.length - b.thing.name.length)
    .map(({ thing }) => thing);
}
