import { UNKNOWN_TASK, type ServiceBatch } from '../../model/record/batch.ts';
import { refuse, type Verdicts } from '../verdict.ts';

/** 事项不在清单: the register does not hold the task code. */
export function checkItems(rows: ServiceBatch, verdicts: Verdicts): void {
  for (let row = 0; row < rows.length; row++) {
    if (rows.task[row] === UNKNOWN_TASK) refuse(verdicts, row, 'unknown-item', 'taskCode');
  }
}
