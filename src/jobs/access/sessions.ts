import type { Store } from '../../store/open.ts';
import { findAccount } from '../../store/read/access/accounts.ts';
import { findSession, ownSecret } from '../../store/read/access/sessions.ts';
import {
  endOldSessions,
  endSession,
  endSessionsOf,
  keepOwnSecret,
  markSessionUsed,
  writeSession,
} from '../../store/write/access/sessions.ts';
import { newToken, tokenHash } from './tokens.ts';

const HOUR = 3600;
/** Hours after which somebody has to sign in again: without a request, and in any case. */
export const IDLE_HOURS = 2;
export const LONGEST_HOURS = 12;
/** Seconds that the time of the last use may lag behind. */
const PRECISION = 60;
const SECRET = 'cookies';

/** Keeps the session of an account. Of its number only a hash is kept: whoever reads the file cannot take a session over. */
export function beginSession(access: Store, number: string, account: number, now: number): void {
  endOldSessions(access, now - LONGEST_HOURS * HOUR, now - IDLE_HOURS * HOUR);
  writeSession(access, tokenHash(number), account, now);
}

/** The account that is signed in by a session now; undefined where it has run out, or the account is closed. */
export function accountOfSession(access: Store, number: string, now: number): number | undefined {
  const session = findSession(access, tokenHash(number));
  if (!session) return undefined;
  const { beganAt, usedAt, account } = session;
  if (now >= beganAt + LONGEST_HOURS * HOUR || now >= usedAt + IDLE_HOURS * HOUR) return undefined;
  return findAccount(access, account)?.closedAt === null ? account : undefined;
}

export function keepSessionAwake(access: Store, number: string, now: number): void {
  const hash = tokenHash(number);
  const session = findSession(access, hash);
  if (session && now >= session.usedAt + PRECISION) markSessionUsed(access, hash, now);
}

export const dropSession = (access: Store, number: string): void => {
  endSession(access, tokenHash(number));
};

/** Ends every session of an account. */
export const endAllSessions = (access: Store, account: number): void => {
  endSessionsOf(access, account);
};

/** The secret that signs the cookies of this database's sessions: the same after a restart. */
export function cookieSecret(access: Store): string {
  keepOwnSecret(access, SECRET, newToken());
  return ownSecret(access, SECRET) ?? '';
}
