import type { Bilingual } from '../../src/model/language.ts';

/** How far our results lie from those of an outside source, and how many were compared. */
export interface CheckResult {
  readonly largest: number;
  readonly compared: number;
}

/**
 * A check of our arithmetic against numbers that other people's software or publications produced. The tests and `npm run
 * validate` run the same checks, so that the validation page cannot say anything else than the tests. To add one: a file here,
 * and a line in every-oracle.ts.
 */
export interface OracleCheck {
  readonly id: string;
  /** Folder of the files beside the repository; undefined where the outside numbers are formulas that stand in the check. */
  readonly folder?: string;
  /** What is compared. */
  readonly what: Bilingual;
  readonly source: string;
  readonly licence: Bilingual;
  /** The largest difference that passes; 0 where all must be equal. */
  readonly tolerance: number;
  readonly check: (read: (file: string) => string) => CheckResult;
}

/** Collects differences; what is no number, or missing, differs infinitely. */
export class Differences implements CheckResult {
  largest = 0;
  compared = 0;

  add(ours: number | null | undefined, theirs: number | null | undefined): void {
    this.compared++;
    const difference = Math.abs((ours ?? NaN) - (theirs ?? NaN));
    this.largest = Math.max(this.largest, Number.isNaN(difference) ? Infinity : difference);
  }

  /** As the share of a number that is not 0: where tails of many sizes are compared. */
  addRelative(ours: number, theirs: number): void {
    this.add(ours / theirs, 1);
  }

  /** Two lists, entry by entry; they must be equally long. */
  addAll(ours: readonly number[], theirs: readonly number[]): void {
    for (let i = 0; i < Math.max(ours.length, theirs.length); i++) this.add(ours[i], theirs[i]);
  }
}
