import type { RatingBatch } from '../../model/record/batch.ts';
import { refuse, type Verdicts } from '../verdict.ts';

/** 差评无理由: level 1 or 2 with neither tag nor text. */
export function checkBadHasReason(rows: RatingBatch, verdicts: Verdicts): void {
  for (let row = 0; row < rows.length; row++) {
    const level = rows.level[row] ?? 0;
    if (level < 1 || level > 2 || rows.tags[row] !== 0) continue;
    if (!rows.text.has(row)) refuse(verdicts, row, 'bad-without-reason', 'evalDetail');
  }
}
