import type { Account } from '../../../model/access/account.ts';
import { nameKey } from '../../../model/access/names.ts';
import type { Role } from '../../../model/access/role.ts';
import type { Store } from '../../open.ts';

interface AccountRow {
  readonly id: number;
  readonly name: string;
  readonly role: Role;
  readonly hasPassword: number;
  readonly madeAt: number;
  readonly closedAt: number | null;
}

const ACCOUNTS = `SELECT id, name, role, password IS NOT NULL AS hasPassword, made_at AS madeAt, closed_at AS closedAt FROM account`;

const accountOf = (row: AccountRow): Account => ({ ...row, hasPassword: row.hasPassword === 1 });

/** All accounts, by name. */
export const listAccounts = (access: Store): Account[] =>
  access.db.prepare<[], AccountRow>(`${ACCOUNTS} ORDER BY name_key`).all().map(accountOf);

export function findAccount(access: Store, id: number): Account | undefined {
  const row = access.db.prepare<[number], AccountRow>(`${ACCOUNTS} WHERE id = ?`).get(id);
  return row && accountOf(row);
}

/** The account of this name, however it is written. */
export function accountNamed(access: Store, name: string): Account | undefined {
  const row = access.db.prepare<[string], AccountRow>(`${ACCOUNTS} WHERE name_key = ?`).get(nameKey(name));
  return row && accountOf(row);
}

/** What is kept of the password of an account; null where none was set. */
export const passwordOf = (access: Store, id: number): string | null =>
  access.db.prepare<[number], string | null>('SELECT password FROM account WHERE id = ?').pluck().get(id) ??
  null;

/** Administrators who can sign in, but for one account. */
export const countAdministrators = (access: Store, except = 0): number =>
  access.db
    .prepare<[number], number>(
      `SELECT count(*) FROM account
        WHERE role = 'administrator' AND password IS NOT NULL AND closed_at IS NULL AND id <> ?`,
    )
    .pluck()
    .get(except) ?? 0;

/** The account that a link sets the password of (null: of the first administrator); undefined where the link is not valid now. */
export const invitedBy = (
  access: Store,
  hash: string,
  now: number,
): { readonly account: number | null } | undefined =>
  access.db
    .prepare<[string, number], { account: number | null }>(
      'SELECT account FROM invitation WHERE hash = ? AND expires_at > ?',
    )
    .get(hash, now);
