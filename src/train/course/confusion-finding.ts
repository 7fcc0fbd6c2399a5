import type { Bilingual } from '../../model/language.ts';
import { leadingPatterns, type Confusion } from '../../detect/statistics/confusion.ts';

/** What was taken for what (混淆), in words. The least counts are ours. */

const MOST_CONFUSIONS = 3;
/** A confusion that came more seldom is no pattern. */
const FEWEST_OF_CONFUSION = 3;

/** What was answered in one kind of exercise. */
export interface KindRecord {
  readonly name: Bilingual;
  readonly cases: number;
  readonly right: number;
  /** Where the kind asks for a judgement: the judgements that there are, and which was given for which. */
  readonly judged?: { readonly categories: readonly Bilingual[]; readonly confusion: Confusion };
}

export interface ConfusionFinding {
  readonly kind: Bilingual;
  readonly truth: Bilingual;
  readonly answer: Bilingual;
  /** How often the truth was answered so, and how often it came. */
  readonly n: number;
  readonly of: number;
  readonly sentence: Bilingual;
}

/** The leading confusions over all kinds, the most frequent first. */
export function confusionFindings(kinds: readonly KindRecord[]): ConfusionFinding[] {
  return kinds
    .flatMap(({ name, judged }) => {
      if (judged === undefined) return [];
      const { categories, confusion } = judged;
      return leadingPatterns(confusion, MOST_CONFUSIONS)
        .filter(({ n }) => n >= FEWEST_OF_CONFUSION)
        .map(({ truth, answer, n }) => ({
          kind: name,
          truth: named(categories, truth),
          answer: named(categories, answer),
          n,
          of: (confusion.counts[truth] ?? []).reduce((total, count) => total + count, 0),
        }));
    })
    .sort((a, b) => b.n - a.n)
    .slice(0, MOST_CONFUSIONS)
    .map((finding) => ({ ...finding, sentence: confusionSentence(finding) }));
}

function named(categories: readonly Bilingual[], i: number): Bilingual {
  const category = categories[i];
  if (category === undefined) throw new Error(`there is no judgement number ${String(i)}`);
  return category;
}

const confusionSentence = ({
  kind,
  truth,
  answer,
  n,
  of,
}: Omit<ConfusionFinding, 'sentence'>): Bilingual => ({
  zh: `${kind.zh}：应为“${truth.zh}”的 ${String(of)} 题中，有 ${String(n)} 题判为“${answer.zh}”。`,
  en: `${kind.en}: of ${String(of)} cases that are “${truth.en}”, ${String(n)} were judged “${answer.en}”.`,
});
