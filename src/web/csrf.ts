import { randomBytes } from 'node:crypto';
import cookieParser from 'cookie-parser';
import { doubleCsrf } from 'csrf-csrf';
import type { RequestHandler } from 'express';
import { Mistake } from '../model/errors.ts';
import { isFromHere, type HostCheck } from './allowed-hosts.ts';
import { errorTexts } from './error-texts.ts';
import { formOf } from './form-body.ts';

/**
 * Forms that only our own pages can send. A page with a form carries a token, its cookie the same one (double submit);
 * what another site makes a browser send has no token, and says by its headers where it comes from.
 */
export interface CsrfGuard {
  /** Reads cookies, and lets pages ask for a token. */
  readonly ready: readonly RequestHandler[];
  /** Lets a form pass that one of our pages sent. */
  readonly guard: RequestHandler;
}

const COOKIE = 'form';
const FIELD = 'token';
export function createCsrfGuard(isOurs: HostCheck): CsrfGuard {
  const secret = randomBytes(32).toString('hex');
  const { generateCsrfToken, validateRequest } = doubleCsrf({
    getSecret: () => secret,
    // There are no accounts and no sessions: a token belongs to a browser by its cookie alone.
    getSessionIdentifier: () => 'anyone',
    cookieName: COOKIE,
    // Transport security belongs to the proxy that holds the certificate; without one a cookie for https never comes.
    cookieOptions: { sameSite: 'strict', path: '/', httpOnly: true, secure: false },
    getCsrfTokenFromRequest: (request) => formOf(request).get(FIELD),
  });
  const offer: RequestHandler = (request, response, next) => {
    const cookies: unknown = request.cookies;
    const kept: unknown = typeof cookies === 'object' && cookies !== null ? Reflect.get(cookies, COOKIE) : '';
    // A cookie that anybody may have written is read as text or not at all.
    request.csrfToken = () => generateCsrfToken(request, response, { overwrite: typeof kept !== 'string' });
    next();
  };
  return {
    ready: [cookieParser(), offer],
    guard: (request, _response, next) => {
      const fine = isFromHere(request, isOurs) && validateRequest(request);
      next(fine ? undefined : new Mistake(errorTexts.forgedText, { status: 403 }));
    },
  };
}
