import type { Request, Response } from 'express';
import { traineeOfToken } from '../../jobs/train/trainees.ts';
import type { Seat } from '../../jobs/train/seat.ts';
import { Mistake } from '../../model/errors.ts';
import { cookieName, isSecure } from '../access/sessions.ts';
import type { Site } from '../request-context.ts';
import { trainingTexts } from './training-texts.ts';

/** A browser remembers its trainee for as long as a course may take. */
const KEPT_MS = 120 * 86_400_000;

const nameOf = (site: Site): string => cookieName(site, 'trainee');

/** The token of the trainee whose browser sends a request; empty where it is nobody's. */
export function traineeToken(site: Site, request: Request): string {
  const cookies: unknown = request.cookies;
  const kept: unknown =
    typeof cookies === 'object' && cookies !== null ? Reflect.get(cookies, nameOf(site)) : '';
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

export function forgetTrainee(site: Site, response: Response): void {
  response.clearCookie(nameOf(site), options(site));
}

const options = (site: Site) =>
  ({ httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure(site) }) as const;
