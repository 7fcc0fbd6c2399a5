/** Longest query that is searched for, in characters. */
export const LONGEST_QUERY = 100;

/** What people type, cut to the longest query; `isCut` where something was left out. */
export function cutQuery(query: string): { readonly text: string; readonly isCut: boolean } {
  const text = query.trim();
  if (text.length <= LONGEST_QUERY) return { text, isCut: false };
  // A character has at most two code units: no more than the beginning of a very long text is looked at.
  const characters = Array.from(text.slice(0, 2 * LONGEST_QUERY + 2));
  const isCut = characters.length > LONGEST_QUERY;
  return { text: isCut ? characters.slice(0, LONGEST_QUERY).join('') : text, isCut };
}

/** Width (NFKC) and case are made one; what is neither letter nor digit parts words. */
const partedWords = (text: string): string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

/** What two texts that are typed differently have in common: letters and digits alone. Texts with the same key are the same query. */
export const queryKey = (text: string): string => partedWords(text).join('');

const ANY_CHINESE = /\p{Script=Han}/u;
const CHINESE = /\p{Script=Han}+/gu;

/** Words that say nothing of what is looked for; those of needs put into sentences among them. */
const empty = new Set(
  (
    'a an the my our your i me we you it is am are be do does did can could what which how where when who need want get have has ' +
    'to of in on at for from with by and or that this there should would please bring documents papers'
  ).split(' '),
);

/** Pieces of a text by which it is likened to others. */
export interface QueryPieces {
  /** Runs of Chinese characters, without the spaces and marks within them. */
  readonly runs: readonly string[];
  /** Words of other letters, and numbers. */
  readonly words: readonly string[];
}

/** Takes a text apart: Chinese characters run on over spaces, other words stand alone, empty ones left out. */
export function queryPieces(text: string): QueryPieces {
  const parted = partedWords(text);
  const joined = parted.join(' ');
  if (!ANY_CHINESE.test(joined)) return { runs: [], words: parted.filter((word) => !empty.has(word)) };
  const runs = joined.replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '').match(CHINESE);
  const words = parted.flatMap((word) => word.replace(CHINESE, ' ').split(' '));
  return { runs: runs ?? [], words: words.filter((word) => word !== '' && !empty.has(word)) };
}

/** Neighbouring pairs of characters of a run. */
export const pairsOf = (run: string): string[] => {
  const characters = Array.from(run);
  return characters.slice(1).map((character, i) => `${characters[i] ?? ''}${character}`);
};
