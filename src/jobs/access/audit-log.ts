import { createHash } from 'node:crypto';
import type { AuditEntry, AuditEvent } from '../../model/access/audit-entry.ts';
import type { Store } from '../../store/open.ts';
import { auditEntriesAfter } from '../../store/read/access/audit-log.ts';
import { appendAuditEntry } from '../../store/write/access/audit-log.ts';

/** SHA-256 of the hash before and of the fields of an entry, in this order, as JSON. */
function hashOfEntry(entry: Omit<AuditEntry, 'hash'>, before: string): string {
  const { id, at, actor, action, subject, origin, result } = entry;
  return createHash('sha256')
    .update(JSON.stringify([before, id, at, actor, action, subject, origin, result]))
    .digest('hex');
}

/** Appends to the audit log what was done, or tried. */
export const recordEvent = (access: Store, event: AuditEvent): void => {
  appendAuditEntry(access, event, hashOfEntry);
};

/** How far an audit log was found whole: the last entry that follows from all before it. */
export interface CheckedLog {
  readonly id: number;
  readonly hash: string;
  /** The first entry that does not follow from the one before it; undefined where all do. */
  readonly broken: number | undefined;
}

export const uncheckedLog: CheckedLog = { id: 0, hash: '', broken: undefined };

/** Checks the entries after those that were checked before. */
export function checkAuditLog(access: Store, checked: CheckedLog): CheckedLog {
  let { id, hash } = checked;
  if (checked.broken !== undefined) return checked;
  for (const entry of auditEntriesAfter(access, id)) {
    if (entry.id !== id + 1 || entry.hash !== hashOfEntry(entry, hash)) return { id, hash, broken: entry.id };
    ({ id, hash } = entry);
  }
  return { id, hash, broken: undefined };
}
