import type { Express } from 'express';
import request from 'supertest';
import { beforeAll, describe, expect, it } from 'vitest';
import { hashPassword } from '../../src/jobs/access/passwords.ts';
import { LONGEST_HOURS, IDLE_HOURS } from '../../src/jobs/access/sessions.ts';
import { newToken } from '../../src/jobs/access/tokens.ts';
import { auditEntriesAfter } from '../../src/store/read/access/audit-log.ts';
import { setClosed, setPassword } from '../../src/store/write/access/accounts.ts';
import { createApp } from '../../src/web/app.ts';
import type { Deps } from '../../src/web/deps.ts';
import { useScratch } from '../builders.ts';
import { depsOf, parsePage, wordsOf } from './fixture.ts';
import { anAccount, sendForm, sessionCookie, signedIn, type Headers } from './signed-in.ts';

const PASSWORD = 'three kind blue whales';
const scratch = useScratch();
let hash = '';
beforeAll(async () => {
  hash = await hashPassword(PASSWORD);
});

/** A server of its own, with a clock that can be set on, and an account whose password is known. */
function aServer(given: Partial<Deps> = {}) {
  let passed = 0;
  const plain = depsOf(scratch.store(), given);
  const deps: Deps = { ...plain, now: () => plain.now() + passed };
  const app = createApp(deps);
  const account = anAccount(deps, 'administrator', 'head-1');
  setPassword(deps.access, account, hash);
  return { deps, app, account, pass: (seconds: number) => (passed += seconds) };
}

const cookieIn = (answer: { headers: Record<string, unknown> }): string => {
  const given = answer.headers['set-cookie'];
  const lines = Array.isArray(given) ? given.map(String) : [];
  return lines.map((line) => line.split(';', 1)[0]!).find((line) => line.startsWith('session=')) ?? '';
};

const isSignedIn = async (app: Express, headers: Headers): Promise<boolean> =>
  (await request(app).get('/account').set(headers)).status === 200;

const signIn = (app: Express, name: string, password: string, headers: Headers = {}) =>
  sendForm(app, '/sign-in', { name, password, to: '/runs' }, headers);

