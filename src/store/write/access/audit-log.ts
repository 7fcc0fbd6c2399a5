import type { AuditEntry, AuditEvent } from '../../../model/access/audit-entry.ts';
import type { Store } from '../../open.ts';
import { lastAuditEntry } from '../../read/access/audit-log.ts';

/** Appends an entry, made from the one before it, whoever else writes at the same time. */
export function appendAuditEntry(
  access: Store,
  event: AuditEvent,
  hashOf: (entry: Omit<AuditEntry, 'hash'>, before: string) => string,
): void {
  access.db
    .transaction(() => {
      const last = lastAuditEntry(access);
      const { at, actor, action, subject, origin, result } = event;
      const id = (last?.id ?? 0) + 1;
      const hash = hashOf({ id, at, actor, action, subject, origin, result }, last?.hash ?? '');
      access.db
        .prepare<[number, number, string, string, string, string, string, string]>(
          `INSERT INTO audit_entry (id, at, actor, action, subject, origin, result, hash)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
        )
        .run(id, at, actor, action, subject, origin, result, hash);
    })
    .immediate();
}
