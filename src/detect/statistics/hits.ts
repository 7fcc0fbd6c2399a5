import type { Confusion } from './confusion.ts';

/** How a rule that names records did (混淆矩阵): what it named or did not, by what truly is so or is not. */
export interface Hits {
  readonly truePositives: number;
  readonly falsePositives: number;
  readonly falseNegatives: number;
  readonly trueNegatives: number;
}

/** One category of a confusion against all others. */
export function hitsOf({ counts, all }: Confusion, category: number): Hits {
  const truePositives = counts[category]?.[category] ?? 0;
  const named = counts.reduce((total, row) => total + (row[category] ?? 0), 0);
  const so = (counts[category] ?? []).reduce((total, n) => total + n, 0);
  return {
    truePositives,
    falsePositives: named - truePositives,
    falseNegatives: so - truePositives,
    trueNegatives: all - named - so + truePositives,
  };
}

const shareOf = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

/** Of what was named the share that is so (精确率); null where nothing was named. */
export const precisionOfHits = ({ truePositives, falsePositives }: Hits): number | null =>
  shareOf(truePositives, truePositives + falsePositives);

/** Of what is so the share that was named (召回率); null where nothing is. */
export const recallOfHits = ({ truePositives, falseNegatives }: Hits): number | null =>
  shareOf(truePositives, truePositives + falseNegatives);

/** Of what is not so the share that was named (误报率); null where everything is so. */
export const falseRateOfHits = ({ falsePositives, trueNegatives }: Hits): number | null =>
  shareOf(falsePositives, falsePositives + trueNegatives);

/**
 * Harmonic mean of precision and recall, recall counting `beta` times as much (C. J. van Rijsbergen 1979): 1 gives F1. Null where
 * nothing is so and nothing was named.
 */
export function fScoreOfHits(
  { truePositives, falsePositives, falseNegatives }: Hits,
  beta = 1,
): number | null {
  const weight = beta * beta;
  const found = (1 + weight) * truePositives;
  return shareOf(found, found + weight * falseNegatives + falsePositives);
}
