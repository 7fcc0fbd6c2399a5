import type { Store } from '../../open.ts';

export function writeSession(access: Store, hash: string, account: number, now: number): void {
  access.db
    .prepare<[string, number, number, number]>(
      `INSERT INTO session (hash, account, began_at, used_at) VALUES (?, ?, ?, ?) ON CONFLICT (hash) DO NOTHING`,
    )
    .run(hash, account, now, now);
}

export function markSessionUsed(access: Store, hash: string, now: number): void {
  access.db.prepare<[number, string]>('UPDATE session SET used_at = ? WHERE hash = ?').run(now, hash);
}

export function endSession(access: Store, hash: string): void {
  access.db.prepare<[string]>('DELETE FROM session WHERE hash = ?').run(hash);
}

/** Ends the sessions of an account. */
export function endSessionsOf(access: Store, account: number): void {
  access.db.prepare<[number]>('DELETE FROM session WHERE account = ?').run(account);
}

/** Takes away sessions that began before a moment, or were last used before another. */
export function endOldSessions(access: Store, beganBefore: number, usedBefore: number): void {
  access.db
    .prepare<[number, number]>('DELETE FROM session WHERE began_at < ? OR used_at < ?')
    .run(beganBefore, usedBefore);
}

/** Keeps what the server made for itself, unless another process was first. */
export function keepOwnSecret(access: Store, name: string, value: string): void {
  access.db
    .prepare<[string, string]>(
      'INSERT INTO own_secret (name, value) VALUES (?, ?) ON CONFLICT (name) DO NOTHING',
    )
    .run(name, value);
}
