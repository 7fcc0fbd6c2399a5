import { isIP } from 'node:net';
import type { Request, RequestHandler } from 'express';
import { Mistake } from '../model/errors.ts';
import { errorTexts } from './error-texts.ts';
import { fill } from '../wording/translator.ts';

/** Tells whether a Host header (a name, perhaps with a port) names this server. */
export type HostCheck = (host: string | undefined) => boolean;

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];
/** Listening on one of these means listening on every address of the machine. */
const EVERY_ADDRESS = ['0.0.0.0', '[::]'];

/** The name in a Host header, without its port; empty where it is none. */
const nameOf = (host: string | undefined): string =>
  /^(\[[\da-f:.]+\]|[^\s:@/?#[\]\\]+)(?::\d+)?$/i.exec(host ?? '')?.[1]?.toLowerCase() ?? '';

/** Whether a Host header is a name that every machine has for itself. */
export const isOwnName = (host: string | undefined): boolean => LOOPBACK.includes(nameOf(host));

const asHost = (name: string): string => (isIP(name) === 6 ? `[${name}]` : name).toLowerCase();

/**
 * The names under which the server may be asked: those of this machine's loopback, and the given ones. A server that
 * listens on every address may be asked by any address, but by no other name: a page elsewhere can make a name of its own
 * lead here (DNS rebinding), and an address it cannot.
 */
export function createHostCheck(given: readonly string[]): HostCheck {
  const known = new Set([...LOOPBACK, ...given.map(asHost)]);
  const anyAddress = EVERY_ADDRESS.some((address) => known.has(address));
  return (host) => {
    const name = nameOf(host);
    return known.has(name) || (anyAddress && isIP(name.replace(/^\[(.*)\]$/, '$1')) !== 0);
  };
}

/** Refuses requests that name another host than this server. */
export const limitHosts =
  (isOurs: HostCheck): RequestHandler =>
  (request, _response, next) => {
    const host = request.get('host');
    if (isOurs(host)) {
      next();
      return;
    }
    const values = { host: (host ?? '').slice(0, 100), name: nameOf(host).slice(0, 100) || '…' };
    next(
      new Mistake(
        { zh: fill(errorTexts.otherHostText.zh, values), en: fill(errorTexts.otherHostText.en, values) },
        { status: 421 },
      ),
    );
  };

/**
 * Whether a form comes from a page of this server, by what browsers say of it; other programs say nothing. Our referrer
 * policy makes browsers send the origin “null” with our own forms: then their other header decides.
 */
export function isFromHere(request: Request, isOurs: HostCheck): boolean {
  const site = request.get('sec-fetch-site');
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  const origin = request.get('origin');
  if (origin === undefined || origin === 'null') return true;
  if (!URL.canParse(origin)) return false;
  const { host } = new URL(origin);
  return host === request.get('host') && isOurs(host);
}
