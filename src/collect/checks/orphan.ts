import type { Accepted } from '../../model/record/accepted.ts';
import type { RatingBatch, RectificationBatch } from '../../model/record/batch.ts';
import { assessNumberOf } from '../../model/record/key.ts';
import { reasonNumber } from '../../model/refusal.ts';
import type { BadRatings } from '../bad-ratings.ts';
import type { Links } from '../link.ts';
import { overrule, refuse, type Verdicts } from '../verdict.ts';

/** 没有对应的服务数据: no accepted service record has this case number and service number. */
export function checkOrphans(rows: RatingBatch, links: Links, verdicts: Verdicts): void {
  for (let row = 0; row < rows.length; row++) {
    if ((links.task[row] ?? -1) < 0) refuse(verdicts, row, 'orphan', 'projectNo');
  }
}

const ORPHAN = reasonNumber('orphan');

/**
 * 没有对应的首次评价: an additional rating (追评) of a service whose first rating was not accepted. Runs after the other
 * checks of single ratings, for it asks what became of the first one; the reason told is still the first in the order.
 */
export function checkAdditional(
  rows: RatingBatch,
  accepted: Pick<Accepted, 'rating'>,
  verdicts: Verdicts,
): void {
  let firsts: Set<number> | undefined;
  for (let row = 0; row < rows.length; row++) {
    const key = rows.key[row] ?? -1;
    const reason = verdicts.reason[row] ?? 0;
    if (key < 0 || assessNumberOf(key) === 1 || (reason !== 0 && reason <= ORPHAN)) continue;
    const first = key - 1;
    // In key order the first rating is the row before.
    if (row > 0 && rows.key[row - 1] === first && verdicts.reason[row - 1] === 0) continue;
    firsts ??= acceptableFirsts(rows, verdicts);
    if (firsts.has(first) || accepted.rating(first) !== undefined) continue;
    overrule(verdicts, row, 'orphan', 'assessNumber');
  }
}

function acceptableFirsts(rows: RatingBatch, verdicts: Verdicts): Set<number> {
  const keys = new Set<number>();
  for (let row = 0; row < rows.length; row++) {
    const key = rows.key[row] ?? -1;
    if (key >= 0 && assessNumberOf(key) === 1 && verdicts.reason[row] === 0) keys.add(key);
  }
  return keys;
}

/** 没有对应的差评: no accepted rating has this number, or it is not a bad one. */
export function checkRectificationOrphans(
  rows: RectificationBatch,
  bad: BadRatings,
  verdicts: Verdicts,
): void {
  for (let row = 0; row < rows.length; row++) {
    if ((bad.task[row] ?? -1) < 0) refuse(verdicts, row, 'orphan', 'projectNo');
  }
}
