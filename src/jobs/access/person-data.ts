import type { Account } from '../../model/access/account.ts';
import type { AuditEntry } from '../../model/access/audit-entry.ts';
import type { Store } from '../../store/open.ts';
import { auditEntriesOf } from '../../store/read/access/audit-log.ts';
import { sessionsOf, type KeptSession } from '../../store/read/access/sessions.ts';
import { knownAccount } from './accounts.ts';

/** All that is kept of the person behind an account, but the password. */
export interface PersonData {
  readonly account: Account;
  readonly sessions: readonly Omit<KeptSession, 'account'>[];
  readonly auditLog: readonly AuditEntry[];
}

export const personDataOf = (access: Store, id: number): PersonData => ({
  account: knownAccount(access, id),
  sessions: sessionsOf(access, id).map(({ beganAt, usedAt }) => ({ beganAt, usedAt })),
  auditLog: auditEntriesOf(access, id),
});
