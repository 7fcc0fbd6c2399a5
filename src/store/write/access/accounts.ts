import { nameKey } from '../../../model/access/names.ts';
import type { Role } from '../../../model/access/role.ts';
import type { Store } from '../../open.ts';

/** Adds an account without a password, and gives its number; undefined where the name is taken. */
export function addAccount(access: Store, name: string, role: Role, now: number): number | undefined {
  const { changes, lastInsertRowid } = access.db
    .prepare<[string, string, string, number]>(
      `INSERT INTO account (name, name_key, role, made_at) VALUES (?, ?, ?, ?) ON CONFLICT (name_key) DO NOTHING`,
    )
    .run(name, nameKey(name), role, now);
  return changes === 0 ? undefined : Number(lastInsertRowid);
}

export function setRole(access: Store, id: number, role: Role): void {
  access.db.prepare<[string, number]>('UPDATE account SET role = ? WHERE id = ?').run(role, id);
}

/** Closes an account at a moment, or opens it again (null). */
export function setClosed(access: Store, id: number, closedAt: number | null): void {
  access.db
    .prepare<[number | null, number]>('UPDATE account SET closed_at = ? WHERE id = ?')
    .run(closedAt, id);
}

/** Sets the password of an account; every link and every session that it had ends. */
export function setPassword(access: Store, id: number, password: string): void {
  access.db.transaction(() => {
    access.db.prepare<[string, number]>('UPDATE account SET password = ? WHERE id = ?').run(password, id);
    access.db.prepare<[number]>('DELETE FROM invitation WHERE account = ?').run(id);
    access.db.prepare<[number]>('DELETE FROM session WHERE account = ?').run(id);
  })();
}

/** Deletes an account, with its sessions and links. */
export function deleteAccount(access: Store, id: number): void {
  access.db.prepare<[number]>('DELETE FROM account WHERE id = ?').run(id);
}

/** Keeps a link that sets the password of an account (null: of the first administrator) instead of the one before it. */
export function writeInvitation(
  access: Store,
  hash: string,
  account: number | null,
  expiresAt: number,
): void {
  access.db.transaction(() => {
    access.db.prepare<[number | null]>('DELETE FROM invitation WHERE account IS ?').run(account);
    access.db
      .prepare<[string, number | null, number]>(
        'INSERT INTO invitation (hash, account, expires_at) VALUES (?, ?, ?)',
      )
      .run(hash, account, expiresAt);
  })();
}

/** Takes away the link of the first administrator. */
export function endFirstInvitation(access: Store): void {
  access.db.prepare('DELETE FROM invitation WHERE account IS NULL').run();
}
