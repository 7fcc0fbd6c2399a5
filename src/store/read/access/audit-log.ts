import type { AuditEntry } from '../../../model/access/audit-entry.ts';
import type { Store } from '../../open.ts';

const ENTRIES = 'SELECT id, at, actor, action, subject, origin, result, hash FROM audit_entry';

/** Entries read at a time. */
const CHUNK_ROWS = 1000;

/** Entries after a number, oldest first. Between two chunks others may write. */
export function* auditEntriesAfter(access: Store, id: number): Generator<AuditEntry> {
  const read = access.db.prepare<[number, number], AuditEntry>(`${ENTRIES} WHERE id > ? ORDER BY id LIMIT ?`);
  let entries = read.all(id, CHUNK_ROWS);
  while (entries.length > 0) {
    yield* entries;
    entries = read.all(entries.at(-1)?.id ?? id, CHUNK_ROWS);
  }
}

/** Some entries, the newest first. */
export const newestAuditEntries = (access: Store, count: number, skip: number): AuditEntry[] =>
  access.db
    .prepare<[number, number], AuditEntry>(`${ENTRIES} ORDER BY id DESC LIMIT ? OFFSET ?`)
    .all(count, skip);

export const countAuditEntries = (access: Store): number =>
  access.db.prepare<[], number>('SELECT count(*) FROM audit_entry').pluck().get() ?? 0;

export const lastAuditEntry = (access: Store): AuditEntry | undefined => newestAuditEntries(access, 1, 0)[0];

/** What an account did and what was done to it, oldest first. */
export const auditEntriesOf = (access: Store, account: number): AuditEntry[] => {
  const name = `account ${String(account)}`;
  return access.db
    .prepare<[string, string], AuditEntry>(`${ENTRIES} WHERE actor = ? OR subject = ? ORDER BY id`)
    .all(name, name);
};
