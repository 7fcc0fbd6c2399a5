import { choose, cumulativeThresholds } from './distributions.ts';

/** A weighted list: thresholds and what each entry stands for. */
export interface Choice {
  readonly thresholds: Float64Array;
  readonly values: Uint8Array;
}

/** What the entry that a word chooses stands for. */
export const chosenValue = ({ thresholds, values }: Choice, word: number): number =>
  values[choose(thresholds, word)] ?? 0;

export const choiceOf = (entries: readonly (readonly [value: number, weight: number])[]): Choice => ({
  thresholds: cumulativeThresholds(entries.map(([, weight]) => weight)),
  values: Uint8Array.from(entries, ([value]) => value),
});
