import type { Request, RequestHandler, Response } from 'express';
import session from 'express-session';
import { cookieSecret } from '../../jobs/access/sessions.ts';
import type { Deps } from '../deps.ts';
import { KeptSessions } from './session-store.ts';

/** Readers come over https alone: then cookies are sent over nothing else, and no other host of the domain can set them. */
export const isSecure = ({ accessSettings }: Deps): boolean =>
  accessSettings.baseAddress?.startsWith('https:') === true;

/** The name of a cookie: with https one that a browser takes only from this very host. */
export const cookieName = (deps: Deps, name: string): string => (isSecure(deps) ? `__Host-${name}` : name);

const cookieOptions = (deps: Deps) =>
  ({ httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure(deps) }) as const;

/** Reads who is signed in; whoever is not gets no cookie. */
export function sessions(deps: Deps): RequestHandler {
  const cookie = cookieOptions(deps);
  return session({
    name: cookieName(deps, 'session'),
    secret: cookieSecret(deps.access),
    store: new KeptSessions(deps.access, deps.now, cookie),
    resave: false,
    saveUninitialized: false,
    cookie,
  });
}

const settled = (work: (done: (error: unknown) => void) => void): Promise<void> =>
  new Promise((resolve, reject) => {
    work((error) => {
      if (error === undefined || error === null) resolve();
      else reject(error instanceof Error ? error : new Error('a session could not be written'));
    });
  });

/** Signs an account in, under a new number: one that somebody else may know is of no use (session fixation). */
export async function signIn(request: Request, account: number): Promise<void> {
  await settled((done) => request.session.regenerate(done));
  request.session.account = account;
  await settled((done) => request.session.save(done));
}

/** Ends the session of a request, and takes its cookie back. */
export async function signOut(deps: Deps, request: Request, response: Response): Promise<void> {
  await settled((done) => request.session.destroy(done));
  response.clearCookie(cookieName(deps, 'session'), cookieOptions(deps));
}
