import session, { type SessionData } from 'express-session';
import { accountOfSession, beginSession, dropSession, keepSessionAwake } from '../../jobs/access/sessions.ts';
import type { Store } from '../../store/open.ts';

declare module 'express-session' {
  interface SessionData {
    /** The number of the account that is signed in. */
    account: number;
  }
}

/** Sessions in the database of accounts. A session holds nothing but who is signed in. */
export class KeptSessions extends session.Store {
  constructor(
    private readonly access: Store,
    private readonly now: () => number,
    private readonly cookie: session.CookieOptions,
  ) {
    super();
  }

  override get(number: string, done: (error: unknown, session?: SessionData | null) => void): void {
    settle(done, () => {
      const account = accountOfSession(this.access, number, this.now());
      return account === undefined ? null : { cookie: { ...this.cookie, originalMaxAge: null }, account };
    });
  }

  override set(number: string, { account }: SessionData, done?: (error?: unknown) => void): void {
    settle(done, () => {
      beginSession(this.access, number, account, this.now());
    });
  }

  override destroy(number: string, done?: (error?: unknown) => void): void {
    settle(done, () => {
      dropSession(this.access, number);
    });
  }

  override touch(number: string, _session: SessionData, done?: () => void): void {
    settle(done, () => {
      keepSessionAwake(this.access, number, this.now());
    });
  }
}

/** Tells whoever waits what came of the work, be it an error. */
function settle<T>(done: ((error?: unknown, result?: T) => void) | undefined, work: () => T): void {
  let result: T;
  try {
    result = work();
  } catch (error) {
    done?.(error);
    return;
  }
  done?.(undefined, result);
}
