import { randomBytes } from 'node:crypto';
import cookieParser from 'cookie-parser';
import { doubleCsrf } from 'csrf-csrf';
import type { Request, RequestHandler } from 'express';
import { Mistake } from '../model/errors.ts';
import { readerOf } from './access/reader.ts';
import { cookieName, isSecure } from './access/sessions.ts';
import { isFromHere, type HostCheck } from './allowed-hosts.ts';
import type { Deps } from './deps.ts';
import { errorTexts } from './error-texts.ts';
import { formOf } from './form-body.ts';

/**
 * Forms that only our own pages can send. A page with a form carries a token, its cookie the same one (double submit), and it
 * belongs to the session it was given in; what another site makes a browser send has no token, and says by its headers
 * where it comes from.
 */
export interface CsrfGuard {
  /** Reads cookies, and lets pages ask for a token. */
  readonly ready: readonly RequestHandler[];
  /** Throws a Mistake (403) where a form does not come from one of our pages. */
  readonly mustBeOurs: (request: Request) => void;
}

const FIELD = 'token';
export function createCsrfGuard(isOurs: HostCheck, deps: Deps): CsrfGuard {
  const secret = randomBytes(32).toString('hex');
  const name = cookieName(deps, 'form');
  const { generateCsrfToken, validateRequest } = doubleCsrf({
    getSecret: () => secret,
    // Without an account there is no session: then a token belongs to a browser by its cookie alone.
    getSessionIdentifier: (request) => (readerOf(request).kind === 'account' ? request.sessionID : 'anyone'),
    cookieName: name,
    cookieOptions: { sameSite: 'strict', path: '/', httpOnly: true, secure: isSecure(deps) },
    getCsrfTokenFromRequest: (request) => formOf(request).get(FIELD),
  });
  const offer: RequestHandler = (request, response, next) => {
    const cookies: unknown = request.cookies;
    const kept: unknown = typeof cookies === 'object' && cookies !== null ? Reflect.get(cookies, name) : '';
    // A cookie that anybody may have written is read as text or not at all.
    request.csrfToken = () => generateCsrfToken(request, response, { overwrite: typeof kept !== 'string' });
    next();
  };
  return {
    ready: [cookieParser(), offer],
    mustBeOurs: (request) => {
      if (isFromHere(request, isOurs) && validateRequest(request)) return;
      throw new Mistake(errorTexts.forgedText, { status: 403 });
    },
  };
}
