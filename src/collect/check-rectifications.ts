import type { RectificationBatch } from '../model/record/batch.ts';
import type { KeyWords } from '../model/record/digest.ts';
import type { RectificationRow } from '../model/record/row.ts';
import { RecordHash } from '../model/record/row-hash.ts';
import { rectificationRowAt } from '../model/record/stored-row.ts';
import type { BadRatings } from './bad-ratings.ts';
import { checkRectificationCodes } from './checks/code-list.ts';
import { checkRectificationFuture } from './checks/future.ts';
import { checkRectificationOrphans } from './checks/orphan.ts';
import { checkRectificationRequired } from './checks/required.ts';
import { checkRectificationOrder } from './checks/time-order.ts';
import { checkRepeats } from './repeats.ts';
import { newVerdicts, type Verdicts } from './verdict.ts';

/** What the checks of rectifications know besides the batch. */
export interface RectificationContext {
  /** The moment of collection, seconds since 2000-01-01. */
  readonly now: number;
  readonly words: KeyWords;
  /** The rectification accepted before for this rating. */
  readonly before: (key: number) => RectificationRow | undefined;
}

/** Checks rectifications whose ratings are known by `bad`: the named checks, in the order of the refusal reasons. */
export function checkRectifications(
  rows: RectificationBatch,
  bad: BadRatings,
  { now, words, before }: RectificationContext,
): Verdicts {
  const verdicts = newVerdicts(rows.length);
  checkRectificationRequired(rows, verdicts);
  checkRectificationCodes(rows, verdicts);
  checkRectificationOrphans(rows, bad, verdicts);
  checkRectificationOrder(rows, bad, verdicts);
  checkRectificationFuture(rows, now, verdicts);
  const hash = new RecordHash(words);
  checkRepeats(rows, verdicts, {
    mayHold: () => true,
    before: (key) => {
      const row = before(key);
      return row && hash.rectification(row).short();
    },
    hash: (row) => hash.rectification(rectificationRowAt(rows, row)).short(),
  });
  return verdicts;
}
