import { existsSync, statSync } from 'node:fs';
import type { Command } from 'commander';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accountsCommand } from '../../src/cli/commands/accounts.ts';
import { keysCommand } from '../../src/cli/commands/keys.ts';
import { createOutput } from '../../src/cli/output.ts';
import { apiKeyOf } from '../../src/jobs/access/api-keys.ts';
import { invited } from '../../src/jobs/access/invitations.ts';
import { setClosed } from '../../src/store/write/access/accounts.ts';
import { accessFileOf, closeStore, openAccess, openStore, type Store } from '../../src/store/open.ts';
import { onlyMessage, run, runJson, scratchFolder } from './command.ts';

const { path, remove } = scratchFolder();
const db = path('served.db');
let records: Store;
let access: Store;
beforeAll(() => {
  // As while it is served, and a run is being written.
  records = openStore(db);
  access = openAccess(db);
  records.db.exec('BEGIN IMMEDIATE');
});
afterAll(() => {
  closeStore(access);
  closeStore(records);
  remove();
});

const codeIn = (link: string): string => new URL(link).searchParams.get('code') ?? '';
/** Seconds of now, near enough for a link of some days. */
const now = (): number => access.db.prepare('SELECT max(at) FROM audit_entry').pluck().get() as number;
const lastEntry = (): unknown =>
  access.db.prepare('SELECT actor, action, subject, origin, result FROM audit_entry ORDER BY id DESC').get();
const byCommand = { actor: 'command line', origin: 'loopback', result: 'done' };

describe('accounts', () => {
  it('add makes one beside a served database, and prints its link alone on standard output', async () => {
    const made = await run(['accounts', 'add', 'chief', '--role', 'administrator', '--db', db], {
      env: { PORT: '8123' },
    });
    expect(made.code).toBe(0);
    expect(made.err).toContain('it works once within 7 days');
    const link = made.out.trim();
    expect(link).toMatch(/^http:\/\/localhost:8123\/invitation\?code=[\w-]{43}$/);
    expect(invited(access, codeIn(link), now())).toMatchObject({ name: 'chief', role: 'administrator' });
    expect(lastEntry()).toEqual({ ...byCommand, action: 'account.make', subject: 'account 1' });
  });

  it('link gives a new one at the address that readers know, and the one before it ends', async () => {
    const env = { HAOCHAPING_BASE_ADDRESS: 'https://ratings.example' };
    const links = [];
    for (const name of ['chief', 'CHIEF']) {
      const { code, out } = await run(['accounts', 'link', name, '--db', db, '--json'], { env });
      expect(code).toBe(0);
      links.push(JSON.parse(out) as { readonly link: string });
    }
    const [before, after] = links.map(({ link }) => link) as [string, string];
    expect(after).toMatch(/^https:\/\/ratings\.example\/invitation\?code=/);
    expect(links[1]).toEqual({ id: 1, name: 'chief', role: 'administrator', link: after });
    expect(() => invited(access, codeIn(before), now())).toThrow(/not valid/);
    expect(invited(access, codeIn(after), now())?.id).toBe(1);
    expect(lastEntry()).toEqual({ ...byCommand, action: 'account.invite', subject: 'account 1' });
  });

  it('list shows who may sign in', async () => {
    const { accounts } = await runJson<{ accounts: unknown[] }>(['accounts', 'list', '--db', db]);
    const madeAt = expect.any(Number) as number;
    expect(accounts).toEqual([
      { id: 1, name: 'chief', role: 'administrator', hasPassword: false, madeAt, closedAt: null },
    ]);
    const { out } = await run(['accounts', 'list', '--db', db]);
    expect(out).toMatch(/^ {2}1 {2}chief {2}administrator {2}no password set yet {2}20/m);
  });

  it.concurrent.each([
    [['add', 'other', '--role', 'king'], 2, /argument 'king' is invalid.*trainee, trainer.*administrator/],
    [['add', 'other'], 2, /required option '--role <role>' not specified/],
    [['add', 'x', '--role', 'trainee'], 2, /name = “x”: must have 2 to 32 characters/],
    [['add', 'Chief', '--role', 'trainee'], 1, /the sign-in name “Chief” is taken/],
    [['link', 'nobody'], 2, /there is no account “nobody”; “accounts list” shows all/],
  ])('%j is refused, and nothing is made or recorded', async (args, code, message) => {
    const before = lastEntry();
    const refused = await run(['accounts', ...args, '--db', db]);
    expect(refused).toMatchObject({ code, out: '' });
    expect(onlyMessage(refused)).toMatch(message);
    expect(access.db.prepare('SELECT count(*) FROM account').pluck().get()).toBe(1);
    expect(lastEntry()).toEqual(before);
  });

  it('give no link for an account that is closed', async () => {
    setClosed(access, 1, now());
    const refused = await run(['accounts', 'link', 'chief', '--db', db]);
    setClosed(access, 1, null);
    expect(refused).toMatchObject({ code: 1, out: '' });
    expect(onlyMessage(refused)).toContain('the account “chief” is closed');
  });
});

