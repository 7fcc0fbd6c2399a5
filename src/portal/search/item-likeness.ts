import type { SiteItem } from '../site-unit.ts';
import { commonName } from './common-name.ts';
import { pairsOf, queryPieces, type QueryPieces } from './normal-query.ts';
import { isOneSlipAway } from './one-slip.ts';

/** Positions of the items that have a feature, in rising order. */
type Postings = Map<string, number[]>;

/**
 * Likeness of texts to the items of a list: the cosine between the features of the text and those of the item (names and what people call
 * it), each weighed by how few items have it. Features are pairs of neighbouring Chinese characters, words of other letters, and, for a
 * text of one single character, this character.
 */
export class ItemLikeness {
  private readonly postings: Postings = new Map();
  /** Words of other letters that items have. */
  private readonly vocabulary: readonly string[];
  /** Squared length of the features of an item in Chinese, and in other letters. */
  private readonly chinese: Float64Array;
  private readonly other: Float64Array;

  constructor(items: readonly SiteItem[]) {
    this.chinese = new Float64Array(items.length);
    this.other = new Float64Array(items.length);
    items.forEach((item, at) => {
      const said = commonName(item);
      const pieces = [item.name, said.zh, item.nameEn, said.en].map(queryPieces);
      for (const feature of new Set(pieces.flatMap(itemFeatures))) {
        const holding = this.postings.get(feature);
        if (holding === undefined) this.postings.set(feature, [at]);
        else holding.push(at);
      }
    });
    this.vocabulary = [...this.postings.keys()].filter((feature) => !isChinese(feature));
    for (const [feature, holding] of this.postings) {
      if (isSingle(feature)) continue;
      const lengths = isChinese(feature) ? this.chinese : this.other;
      for (const at of holding) lengths[at] = (lengths[at] ?? 0) + this.weight(holding) ** 2;
    }
  }

  private readonly weight = (holding: readonly number[]): number =>
    Math.log(1 + this.chinese.length / holding.length);

  /** Likeness of each item to a text, 0 where they have nothing in common. */
  to(text: string): Float64Array {
    const shared = new Float64Array(this.chinese.length);
    for (const feature of this.featuresOf(queryPieces(text))) {
      const holding = this.postings.get(feature) ?? [];
      const lengths = isChinese(feature) ? this.chinese : this.other;
      const weight = this.weight(holding) ** 2;
      for (const at of holding) shared[at] = (shared[at] ?? 0) + weight / Math.sqrt(lengths[at] ?? 1);
    }
    return shared;
  }

  private featuresOf({ runs, words }: QueryPieces): Set<string> {
    const pairs = runs.flatMap(pairsOf);
    const known = words.flatMap((word) => this.knownWord(word) ?? []);
    return new Set(pairs.length + known.length === 0 ? runs : [...pairs, ...known]);
  }

  /** A word as items have it: itself, or the first one that differs from it by one slip of the keyboard. */
  private knownWord(word: string): string | undefined {
    return this.postings.has(word) ? word : this.vocabulary.find((known) => isOneSlipAway(word, known));
  }
}

const FIRST_CHINESE = /^\p{Script=Han}/u;
const isChinese = (feature: string): boolean => FIRST_CHINESE.test(feature);
/** A single Chinese character: it stands for the texts that are no longer, and has no part in the length. */
const isSingle = (feature: string): boolean => feature.length === 1 && isChinese(feature);

const itemFeatures = ({ runs, words }: QueryPieces): string[] => [
  ...runs.flatMap((run) => [...Array.from(run), ...pairsOf(run)]),
  ...words,
];
