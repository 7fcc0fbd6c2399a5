import { FOREIGN_ITEM_KEY, type ServiceBatch } from '../../model/record/batch.ts';
import { refuse, type Verdicts } from '../verdict.ts';

/** 办件编号与事项不符: the case number begins with the code of another registered item. */
export function checkCaseNumbers(rows: ServiceBatch, verdicts: Verdicts): void {
  for (let row = 0; row < rows.length; row++) {
    if (rows.key[row] === FOREIGN_ITEM_KEY) refuse(verdicts, row, 'case-number', 'projectNo');
  }
}
