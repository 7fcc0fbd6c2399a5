import { existsSync, readFileSync, statSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { accountBehind, makeAccount } from '../../../src/jobs/access/accounts.ts';
import { apiKeyOf, makeApiKey } from '../../../src/jobs/access/api-keys.ts';
import { checkAuditLog, recordEvent, uncheckedLog } from '../../../src/jobs/access/audit-log.ts';
import { acceptInvitation, inviteAccount, invited } from '../../../src/jobs/access/invitations.ts';
import { accountOfSession, beginSession, cookieSecret } from '../../../src/jobs/access/sessions.ts';
import { newToken, tokenHash } from '../../../src/jobs/access/tokens.ts';
import { backUp } from '../../../src/jobs/backup/backup.ts';
import { accessFileOf, closeStore, openAccess, type Store } from '../../../src/store/open.ts';
import { clock, mistakeOf, useScratch } from '../../builders.ts';

const scratch = useScratch();
const now = clock.now();
const password = '铜壶 slate 1974 overcoat';
const session = newToken();
let key = '';
/** Codes of links: used, taken back by a newer one, and open. */
const codes: string[] = [];
let ownSecret = '';
let log: unknown;

beforeAll(async () => {
  const access = openAccess(scratch.store('mine.db').file);
  const { id } = makeAccount(access, 'chief', 'administrator', now);
  codes.push(inviteAccount(access, id, now));
  await acceptInvitation(access, { code: codes[0]!, name: '', password }, now);
  const other = makeAccount(access, 'other', 'trainee', now);
  for (let i = 0; i < 2; i++) codes.push(inviteAccount(access, other.id, now));
  beginSession(access, session, id, now);
  ownSecret = cookieSecret(access);
  key = makeApiKey(access, 'harvester', 'read', now).key;
  const event = { at: now, actor: 'command line', origin: 'loopback', result: 'done' } as const;
  for (const action of ['account.make', 'key.make'] as const)
    recordEvent(access, { ...event, action, subject: '' });
  log = checkAuditLog(access, uncheckedLog);
  // While it is in use.
  await backUp(scratch.path('mine.db'), scratch.path('copy.db'), clock);
  closeStore(access);
});

const bytesOf = (file: string): string => readFileSync(file, 'latin1');

describe('a copy of accounts', () => {
  it('holds no byte of what opens something', () => {
    const copy = accessFileOf(scratch.path('copy.db'));
    expect((statSync(copy).mode & 0o777).toString(8)).toBe('600');
    const secret = key.slice('hcp_0123456789ab_'.length);
    const [, , open = ''] = codes;
    const clear = [session, secret, ...codes, ...[password, Buffer.from(password).toString('latin1')]];
    for (const file of [copy, scratch.path('copy.db')])
      for (const text of clear) expect(bytesOf(file)).not.toContain(text);
    // What is kept of a session and of a link, and what the server made for itself, stands in the original alone.
    const original = scratch.path('mine.access.db');
    for (const text of [tokenHash(session), tokenHash(open), ownSecret]) {
      expect(bytesOf(original)).toContain(text);
      expect(bytesOf(copy)).not.toContain(text);
    }
    expect(bytesOf(copy)).toContain('harvester');
    for (const left of ['-wal', '-shm', '-journal', '.unfinished'])
      expect(existsSync(copy + left)).toBe(false);
  });

  it('restored, lets accounts and keys in by what they know, and nobody by what was open', async () => {
    await backUp(scratch.path('copy.db'), scratch.path('again.db'), clock);
    const access: Store = openAccess(scratch.path('again.db'));
    try {
      expect(await accountBehind(access, 'chief', password)).toMatchObject({ role: 'administrator' });
      expect(apiKeyOf(access, key, now)).toMatchObject({ name: 'harvester' });
      expect(checkAuditLog(access, uncheckedLog)).toEqual(log);
      expect(accountOfSession(access, session, now)).toBeUndefined();
      expect(() => invited(access, codes[2]!, now)).toThrow(/not valid/);
      expect(cookieSecret(access)).not.toBe(ownSecret);
      // A number of an account that was deleted is not given again.
      expect(makeAccount(access, 'third', 'trainee', now).id).toBe(3);
    } finally {
      closeStore(access);
    }
  });

  it('is not made by the name of the accounts themselves, whose sessions would go with it', async () => {
    for (const [from, to] of [
      ['mine.access.db', 'stolen.db'],
      ['mine.db', 'new.access.db'],
      ['mine.db', 'new.truth.db'],
    ] as const) {
      const { text } = await mistakeOf(() => backUp(scratch.path(from), scratch.path(to), clock));
      expect(text.en).toContain('this file belongs to another database');
      expect(existsSync(scratch.path(to))).toBe(false);
    }
  });
});
