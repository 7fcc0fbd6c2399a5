import type { RatingBatch, RectificationBatch } from '../../model/record/batch.ts';
import type { BadRatings } from '../bad-ratings.ts';
import type { Links } from '../link.ts';
import { refuse, type Verdicts } from '../verdict.ts';

/** 没有对应的服务数据: no accepted service record has this case number and service number. */
export function checkOrphans(rows: RatingBatch, links: Links, verdicts: Verdicts): void {
  for (let row = 0; row < rows.length; row++) {
    if ((links.task[row] ?? -1) < 0) refuse(verdicts, row, 'orphan', 'projectNo');
  }
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
