import { characters } from '../../model/characters.ts';
import type { RatingBatch } from '../../model/record/batch.ts';
import { textColumns, textsIn } from '../../model/record/columns.ts';
import { refuse, type Verdicts } from '../verdict.ts';

/** Longest text of a rating, in characters. */
export const MAX_TEXT = 150;

const texts = textColumns('rating');

/** 文字过长: more than 150 characters. */
export function checkTextLength(rows: RatingBatch, verdicts: Verdicts): void {
  for (const { name, field } of texts) {
    for (const [row, text] of textsIn(rows, name)) {
      if (characters(text) > MAX_TEXT) refuse(verdicts, row, 'text-length', field);
    }
  }
}
