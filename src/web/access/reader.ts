import type { Request, RequestHandler } from 'express';
import { apiKeyOf } from '../../jobs/access/api-keys.ts';
import { isLoopback } from '../../model/access/network.ts';
import type { Reader } from '../../model/access/right.ts';
import { findAccount } from '../../store/read/access/accounts.ts';
import { isOwnName } from '../allowed-hosts.ts';
import type { Deps } from '../deps.ts';
import { createAttempts } from './attempts.ts';

const readers = new WeakMap<Request, Reader>();

/** Who sends a request. */
export const readerOf = (request: Request): Reader =>
  readers.get(request) ?? { kind: 'visitor', local: false };

/** Headers by which proxies say that they pass something on. */
const FORWARDING = [
  'forwarded',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-real-ip',
  'via',
];

/**
 * Whether a request was made on this machine, by the machine's own name for itself. Where a proxy is known of, or a header tells of one,
 * it may come from anywhere.
 */
function isLocal(request: Request, { accessSettings: { baseAddress, proxies } }: Deps): boolean {
  return (
    baseAddress === undefined &&
    proxies.length === 0 &&
    isLoopback(request.socket.remoteAddress ?? '') &&
    isOwnName(request.get('host')) &&
    FORWARDING.every((name) => request.get(name) === undefined)
  );
}

/** Finds out who sends a request: by the session, by a key, or nobody in particular. */
export function recognise(deps: Deps): RequestHandler {
  const { access, now } = deps;
  const attempts = createAttempts(deps);
  const readerBehind = async (request: Request): Promise<Reader> => {
    const account = findAccount(access, request.session.account ?? 0);
    if (account) return { kind: 'account', id: account.id, name: account.name, role: account.role };
    const shown = /^Bearer (\S+)$/i.exec(request.get('authorization') ?? '')?.[1];
    if (shown !== undefined) {
      await attempts.begin(request);
      const key = apiKeyOf(access, shown, now());
      if (key) {
        await attempts.wasRight(request);
        return { kind: 'key', id: key.id, scope: key.scope };
      }
    }
    return { kind: 'visitor', local: isLocal(request, deps) };
  };
  return async (request, _response, next) => {
    readers.set(request, await readerBehind(request));
    next();
  };
}
