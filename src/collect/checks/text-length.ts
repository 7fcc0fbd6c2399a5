import type { RatingBatch } from '../../model/record/batch.ts';
import { refuse, type Verdicts } from '../verdict.ts';

/** Longest text of a rating, in characters. */
export const MAX_TEXT = 150;

/** 文字过长: more than 150 characters. */
export function checkTextLength(rows: RatingBatch, verdicts: Verdicts): void {
  for (const [row, text] of rows.texts) {
    if (text.length > MAX_TEXT && Array.from(text).length > MAX_TEXT)
      refuse(verdicts, row, 'text-length', 'writingEvaluation');
  }
}
