import { createServer, request as ask, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import request, { type Response } from 'supertest';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { makeAccount } from '../../src/jobs/access/accounts.ts';
import { inviteAccount } from '../../src/jobs/access/invitations.ts';
import type { AuditEntry } from '../../src/model/access/audit-entry.ts';
import { lastAuditEntry } from '../../src/store/read/access/audit-log.ts';
import { openAccessInMemory, type Store } from '../../src/store/open.ts';
import { startServer } from '../../src/web/server.ts';
import { clock, useScratch } from '../builders.ts';
import { depsOf, parsePage, wordsOf } from './fixture.ts';

/** The server behind a proxy, as docs/deployment.md sets both up. */

const scratch = useScratch();
const BASE = 'https://ratings.example';
const CLIENT = '203.0.113.7';
const stops: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

const portOf = (server: Server): number => (server.address() as AddressInfo).port;

/** What a proxy passes on beside the request itself. */
type Passed = 'X-Forwarded-For' | 'X-Forwarded-Proto';

/** A proxy on this machine that readers reach by https: it passes Host on, and adds whom it has the request from, and by what. */
async function proxyTo(port: number, passes: readonly Passed[]): Promise<string> {
  const proxy = createServer((incoming, answer) => {
    const earlier = incoming.headers['x-forwarded-for'];
    const headers = {
      ...incoming.headers,
      ...(passes.includes('X-Forwarded-For') && {
        'x-forwarded-for': [...(earlier === undefined ? [] : [earlier]), CLIENT].join(', '),
      }),
      ...(passes.includes('X-Forwarded-Proto') && { 'x-forwarded-proto': 'https' }),
    };
    const { url, method } = incoming;
    const onward = ask({ host: '127.0.0.1', port, path: url, method, headers }, (found) => {
      answer.writeHead(found.statusCode ?? 502, found.headers);
      found.pipe(answer);
    });
    incoming.pipe(onward);
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  stops.push(async () => {
    proxy.closeAllConnections();
    proxy.close();
    await once(proxy, 'close');
  });
  return `http://127.0.0.1:${String(portOf(proxy))}`;
}

interface Behind {
  readonly access: Store;
  /** Where the server itself is reached. */
  readonly port: number;
  readonly direct: string;
}

async function serverWith(env: Readonly<Record<string, string>>): Promise<Behind> {
  const access = openAccessInMemory();
  const { access: accessSettings, hosts } = readConfig(env);
  const server = await startServer(depsOf(scratch.store(), { access, accessSettings, hosts }), 0);
  stops.push(() => server.close());
  return { access, port: server.port, direct: `http://127.0.0.1:${String(server.port)}` };
}

const listed = { HAOCHAPING_BASE_ADDRESS: BASE, HAOCHAPING_PROXIES: 'loopback' };
const both = ['X-Forwarded-For', 'X-Forwarded-Proto'] as const;

const cookiesOf = (answer: Response): string[] => [answer.headers['set-cookie'] ?? []].flat();
const cookieOf = (answer: Response, name: string): string =>
  cookiesOf(answer).find((cookie) => cookie.startsWith(`${name}=`)) ?? '';

/** Sends the form of a page as a browser at the address of readers does. */
async function send(
  at: string,
  path: string,
  fields: Readonly<Record<string, string>>,
  given: { page?: string; host?: string; headers?: Readonly<Record<string, string>> } = {},
): Promise<Response> {
  const { page = path, host = 'ratings.example', headers = {} } = given;
  const shown = await request(at).get(page).set({ Host: host });
  const token = parsePage(shown.text).querySelector('input[name="token"]')?.getAttribute('value') ?? '';
  const cookie = cookiesOf(shown)
    .map((one) => one.split(';', 1).join(''))
    .join('; ');
  return request(at)
    .post(path)
    .set({ Host: host, Cookie: cookie, ...headers })
    .type('form')
    .send({ ...fields, token });
}

/** Signing out is recorded, whoever asks for it. */
const signOut = (at: string, given: Parameters<typeof send>[3] = {}): Promise<Response> =>
  send(at, '/sign-out', {}, { page: '/sign-in', ...given });

const last = (access: Store): Partial<AuditEntry> => {
  const { actor, action, origin, result } = lastAuditEntry(access)!;
  return { actor, action, origin, result };
};

describe('behind a proxy that is listed and passes all headers', () => {
  it('cookies go over https to this host alone, and browsers are told to come by nothing else', async () => {
    const { access, port } = await serverWith(listed);
    const at = await proxyTo(port, both);
    const page = await request(at).get('/sign-in?lang=en').set('Host', 'ratings.example');
    expect(page.headers['strict-transport-security']).toBe('max-age=31536000');
    expect(cookieOf(page, '__Host-form')).toMatch(/; Path=\/; HttpOnly; Secure; SameSite=Strict$/);
    expect(cookieOf(page, 'lang')).toContain('; Secure');

    const { id } = makeAccount(access, 'chief', 'administrator', clock.now());
    const code = inviteAccount(access, id, clock.now());
    const password = 'overcoat slate 1974';
    const answer = await send(
      at,
      '/invitation',
      { code, password, again: password },
      {
        page: `/invitation?code=${code}`,
        headers: { Origin: BASE },
      },
    );
    expect(answer.status).toBe(303);
    expect(cookieOf(answer, '__Host-session')).toMatch(/; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    expect(last(access)).toMatchObject({ action: 'invitation.accept', origin: '203.0.113.0/24' });
    const [session = ''] = cookieOf(answer, '__Host-session').split(';');
    const account = await request(at).get('/account').set({ Host: 'ratings.example', Cookie: session });
    expect(account.status).toBe(200);
  });

  it('the audit log has the network that the proxy names, whatever the client says of itself', async () => {
    const { access, port } = await serverWith(listed);
    const at = await proxyTo(port, both);
    const entry = { actor: 'visitor', action: 'sign-out', origin: '203.0.113.0/24', result: 'done' };
    await signOut(at);
    expect(last(access)).toEqual(entry);
    for (const claimed of ['198.51.100.9', '127.0.0.1', '198.51.100.9, ::1']) {
      await signOut(at, { headers: { 'X-Forwarded-For': claimed } });
      expect(last(access), claimed).toEqual(entry);
    }
  });

  it('a form from another site is refused', async () => {
    const { port } = await serverWith(listed);
    const at = await proxyTo(port, both);
    const answer = await signOut(at, { headers: { Origin: 'https://evil.example' } });
    expect(answer.status).toBe(403);
  });
});

describe('a proxy that is not listed', () => {
  it('is taken for the client itself, and so is one who claims to be a proxy', async () => {
    const { access, port, direct } = await serverWith({ HAOCHAPING_PROXIES: '192.0.2.1' });
    const warned = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const entry = { actor: 'visitor', action: 'sign-out', origin: 'loopback', result: 'done' };
    await signOut(await proxyTo(port, both), { host: 'localhost' });
    expect(last(access)).toEqual(entry);
    await signOut(direct, { host: 'localhost', headers: { 'X-Forwarded-For': '198.51.100.9' } });
    expect(last(access)).toEqual(entry);
    // A header that anybody may send makes no noise in the log.
    expect(warned).not.toHaveBeenCalled();
    warned.mockRestore();
  });
});

describe('nobody is at this machine', () => {
  const metrics = async (at: string, host: string): Promise<number> =>
    (await request(at).get('/metrics').set('Host', host)).status;

  it('through a proxy, whatever it passes on, where one is set up', async () => {
    const { port, direct } = await serverWith(listed);
    for (const passes of [both, ['X-Forwarded-For'], []] as const) {
      const at = await proxyTo(port, passes);
      for (const host of ['ratings.example', 'localhost']) expect(await metrics(at, host)).toBe(401);
    }
    expect(await metrics(direct, 'localhost')).toBe(401);
  });

  it('through a proxy that says so, where none is set up; without one, somebody is', async () => {
    const { port, direct } = await serverWith({});
    expect(await metrics(await proxyTo(port, both), 'localhost')).toBe(401);
    expect(await metrics(await proxyTo(port, ['X-Forwarded-Proto']), 'localhost')).toBe(401);
    expect(await metrics(direct, 'localhost')).toBe(200);
  });
});

describe('signing in by https', () => {
  it.each([
    ['the proxy does not pass X-Forwarded-Proto', listed, ['X-Forwarded-For']],
    ['the proxy is not listed', { HAOCHAPING_BASE_ADDRESS: BASE }, both],
  ] as const)('is refused with what to set where %s', async (_title, env, passes) => {
    const { access, port } = await serverWith(env);
    const at = await proxyTo(port, passes);
    const answer = await send(at, '/sign-in', { name: 'chief', password: 'x' }, { page: '/sign-in?lang=en' });
    expect(answer.status).toBe(400);
    expect(cookieOf(answer, '__Host-session')).toBe('');
    const message = wordsOf(parsePage(answer.text).querySelector('.message'));
    expect(message).toContain('X-Forwarded-Proto: https');
    expect(message).toContain('HAOCHAPING_PROXIES');
    expect(last(access)).toMatchObject({ action: 'sign-in', result: 'refused' });
  });
});