describe('keys', () => {
  it('add prints the key alone on standard output, and nowhere again', async () => {
    const made = await run(['keys', 'add', 'harvester', '--scope', 'read', '--db', db]);
    const key = made.out.trimEnd();
    const opened = apiKeyOf(access, key, now());
    expect(opened).toMatchObject({ name: 'harvester', scope: 'read' });
    expect(lastEntry()).toEqual({ ...byCommand, action: 'key.make', subject: `key ${opened!.id}` });
    const secret = key.slice('hcp_0123456789ab_'.length);
    expect(made.err).not.toContain(secret);
    const [shown, listed] = await Promise.all([
      run(['keys', 'list', '--db', db]),
      run(['audit-log', '--json', '--db', db]),
    ]);
    expect(shown.out).toContain('harvester');
    for (const { out } of [shown, listed]) expect(out).not.toContain(secret);
  });

  it('revoke ends one at once', async () => {
    const made = await runJson<{ id: string; key: string }>([
      ...['keys', 'add', 'sender-1', '--scope', 'send', '--db', db],
    ]);
    expect(apiKeyOf(access, made.key, now())?.scope).toBe('send');
    expect((await run(['keys', 'revoke', made.id, '--db', db])).out).toBe(`key ${made.id} is revoked\n`);
    expect(apiKeyOf(access, made.key, now())).toBeUndefined();
    expect(lastEntry()).toEqual({ ...byCommand, action: 'key.revoke', subject: `key ${made.id}` });
  });

  it.concurrent.each([
    [['revoke', '1a2b3c4d5e6f'], /there is no key 1a2b3c4d5e6f/],
    [['add', 'other', '--scope', 'write'], /argument 'write' is invalid.*read, send/],
  ])('%j is refused', async (args, message) => {
    const refused = await run(['keys', ...args, '--db', db]);
    expect(refused).toMatchObject({ code: 2, out: '' });
    expect(onlyMessage(refused)).toMatch(message);
  });
});

describe('a database without accounts', () => {
  it('is read without any being made beside it', async () => {
    const other = path('other.db');
    closeStore(openStore(other));
    expect(await runJson(['accounts', 'list', '--db', other])).toEqual({ accounts: [] });
    expect(await runJson(['keys', 'list', '--db', other])).toEqual({ keys: [] });
    expect(await runJson(['audit-log', '--db', other])).toEqual({ entries: [], broken: null });
    expect(existsSync(accessFileOf(other))).toBe(false);
  });

  it('gets them in a file of the one who makes them, and one that is not there gets none', async () => {
    const [there, missing] = [path('there.db'), path('missing.db')];
    closeStore(openStore(there));
    await runJson(['keys', 'add', 'first', '--scope', 'read', '--db', there]);
    expect((statSync(accessFileOf(there)).mode & 0o777).toString(8)).toBe('600');
    const refused = await run(['accounts', 'add', 'chief', '--role', 'trainer', '--db', missing]);
    expect(refused).toMatchObject({ code: 1, out: '' });
    expect(onlyMessage(refused)).toContain(`there is no database ${missing}`);
    expect([missing, accessFileOf(missing)].filter((file) => existsSync(file))).toEqual([]);
  });
});

describe('audit-log', () => {
  it('prints each entry and the hash of the last, and names the first that was changed', async () => {
    const whole = await run(['audit-log', '--db', db]);
    expect(whole.code).toBe(0);
    expect(whole.out).toMatch(
      /^ +1 {2}20.{17} {2}command line {2}account\.make +account 1 +loopback {2}done$/m,
    );
    const head = access.db.prepare('SELECT hash FROM audit_entry ORDER BY id DESC').pluck().get() as string;
    expect(whole.out).toContain(`the hash of the last is ${head}`);

    access.db.exec('DROP TRIGGER audit_entry_stays');
    access.db.exec("UPDATE audit_entry SET actor = 'account 7' WHERE id = 2");
    const changed = await run(['audit-log', '--db', db]);
    expect(changed.code).toBe(1);
    expect(changed.err).toContain('alarm: entry 2 does not follow from the one before it');
    expect(changed.out).not.toContain('entries checked');
    const { code, out } = await run(['audit-log', '--db', db, '--json']);
    expect(code).toBe(1);
    const document = JSON.parse(out) as { broken: number; entries: unknown[] };
    expect(document.broken).toBe(2);
    expect(document.entries[1]).toMatchObject({
      id: 2,
      actor: 'account 7',
      hash: expect.any(String) as string,
    });
  });
});

describe('help', () => {
  const parts = [accountsCommand, keysCommand].flatMap((make) => {
    const command = make(createOutput('en'));
    return command.commands.map((part): [string, Command] => [`${command.name()} ${part.name()}`, part]);
  });

  it.each(parts)('of %s carries an example that begins with it', (name, part) => {
    let help = '';
    part.configureOutput({ writeOut: (text) => (help += text) }).outputHelp();
    expect(help).toMatch(new RegExp(`^Example: npx haochaping ${name} `, 'm'));
  });
});
