import type { RectificationBatch } from '../model/record/batch.ts';
import { RowHash, type KeyWords } from '../model/record/digest.ts';
import { packRectification } from '../model/record/packed-fields.ts';
import type { RectificationRow } from '../model/record/row.ts';
import { hashRectification } from '../model/record/row-hash.ts';
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

/** A row of a batch as it would be stored. */
export const rectificationRow = (rows: RectificationBatch, row: number): RectificationRow => ({
  key: rows.key[row] ?? 0,
  mark: packRectification(rows.verdict[row] ?? 0, rows.complex[row] ?? 0, rows.satisfied[row] ?? 0),
  contactedAt: rows.contactedAt[row] ?? 0,
  rectifiedAt: rows.rectifiedAt[row] ?? 0,
  calledBackAt: rows.calledBackAt[row] ?? 0,
  calledBackTo: rows.calledBackTo[row] ?? 0,
});

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
  const hash = new RowHash();
  const hashOf = (row: RectificationRow): number => {
    hashRectification(hash, words, row);
    return hash.short();
  };
  checkRepeats(rows, verdicts, {
    mayHold: () => true,
    before: (key) => {
      const row = before(key);
      return row && hashOf(row);
    },
    hash: (row) => hashOf(rectificationRow(rows, row)),
  });
  return verdicts;
}
