import type { Confusion } from './confusion.ts';
import { hitsOf, recallOfHits, type Hits } from './hits.ts';

/** Figures of a classification into several categories; two categories are the case of a rule that flags. */

/** A figure of one category against all others; null where it is not defined. */
export type CategoryFigure = (hits: Hits) => number | null;

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const hitsByCategory = (confusion: Confusion): Hits[] =>
  confusion.counts.map((_, category) => hitsOf(confusion, category));

/**
 * Mean of a figure over categories, each counting alike. A category without the figure, one that nobody named for instance, counts 0:
 * other programs count it so too. Null where there is nothing to classify.
 */
export function macroAverage(confusion: Confusion, figure: CategoryFigure): number | null {
  if (confusion.all === 0) return null;
  return sum(hitsByCategory(confusion).map((hits) => figure(hits) ?? 0)) / confusion.counts.length;
}

/** The same, each category counting as often as it truly occurs. */
export function weightedAverage(confusion: Confusion, figure: CategoryFigure): number | null {
  if (confusion.all === 0) return null;
  const parts = hitsByCategory(confusion).map(
    (hits) => (figure(hits) ?? 0) * (hits.truePositives + hits.falseNegatives),
  );
  return sum(parts) / confusion.all;
}

/** The figure of all categories’ counts together. */
export function microAverage(confusion: Confusion, figure: CategoryFigure): number | null {
  const all = hitsByCategory(confusion);
  const total = (name: keyof Hits): number => sum(all.map((hits) => hits[name]));
  return figure({
    truePositives: total('truePositives'),
    falsePositives: total('falsePositives'),
    falseNegatives: total('falseNegatives'),
    trueNegatives: total('trueNegatives'),
  });
}

/** Share of what was classified rightly (准确率); null where there is nothing to classify. */
export const accuracyOf = ({ right, all }: Confusion): number | null => (all === 0 ? null : right / all);

/** Mean recall over categories; null where one of them does not occur. */
export function balancedAccuracyOf(confusion: Confusion): number | null {
  const recalls = hitsByCategory(confusion).flatMap((hits) => recallOfHits(hits) ?? []);
  const k = confusion.counts.length;
  return k === 0 || recalls.length < k ? null : sum(recalls) / k;
}

/**
 * Matthews correlation of truths and answers (B. W. Matthews 1975; for several categories J. Gorodkin 2004): 1 all right, 0 as by
 * chance. Null where all truths, or all answers, are of one category.
 */
export function matthewsCorrelation({ counts, right, all }: Confusion): number | null {
  const truths = counts.map(sum);
  const answers = counts.map((_, j) => sum(counts.map((row) => row[j] ?? 0)));
  const products = sum(truths.map((n, i) => n * (answers[i] ?? 0)));
  const spread = (margin: readonly number[]): number => all * all - sum(margin.map((n) => n * n));
  const scale = Math.sqrt(spread(truths)) * Math.sqrt(spread(answers));
  return scale === 0 ? null : (right * all - products) / scale;
}
