import { checkAuditLog, uncheckedLog } from '../../jobs/access/audit-log.ts';
import { printSecond } from '../../model/time/time.ts';
import { auditEntriesAfter } from '../../store/read/access/audit-log.ts';
import type { Output } from '../output.ts';
import { tableLines } from '../table.ts';
import { withAccessToRead } from '../with-access.ts';

export interface AuditLogFlags {
  readonly db: string;
  readonly json?: true;
}

/** Prints the entries as they are kept, oldest first; an alarm, and exit 1, where one does not follow from the one before it. */
export function auditLogAction(options: AuditLogFlags, output: Output): void {
  const { entries, state } = withAccessToRead(options.db, (access) => ({
    state: checkAuditLog(access, uncheckedLog),
    entries: [...auditEntriesAfter(access, 0)],
  }));
  const { broken = null } = state;
  if (broken !== null) {
    process.exitCode = 1;
    output.note({
      zh: `警报：第 ${String(broken)} 条与前一条不相接：日志被改动过，此后的内容不可信`,
      en: `alarm: entry ${String(broken)} does not follow from the one before it: the log was changed, and what comes after it cannot be trusted`,
    });
  }
  if (options.json) {
    output.json({ entries, broken });
    return;
  }
  const { text } = output;
  const columns = [
    { heading: text('序号', 'no.'), side: 'right' },
    { heading: text('时间', 'time'), side: 'left' },
    { heading: text('谁', 'who'), side: 'left' },
    { heading: text('做了什么', 'what'), side: 'left' },
    { heading: text('对象', 'to what'), side: 'left' },
    { heading: text('来自', 'from'), side: 'left' },
    { heading: text('结果', 'result'), side: 'left' },
  ] as const;
  const rows = entries.map(({ id, at, actor, action, subject, origin, result }) => [
    ...[String(id), printSecond(at), actor, action, subject, origin, result],
  ]);
  for (const line of tableLines(columns, rows)) output.line(line);
  if (broken !== null || state.id === 0) return;
  output.line(
    text(
      `已检查 ${String(state.id)} 条，前后相接；最后一条的散列值 ${state.hash}`,
      `${String(state.id)} entries checked, each follows from the one before it; the hash of the last is ${state.hash}`,
    ),
  );
}