describe('signing in', () => {
  it('leads back to the page one came from, whatever case the name is written in', async () => {
    const { app } = aServer();
    const answer = await signIn(app, ' HEAD-1 ', PASSWORD);
    expect([answer.status, answer.headers['location']]).toEqual([303, '/runs']);
    expect(await isSignedIn(app, { cookie: cookieIn(answer) })).toBe(true);
    expect(String(answer.headers['set-cookie'])).toMatch(/session=.*Path=\/; HttpOnly; SameSite=Lax/);
  });

  it.each([
    '//evil.example',
    'https://evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    'javascript:alert(1)',
    '',
  ])('leads nowhere else: %o', async (to) => {
    const page = await request(aServer().app).get(`/sign-in?${new URLSearchParams({ to }).toString()}`);
    expect(parsePage(page.text).querySelector('input[name=to]')!.getAttribute('value')).toBe('/');
  });

  it.each([
    ['/units?q=a', '/units?q=a'],
    [`/units?q=${'&'.repeat(1900)}`, '/units'],
    [`/units/${'x'.repeat(600)}`, '/'],
  ])(
    'is asked of who may not read, with a way back that is no longer than an address may be',
    async (from, to) => {
      const { accessSettings, ...given } = depsOf(scratch.store());
      const app = createApp({ ...given, accessSettings: { ...accessSettings, signInToRead: true } });
      const answer = await request(app).get(from).redirects(1);
      expect(answer.status).toBe(200);
      expect(answer.text).not.toMatch(/Reading needs no account|查看结果不需要登录/);
      expect(parsePage(answer.text).querySelector('input[name=to]')!.getAttribute('value')).toBe(to);
    },
  );

  it('gives no cookie of a session to who is not signed in', async () => {
    const { app } = aServer();
    expect(cookieIn(await request(app).get('/'))).toBe('');
    expect(cookieIn(await signIn(app, 'head-1', 'wrong'))).toBe('');
  });

  it('takes a new number for the session, so that one that somebody knew before is of no use', async () => {
    const { app, deps, account } = aServer();
    const planted = { cookie: sessionCookie(deps, newToken()) };
    const first = await signIn(app, 'head-1', PASSWORD, planted);
    expect(cookieIn(first)).not.toBe(planted.cookie);
    expect(await isSignedIn(app, planted)).toBe(false);
    // The session of before ends where somebody signs in anew.
    const before = signedIn(deps, account);
    await signIn(app, 'head-1', PASSWORD, before);
    expect(await isSignedIn(app, before)).toBe(false);
  });

  it('takes no number that was not signed, and none that was signed for another database', async () => {
    const { app, deps, account } = aServer();
    const { cookie } = signedIn(deps, account) as { cookie: string };
    expect(await isSignedIn(app, { cookie })).toBe(true);
    expect(
      await isSignedIn(app, { cookie: cookie.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')) }),
    ).toBe(false);
    expect(await isSignedIn(aServer().app, { cookie })).toBe(false);
  });
});

describe('the token of a form', () => {
  it('belongs to the session it was given in: before signing in, in another session and after signing out it is refused', async () => {
    const { app, deps, account } = aServer();
    const [here, there] = [signedIn(deps, account), signedIn(deps, account)];
    const given = async (headers: Headers): Promise<{ cookie: string; token: string }> => {
      const page = await request(app).get('/sign-in').set(headers);
      const token = parsePage(page.text).querySelector('input[name=token]')!.getAttribute('value')!;
      return { cookie: String(page.headers['set-cookie']).match(/form=[^;]+/)![0], token };
    };
    const send = async (headers: Headers, { cookie, token }: { cookie: string; token: string }) => {
      const cookies = [headers['cookie'], cookie].filter((one) => one !== undefined).join('; ');
      const answer = await request(app)
        .post('/account/password')
        .set('cookie', cookies)
        .type('form')
        .send({ token, old: 'x', password: 'y', again: 'z' });
      return answer.status;
    };
    const [ofVisitor, ofHere] = [await given({}), await given(here)];
    expect(await send(here, ofHere)).toBe(400);
    expect(await send(here, ofVisitor)).toBe(403);
    expect(await send(there, ofHere)).toBe(403);
    expect(await send({}, ofHere)).toBe(403);
    await sendForm(app, '/sign-out', {}, here);
    expect(await send(here, ofHere)).toBe(403);
  });
});

describe('a session', () => {
  it('ends by signing out: the cookie of before opens nothing', async () => {
    const { app, deps, account } = aServer();
    const here = signedIn(deps, account);
    const answer = await sendForm(app, '/sign-out', {}, here);
    expect(answer.status).toBe(303);
    expect(String(answer.headers['set-cookie'])).toMatch(/session=; Path=\/; Expires=Thu, 01 Jan 1970/);
    expect(await isSignedIn(app, here)).toBe(false);
  });

  it('ends everywhere where one asks for it', async () => {
    const { app, deps, account } = aServer();
    const [here, there] = [signedIn(deps, account), signedIn(deps, account)];
    await sendForm(app, '/account/sessions', {}, here);
    expect([await isSignedIn(app, here), await isSignedIn(app, there)]).toEqual([false, false]);
  });

  it('runs out without a request, is kept awake by one, and runs out in any case', async () => {
    const { app, deps, account, pass } = aServer();
    const [here, there] = [signedIn(deps, account), signedIn(deps, account)];
    for (let hours = 0; hours < LONGEST_HOURS - 1; hours++) {
      pass(3600);
      expect(await isSignedIn(app, here)).toBe(true);
      if (hours >= IDLE_HOURS - 1) expect(await isSignedIn(app, there)).toBe(false);
    }
    pass(3600);
    expect(await isSignedIn(app, here)).toBe(false);
  });

  it('ends with the account, closed or deleted, and follows its role at once', async () => {
    const { app, deps } = aServer();
    const account = anAccount(deps, 'administrator');
    const here = signedIn(deps, account);
    const list = async () => (await request(app).get('/accounts').set(here)).status;
    expect(await list()).toBe(200);
    const admin = signedIn(deps, anAccount(deps, 'administrator'));
    await sendForm(app, `/accounts/${String(account)}/role`, { role: 'trainer' }, admin);
    expect(await list()).toBe(403);
    setClosed(deps.access, account, deps.now());
    expect(await isSignedIn(app, here)).toBe(false);
  });

  it('ends on every other device where the password changes', async () => {
    const { app, deps, account } = aServer();
    const [here, there] = [signedIn(deps, account), signedIn(deps, account)];
    const change = (fields: Record<string, string>) => sendForm(app, '/account/password', fields, here);
    const fresh = 'four calm grey cranes';
    for (const fields of [
      { old: 'wrong', password: fresh, again: fresh },
      { old: PASSWORD, password: fresh, again: `${fresh}!` },
      { old: PASSWORD, password: 'short', again: 'short' },
    ]) {
      const answer = await change(fields);
      expect(answer.status).toBe(400);
      expect(answer.text).not.toContain(fresh);
    }
    expect(await isSignedIn(app, there)).toBe(true);
    const answer = await change({ old: PASSWORD, password: fresh, again: fresh });
    expect(answer.status).toBe(303);
    expect(await isSignedIn(app, there)).toBe(false);
    expect(await isSignedIn(app, here)).toBe(false);
    expect(await isSignedIn(app, { cookie: cookieIn(answer) })).toBe(true);
    expect((await signIn(app, 'head-1', PASSWORD)).status).toBe(401);
  });
});

describe('guessing', () => {
  it('is not helped by what is said of names that there are, of others, and of closed accounts', async () => {
    const { app, deps, account } = aServer();
    const said = async (name: string): Promise<string> => {
      const answer = await signIn(app, name, 'wrong password here');
      expect(answer.status).toBe(401);
      return wordsOf(parsePage(answer.text).querySelector('main')).replace(name, '');
    };
    const known = await said('head-1');
    expect(await said('nobody')).toBe(known);
    setClosed(deps.access, account, deps.now());
    expect(await said('head-1')).toBe(known);
  });

  it('stands in the audit log with the account that is guessed at, but not with a name that nobody has', async () => {
    const { app, deps, account } = aServer();
    for (const name of ['HEAD-1', 'my secret password']) await signIn(app, name, 'wrong password here');
    expect([...auditEntriesAfter(deps.access, 0)]).toMatchObject([
      { actor: 'this machine', action: 'sign-in', subject: `account ${String(account)}`, result: 'refused' },
      { actor: 'this machine', action: 'sign-in', subject: '', result: 'refused' },
    ]);
  });

  it('is not helped by the time that an answer takes', async () => {
    const { app } = aServer();
    const took = async (name: string): Promise<number> => {
      const began = process.cpuUsage();
      await signIn(app, name, 'wrong password here');
      const { user, system } = process.cpuUsage(began);
      return user + system;
    };
    const [known, nobody] = [await took('head-1'), await took('nobody')];
    expect(nobody / known).toBeGreaterThan(0.5);
    expect(nobody / known).toBeLessThan(2);
  });

  it('ends after some attempts at a name, known or not, and goes on at others', async () => {
    const { app, deps } = aServer({ attemptLimits: { address: 100, nameHere: 2, name: 40 } });
    for (const name of ['head-1', 'nobody']) {
      const answers = [];
      for (let i = 0; i < 3; i++) answers.push((await signIn(app, name, 'wrong')).status);
      expect(answers).toEqual([401, 401, 429]);
    }
    // The right password does not help any more, and the session of who is signed in goes on.
    expect((await signIn(app, 'HEAD-1', PASSWORD)).status).toBe(429);
    const other = anAccount(deps, 'trainer', 'other');
    setPassword(deps.access, other, hash);
    expect((await signIn(app, 'other', PASSWORD)).status).toBe(303);
  });

  it('ends for an address, and for a name that many addresses guess at; what is right does not count', async () => {
    const fromAddress = aServer({ attemptLimits: { address: 2, nameHere: 9, name: 9 } });
    for (let i = 0; i < 3; i++) expect((await signIn(fromAddress.app, 'head-1', PASSWORD)).status).toBe(303);
    const wrong = [];
    for (const name of ['a1', 'a2', 'a3']) wrong.push((await signIn(fromAddress.app, name, 'wrong')).status);
    expect(wrong).toEqual([401, 401, 429]);
    const atName = aServer({ attemptLimits: { address: 9, nameHere: 9, name: 2 } });
    for (let i = 0; i < 2; i++) await signIn(atName.app, 'head-1', 'wrong');
    expect((await signIn(atName.app, 'head-1', 'wrong')).status).toBe(429);
  });

  it('of keys ends after some attempts', async () => {
    const { app } = aServer({ attemptLimits: { address: 2, nameHere: 9, name: 9 } });
    const ask = async () =>
      (
        await request(app)
          .get('/api/key.json')
          .set('authorization', `Bearer hcp_0123456789ab_${'A'.repeat(43)}`)
      ).status;
    expect([await ask(), await ask(), await ask()]).toEqual([401, 401, 429]);
  });
});
