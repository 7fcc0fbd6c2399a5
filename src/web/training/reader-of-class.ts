import type { Request, Response } from 'express';
import { traineeOfToken } from '../../jobs/train/trainees.ts';
import type { Seat } from '../../jobs/train/seat.ts';
import { Mistake } from '../../model/errors.ts';
import { cookieName, isSecure } from '../access/sessions.ts';
import type { Site } from '../request-context.ts';
import { trainingTexts } from './training-texts.ts';

/** A browser remembers its trainee for as long as a course may take. */
const KEPT_MS = 200 * 86_400_000;

const nameOf = (site: Site): string => cookieName(site, 'trainee');

/** The token of the trainee whose browser sends a request; empty where it is nobody's. */
export const traineeToken = (site: Site, request: Request): string => cookieIn(request, nameOf(site));

function cookieIn(request: Request, name: string): string {
  const cookies: unknown = request.cookies;
  const kept: unknown = typeof cookies === 'object' && cookies !== null ? Reflect.get(cookies, name) : '';
  return typeof kept === 'string' ? kept : '';
}

/** The trainee whose browser sends a request, and the class; undefined where it is nobody's. */
export const seatOf = (site: Site, request: Request): Seat | undefined => {
  const token = traineeToken(site, request);
  return token === '' ? undefined : traineeOfToken(site.access, token);
};

/** The same; throws a Mistake where nobody has entered a class. */
export function mustHaveSeat(site: Site, request: Request): Seat {
  const seat = seatOf(site, request);
  if (seat) return seat;
  throw new Mistake(trainingTexts.needClass, { status: 409 });
}

export function keepTrainee(site: Site, response: Response, token: string): void {
  response.cookie(nameOf(site), token, { ...options(site), maxAge: KEPT_MS });
}

/** Milliseconds for which the desk shows a new return code: long enough to note it, also after a click too many. */
const CODE_SHOWN_MS = 10 * 60_000;

const codeName = (site: Site): string => cookieName(site, 'return');

/** Keeps a return code where it is shown, and nowhere else: the server knows its hash alone. */
export function keepReturnCode(site: Site, response: Response, code: string): void {
  response.cookie(codeName(site), code, { ...options(site), maxAge: CODE_SHOWN_MS });
}

/** The return code that is still shown on this browser; empty where there is none. */
export function shownReturnCode(site: Site, request: Request): string {
  const code = cookieIn(request, codeName(site));
  return /^\w{1,20}$/.test(code) ? code : '';
}

export function forgetTrainee(site: Site, response: Response): void {
  response.clearCookie(codeName(site), options(site));
  response.clearCookie(nameOf(site), options(site));
}

const options = (site: Site) =>
  ({ httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure(site) }) as const;
