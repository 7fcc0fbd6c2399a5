import { backUp } from '../../jobs/backup/backup.ts';
import { machineClock } from '../clock.ts';
import type { Output } from '../output.ts';

export interface BackupFlags {
  readonly db: string;
  readonly json?: true;
}

/** Copies a database, its truth and its accounts, and says where the copies are. */
export async function backupAction(copy: string, options: BackupFlags, output: Output): Promise<void> {
  const report = await backUp(options.db, copy, machineClock);
  if (options.json) {
    output.json(report);
    return;
  }
  for (const { path, bytes } of report.files) {
    output.line(
      output.text(`${path}：${String(bytes)} 字节，已检查`, `${path}: ${String(bytes)} bytes, checked`),
    );
  }
}
