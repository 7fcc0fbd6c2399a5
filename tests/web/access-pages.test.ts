import request from 'supertest';
import { describe, expect, it } from 'vitest';
import { auditEntriesAfter } from '../../src/store/read/access/audit-log.ts';
import { inviteAccount } from '../../src/jobs/access/invitations.ts';
import { useScratch } from '../builders.ts';
import { cellsOf, parsePage, useSite, wordsOf } from './fixture.ts';
import { anAccount, fromElsewhere, sendForm, signedIn } from './signed-in.ts';

const site = useSite(useScratch(), { empty: true });
const admin = () => signedIn(site().deps, anAccount(site().deps, 'administrator'));
const read = async (path: string, headers: Readonly<Record<string, string>>) =>
  parsePage((await request(site().app).get(path).set(headers)).text);

/** The part of a key that is not its number. */
const secretOf = (key: string): string => key.slice('hcp_0123456789ab_'.length);

const PASSWORD = 'three kind blue whales';

describe('pages that need an account', () => {
  it.each(['/sign-in', '/account', '/accounts', '/accounts/1', '/keys', '/audit-log'])(
    '%s has one heading, names its tables, says in English nothing in Chinese, and is kept by no browser',
    async (path) => {
      const headers = admin();
      await sendForm(site().app, '/keys', { name: 'gateway', scope: 'send' }, headers);
      const answer = await request(site().app).get(`${path}?lang=en`).set(headers);
      expect([answer.status, answer.headers['cache-control']]).toEqual([200, 'no-store']);
      const page = parsePage(answer.text);
      expect(page.querySelectorAll('h1')).toHaveLength(1);
      for (const table of page.querySelectorAll('table'))
        expect(wordsOf(table.querySelector('caption'))).not.toBe('');
      page.querySelector('.languages')!.remove();
      expect(page.toString().match(/[\u4e00-\u9fff]+/g)).toBe(null);
      expect(wordsOf((await read(`${path}?lang=zh`, headers)).querySelector('h1'))).not.toBe('');
    },
  );

  it('show the pages of administration to administrators alone', async () => {
    const sections = async (headers: Readonly<Record<string, string>>) =>
      (await read('/units?lang=en', headers)).querySelectorAll('.sections a').map(wordsOf);
    expect(await sections(admin())).toContain('Administration');
    const trainer = signedIn(site().deps, anAccount(site().deps, 'trainer'));
    expect(await sections(trainer)).not.toContain('Administration');
    expect(await sections(fromElsewhere)).not.toContain('Administration');
  });
});

