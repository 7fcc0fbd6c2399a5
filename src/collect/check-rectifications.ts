import type { RectificationBatch } from '../model/record/batch.ts';
import type { RectificationRow } from '../model/record/row.ts';
import type { BadRatings } from './bad-ratings.ts';
import { checkRectificationCodes } from './checks/code-list.ts';
import { checkRectificationFuture } from './checks/future.ts';
import { checkRectificationOrphans } from './checks/orphan.ts';
import { checkRectificationRequired } from './checks/required.ts';
import { checkRectificationOrder } from './checks/time-order.ts';
import { checkRepeatedRectifications, type Updates } from './repeated-rectifications.ts';
import { newVerdicts, type Verdicts } from './verdict.ts';

/** What the checks of rectifications know besides the batch. */
export interface RectificationContext {
  /** The moment of collection, seconds since 2000-01-01. */
  readonly now: number;
  /** The rectification accepted before for this rating. */
  readonly before: (key: number) => RectificationRow | undefined;
}

/** What the checks said of rectifications. */
export interface CheckedRectifications {
  readonly verdicts: Verdicts;
  readonly updates: Updates;
}

/** Checks rectifications whose ratings are known by `bad`: the named checks, in the order of the refusal reasons. */
export function checkRectifications(
  rows: RectificationBatch,
  bad: BadRatings,
  { now, before }: RectificationContext,
): CheckedRectifications {
  const verdicts = newVerdicts(rows.length);
  checkRectificationRequired(rows, verdicts);
  checkRectificationCodes(rows, verdicts);
  checkRectificationOrphans(rows, bad, verdicts);
  checkRectificationOrder(rows, bad, verdicts);
  checkRectificationFuture(rows, now, verdicts);
  return { verdicts, updates: checkRepeatedRectifications(rows, verdicts, before) };
}
