import { randomBytes } from 'node:crypto';
import cookieParser from 'cookie-parser';
import { doubleCsrf } from 'csrf-csrf';
import express, { type Request, type RequestHandler } from 'express';
import { Mistake } from '../model/errors.ts';
import { errorWords } from './error-texts.ts';

/**
 * Forms that only our own pages can send. A page with a form carries a token, its cookie the same one (double submit);
 * what another site makes a browser send has no token, and says by its headers where it comes from.
 */
export interface ForgeryGuard {
  /** Reads cookies and forms, and lets pages ask for a token. */
  readonly ready: readonly RequestHandler[];
  /** Lets a form pass that one of our pages sent. */
  readonly guard: RequestHandler;
}

const COOKIE = 'form';
const FIELD = 'token';
/** Bytes of a form: all fields of a scenario, with room to spare. */
const LARGEST_FORM = 256 * 1024;
const MOST_FIELDS = 4000;

/** What a form says, field by field. */
export function formOf(request: Request): URLSearchParams {
  const body: unknown = request.body;
  const form = new URLSearchParams();
  if (typeof body !== 'object' || body === null) return form;
  for (const [name, value] of Object.entries(body)) {
    for (const one of [value].flat()) if (typeof one === 'string') form.append(name, one);
  }
  return form;
}

export function createForgeryGuard(): ForgeryGuard {
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
    ready: [
      cookieParser(),
      express.urlencoded({ extended: false, limit: LARGEST_FORM, parameterLimit: MOST_FIELDS }),
      offer,
    ],
    guard: (request, _response, next) => {
      const fine = fromHere(request) && validateRequest(request);
      next(fine ? undefined : new Mistake(errorWords.forgedText, { status: 403 }));
    },
  };
}

/** What browsers say of where a request comes from; other programs say nothing. */
function fromHere(request: Request): boolean {
  const site = request.get('sec-fetch-site');
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const origin = request.get('origin');
  // Our referrer policy makes browsers say “null” of our own forms: then the token alone decides.
  if (origin === undefined || origin === 'null') return true;
  return URL.canParse(origin) && new URL(origin).host === request.get('host');
}
