import type { Answered } from '../../jobs/answers/questions.ts';
import { printFixed } from '../../wording/print-number.ts';

export type FoundByDetector = Answered['detection']['detectors'][number];
export type DetectorScores = NonNullable<FoundByDetector['scores']>;
export type ShownScore = NonNullable<DetectorScores['byRecord']>;

/** What is printed where nothing can be known. */
export const NOT_KNOWN_CELL = '—';

/** A share in per cent with one decimal: 0.9713 -> 97.1%. */
export const printScoredShare = (share: number | null | undefined): string =>
  share === null || share === undefined ? NOT_KNOWN_CELL : `${printFixed(100 * share, 1)}%`;

/** The same with its interval: 97.1% (94.1–98.6). */
function printWithin(share: number | null, interval: ShownScore['recallInterval']): string {
  if (share === null || interval === null) return printScoredShare(share);
  const [low, high] = [interval.low, interval.high].map((end) => printFixed(100 * end, 1));
  return `${printScoredShare(share)} (${String(low)}–${String(high)})`;
}

const printPlain = (value: number | null | undefined, decimals: number): string =>
  value === null || value === undefined ? NOT_KNOWN_CELL : printFixed(value, decimals);

/** Precision and recall with their intervals, F1; dashes where there is no score. */
export const rightnessCells = (score: ShownScore | null | undefined): string[] =>
  score === null || score === undefined
    ? [NOT_KNOWN_CELL, NOT_KNOWN_CELL, NOT_KNOWN_CELL]
    : [
        printWithin(score.precision, score.precisionInterval),
        printWithin(score.recall, score.recallInterval),
        printPlain(score.f1, 3),
      ];

export const printScoreCost = (score: ShownScore | null | undefined): string => printPlain(score?.cost, 1);

/** Area or average precision of a curve. */
export const printArea = (value: number | null): string => printPlain(value, 4);
