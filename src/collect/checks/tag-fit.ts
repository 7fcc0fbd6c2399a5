import type { RatingBatch } from '../../model/record/batch.ts';
import { refuse, type Verdicts } from '../verdict.ts';

/** 标签与等级不符: a tag that is unknown, retired, or of another level than the one chosen. */
export function checkTagFit(rows: RatingBatch, verdicts: Verdicts): void {
  for (let row = 0; row < rows.length; row++) {
    if (rows.tagFault[row] !== 0) refuse(verdicts, row, 'tag-fit', 'evalDetail');
  }
}