describe('an account', () => {
  it('is made with a link that sets its password once, and signs in', async () => {
    const made = await sendForm(
      site().app,
      '/accounts?lang=en',
      { name: 'trainer.a', role: 'trainer' },
      admin(),
    );
    const link = wordsOf(parsePage(made.text).querySelector('.command'));
    expect(link).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/invitation\?code=[\w-]{43}$/);
    const { pathname, search } = new URL(link);
    const page = await read(`${pathname}${search}&lang=en`, fromElsewhere);
    expect(wordsOf(page.querySelector('.lead'))).toContain('Account “trainer.a” (trainer)');
    const code = new URLSearchParams(search).get('code')!;
    const send = (password: string, again = password) =>
      sendForm(site().app, '/invitation?lang=en', { code, password, again }, fromElsewhere);
    const wrong = await send('short');
    expect([wrong.status, wrong.text.includes('must have 12 to 128 characters')]).toEqual([400, true]);
    expect((await send('trainer.a password')).status).toBe(400);
    expect((await send(PASSWORD, `${PASSWORD}!`)).status).toBe(400);
    const right = await send(PASSWORD);
    expect([right.status, right.headers['location']]).toEqual([303, '/account?lang=en']);
    expect((await send('four calm grey cranes')).status).toBe(404);
    expect((await request(site().app).get(`${pathname}${search}`)).status).toBe(404);
  });

  it('keeps a name that reads like it from being taken, and names of other kinds out', async () => {
    const headers = admin();
    const make = async (name: string) => {
      const answer = await sendForm(site().app, '/accounts?lang=en', { name, role: 'trainee' }, headers);
      return wordsOf(parsePage(answer.text).querySelector('[role=alert]'));
    };
    expect(await make('学员.一')).toBe('');
    expect(await make('Same')).toBe('');
    expect(await make('ＳＡＭＥ')).toContain('is taken');
    for (const name of ['', 'a', 'has blank', '<b>', 'x'.repeat(33), '.dot'])
      expect(await make(name), name).toContain('must have 2 to 32 characters');
  });

  it('is closed, opened, given another role and deleted by an administrator, but never the last one', async () => {
    const { deps, app } = site();
    deps.access.db.exec('DELETE FROM account');
    const last = anAccount(deps, 'administrator', 'last');
    const headers = signedIn(deps, last);
    const send = async (id: number, action: string, fields = {}) =>
      (await sendForm(app, `/accounts/${String(id)}/${action}`, fields, headers)).status;
    expect(await send(last, 'close')).toBe(409);
    expect(await send(last, 'role', { role: 'trainee' })).toBe(409);
    expect(await send(last, 'delete', { sure: 'yes' })).toBe(409);
    const other = anAccount(deps, 'trainee', 'other');
    const rows = async () =>
      cellsOf(await read('/accounts?lang=en', headers), '.accounts').map((row) => row.slice(0, 3));
    expect(await send(other, 'role', { role: 'reviewer' })).toBe(303);
    expect(await send(other, 'close')).toBe(303);
    expect(await rows()).toContainEqual(['other', 'reviewer', 'closed']);
    expect(await send(other, 'open')).toBe(303);
    expect(await send(other, 'delete')).toBe(400);
    expect(await send(other, 'delete', { sure: 'yes' })).toBe(303);
    expect(await rows()).toEqual([['last', 'administrator', 'can sign in']]);
    expect(await send(other, 'close')).toBe(404);
  });

  it('shows and gives away all that is kept of its holder but the password, and is deleted by its holder', async () => {
    const { deps, app } = site();
    const id = anAccount(deps, 'trainee', 'leaver');
    const headers = signedIn(deps, id);
    await sendForm(app, '/account/password', { old: 'x', password: PASSWORD, again: PASSWORD }, headers);
    const { body } = await request(app).get('/account/data.json').set(headers);
    expect(body.account).toMatchObject({ id, name: 'leaver', role: 'trainee' });
    expect(body.sessions).toHaveLength(1);
    expect(body.auditLog).toMatchObject([{ action: 'password.change', result: 'refused' }]);
    expect(JSON.stringify(body)).not.toMatch(/scrypt/);
    expect((await sendForm(app, '/account/delete', {}, headers)).status).toBe(400);
    expect((await sendForm(app, '/account/delete', { sure: 'yes' }, headers)).status).toBe(303);
    expect((await request(app).get('/account').set(headers)).status).toBe(303);
    const log = wordsOf((await read('/audit-log?lang=en', admin())).querySelector('.audit-log'));
    expect(log).toContain(`account ${String(id)} (deleted)`);
    expect(log).not.toContain('leaver');
  });
});

