import type { Store } from '../../open.ts';

/** A session as it is kept. Seconds of Beijing time. */
export interface KeptSession {
  readonly account: number;
  readonly beganAt: number;
  readonly usedAt: number;
}

const SESSIONS = 'SELECT account, began_at AS beganAt, used_at AS usedAt FROM session';

export const findSession = (access: Store, hash: string): KeptSession | undefined =>
  access.db.prepare<[string], KeptSession>(`${SESSIONS} WHERE hash = ?`).get(hash);

/** The sessions of an account, the one used last first. */
export const sessionsOf = (access: Store, account: number): KeptSession[] =>
  access.db
    .prepare<[number], KeptSession>(`${SESSIONS} WHERE account = ? ORDER BY used_at DESC`)
    .all(account);

/** What the server made for itself under this name. */
export const ownSecret = (access: Store, name: string): string | undefined =>
  access.db.prepare<[string], string>('SELECT value FROM own_secret WHERE name = ?').pluck().get(name);
