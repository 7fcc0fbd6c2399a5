import { MALFORMED_KEY, type RatingBatch, type ServiceBatch } from '../../model/record/batch.ts';
import { refuse, type Verdicts } from '../verdict.ts';

/** 无法读取: the line was no record at all. */
export function checkMalformed(rows: ServiceBatch | RatingBatch, verdicts: Verdicts): void {
  for (let row = 0; row < rows.length; row++) {
    if (rows.key[row] === MALFORMED_KEY) refuse(verdicts, row, 'malformed', 'kind');
  }
}