describe('a key', () => {
  it('is shown once, tells a machine what it is, notes its use, and opens nothing once it is revoked', async () => {
    const { app, deps } = site();
    const headers = admin();
    const made = await sendForm(app, '/keys?lang=en', { name: 'gateway-2', scope: 'read' }, headers);
    const key = wordsOf(parsePage(made.text).querySelector('#new-key'));
    expect(key).toMatch(/^hcp_[\da-f]{12}_[\w-]{43}$/);
    const ask = () => request(app).get('/api/key.json').set('authorization', `Bearer ${key}`);
    const row = async () =>
      cellsOf(await read('/keys?lang=en', headers), '.api-keys').find(([name]) => name === 'gateway-2')!;
    expect((await row())[4]).toBe('never');
    expect((await ask()).body).toEqual({ id: key.split('_')[1], name: 'gateway-2', scope: 'read' });
    expect((await row())[4]).toMatch(/^2025-06-01/);
    expect((await read('/keys', headers)).toString()).not.toContain(secretOf(key));
    expect(deps.access.db.prepare('SELECT hash FROM api_key').pluck().all()).not.toContain(secretOf(key));
    for (const wrong of [`${key}A`, key.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')), key.slice(4)])
      expect((await request(app).get('/api/key.json').set('authorization', `Bearer ${wrong}`)).status).toBe(
        401,
      );
    await sendForm(app, `/keys/${key.split('_')[1]!}/revoke`, {}, headers);
    expect((await ask()).status).toBe(401);
    expect((await row())[5]).toMatch(/^revoked 2025/);
    expect((await sendForm(app, '/keys/000000000000/revoke', {}, headers)).status).toBe(404);
    expect((await sendForm(app, '/keys', { name: 'x1', scope: 'write' }, headers)).status).toBe(400);
  });
});

describe('the audit log', () => {
  it('says who did what, to what, from where and with what result, as page and as files', async () => {
    const { app, deps } = site();
    const id = anAccount(deps, 'administrator');
    const headers = signedIn(deps, id);
    const other = anAccount(deps, 'trainee');
    await sendForm(app, `/accounts/${String(other)}/close`, {}, headers);
    await sendForm(app, `/accounts/${String(other)}/close`, {}, fromElsewhere);
    await sendForm(app, `/accounts/${String(other)}/close`, {}, headers, { origin: 'http://evil.example' });
    const [subject, action] = [`account ${String(other)}`, 'account.close'];
    const { text } = await request(app).get('/files/audit-log.ndjson').set(headers);
    const entries = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
      .slice(-3);
    expect(entries).toMatchObject([
      { actor: `account ${String(id)}`, action, subject, origin: 'loopback', result: 'done' },
      { actor: 'visitor', action, subject: '', result: 'refused' },
      { actor: `account ${String(id)}`, action, subject: '', result: 'refused' },
    ]);
    const csv = await request(app).get('/files/audit-log.csv').set(headers);
    expect(csv.text.trim().split('\r\n').at(-4)).toBe(Object.values(entries[0]).join(','));
    expect((await request(app).get('/files/audit-log.xml').set(headers)).status).toBe(404);
    const page = await read('/audit-log?lang=en', headers);
    expect(cellsOf(page, '.audit-log')[5]!.slice(2)).toEqual([
      expect.stringMatching(/^account \d+ \(name-/),
      'close an account',
      expect.stringMatching(/^account \d+ \(name-/),
      'done',
      'this machine',
    ]);
    expect(wordsOf(page.querySelector('.callout'))).toContain('each follows from the one before it');
  });

  it('has an entry for each time that what is kept of people was given out', async () => {
    const { app, deps } = site();
    const id = anAccount(deps, 'administrator');
    const other = anAccount(deps, 'trainee');
    const [mine, others] = [`account ${String(id)}`, `account ${String(other)}`];
    for (const path of ['/account/data.json', `/accounts/${String(other)}/data.json`, '/files/audit-log.csv'])
      await request(app).get(path).set(signedIn(deps, id));
    expect([...auditEntriesAfter(deps.access, 0)].slice(-3)).toMatchObject([
      { actor: mine, action: 'account.export', subject: mine, result: 'done' },
      { actor: mine, action: 'account.export', subject: others, result: 'done' },
      { actor: mine, action: 'audit-log.export', subject: '', result: 'done' },
    ]);
  });

  it('takes no change and no gap, and says where somebody else made one', async () => {
    const { deps } = site();
    const { db } = deps.access;
    expect(() => db.exec("UPDATE audit_entry SET result = 'done'")).toThrow('not changed');
    expect(() => db.exec('DELETE FROM audit_entry')).toThrow('not deleted');
    const headers = admin();
    await sendForm(site().app, '/keys', { name: 'later', scope: 'send' }, headers);
    db.exec('DROP TRIGGER audit_entry_stays');
    db.exec("UPDATE audit_entry SET origin = 'nowhere' WHERE id = (SELECT max(id) FROM audit_entry)");
    const page = await read('/audit-log?lang=en', headers);
    expect(wordsOf(page.querySelector('[role=alert]'))).toMatch(/Entry \d+ does not follow/);
  });
});

describe('secrets', () => {
  it('stand in no page, log or file of the database', async () => {
    const { app, deps } = site();
    const headers = admin();
    const code = inviteAccount(deps.access, anAccount(deps, 'trainee'), deps.now());
    const sent = await sendForm(
      app,
      '/invitation',
      { code, password: PASSWORD, again: PASSWORD },
      fromElsewhere,
    );
    const session = String(sent.headers['set-cookie']).match(/session=s%3A([\w-]+)/)![1]!;
    const made = await sendForm(app, '/keys', { name: 'secret-1', scope: 'send' }, headers);
    const key = secretOf(wordsOf(parsePage(made.text).querySelector('#new-key')));
    const bytes = deps.access.db.serialize().toString('latin1');
    const pages = await Promise.all(
      ['/accounts', '/keys', '/audit-log', '/account', '/files/audit-log.csv', '/metrics'].map(
        async (path) => (await request(app).get(path).set(headers)).text,
      ),
    );
    for (const secret of [PASSWORD, code, session, key]) {
      expect(bytes.includes(secret), `${secret} in the file`).toBe(false);
      expect(
        pages.some((text) => text.includes(secret)),
        'a page',
      ).toBe(false);
    }
  });
});

describe('the metrics', () => {
  it('count answers by method and status, and tell of records, queue and memory', async () => {
    const { app } = site();
    await request(app).get('/nothing');
    const { text, headers } = await request(app).get('/metrics');
    expect(headers['content-type']).toContain('text/plain');
    expect(text).toMatch(/haochaping_requests_total\{method="GET",status="404"\} [1-9]/);
    for (const name of [
      'ratings',
      'questions_waiting',
      'runs_under_way',
      'resident_memory_bytes',
      'uptime_seconds',
    ])
      expect(text).toMatch(new RegExp(`^haochaping_${name} \\d`, 'm'));
  });
});
