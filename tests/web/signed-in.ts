import { createHmac } from 'node:crypto';
import type { Express } from 'express';
import request, { type Response } from 'supertest';
import { makeApiKey } from '../../src/jobs/access/api-keys.ts';
import { newToken } from '../../src/jobs/access/tokens.ts';
import { beginSession, cookieSecret } from '../../src/jobs/access/sessions.ts';
import type { KeyScope } from '../../src/model/access/api-key.ts';
import type { Role } from '../../src/model/access/role.ts';
import { addAccount, setPassword } from '../../src/store/write/access/accounts.ts';
import type { Deps } from '../../src/web/deps.ts';
import { parsePage } from './fixture.ts';

/** Headers by which a request of a test is that of a reader. */
export type Headers = Readonly<Record<string, string>>;

let made = 0;

/** A hash that no password has: it is too short. */
const NOBODY_KNOWS = 'scrypt$2$1$1$AAAA$AA';

/** A new account that can sign in, though nobody knows a password for it: hashing one takes long. */
export function anAccount({ access, now }: Deps, role: Role, name = `name-${String(++made)}`): number {
  const id = addAccount(access, name, role, now())!;
  setPassword(access, id, NOBODY_KNOWS);
  return id;
}

/** The cookie of a session, as the server writes it: its number, signed. */
export function sessionCookie({ access }: Deps, number: string): string {
  const signature = createHmac('sha256', cookieSecret(access))
    .update(number)
    .digest('base64')
    .replace(/=+$/, '');
  return `session=${encodeURIComponent(`s:${number}.${signature}`)}`;
}

/** Signs an account in without its password. */
export function signedIn(deps: Deps, account: number): Headers {
  const number = newToken();
  beginSession(deps.access, number, account, deps.now());
  return { cookie: sessionCookie(deps, number) };
}

export const byKey = ({ access, now }: Deps, scope: KeyScope): Headers => ({
  authorization: `Bearer ${makeApiKey(access, `key-${String(++made)}`, scope, now()).key}`,
});

/** Through a proxy, a request may come from anywhere. */
export const fromElsewhere: Headers = { 'x-forwarded-for': '203.0.113.9' };

type Fields = Readonly<Record<string, string>> | readonly (readonly [name: string, value: string])[];

const pairsOf = (fields: Fields): [string, string][] =>
  Array.isArray(fields)
    ? fields.map(([name, value]): [string, string] => [name, value])
    : Object.entries<string>(fields as Readonly<Record<string, string>>);

/** Sends a form as one of our pages would: with the token that a page gave this reader. */
export async function sendForm(
  app: Express,
  path: string,
  fields: Fields,
  headers: Headers,
  more: Headers = {},
): Promise<Response> {
  const page = await request(app).get('/sign-in').set(headers);
  const token = parsePage(page.text).querySelector('input[name=token]')!.getAttribute('value')!;
  const given: unknown = page.headers['set-cookie'];
  const form = (Array.isArray(given) ? given.map(String) : []).map((cookie) => cookie.split(';', 1)[0]!);
  const cookie = [headers['cookie'], ...form].filter((one) => one !== undefined).join('; ');
  return request(app)
    .post(path)
    .set({ ...headers, cookie, ...more })
    .type('form')
    .send(new URLSearchParams([...pairsOf(fields), ['token', token]]).toString());
}
