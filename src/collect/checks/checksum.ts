import { BAD_CERTIFICATE, type ServiceBatch } from '../../model/record/batch.ts';
import { refuse, type Verdicts } from '../verdict.ts';

/** 校验码错误: the certificate number fails GB 11643 or GB 32100. */
export function checkChecksums(rows: ServiceBatch, verdicts: Verdicts): void {
  for (let row = 0; row < rows.length; row++) {
    if (rows.person[row] === BAD_CERTIFICATE) refuse(verdicts, row, 'checksum', 'certKey');
  }
}
