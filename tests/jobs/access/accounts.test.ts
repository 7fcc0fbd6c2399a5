import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  accountBehind,
  changePassword,
  changeRole,
  closeAccount,
  makeAccount,
  openAccount,
  removeAccount,
} from '../../../src/jobs/access/accounts.ts';
import {
  acceptInvitation,
  invited,
  inviteAccount,
  inviteFirstAdministrator,
} from '../../../src/jobs/access/invitations.ts';
import { accountOfSession, beginSession } from '../../../src/jobs/access/sessions.ts';
import { closeStore, openAccess, openAccessInMemory, type Store } from '../../../src/store/open.ts';
import { findAccount, listAccounts } from '../../../src/store/read/access/accounts.ts';
import { setPassword } from '../../../src/store/write/access/accounts.ts';
import { mistakeOf, useScratch } from '../../builders.ts';

const scratch = useScratch();
const NOW = 1_000_000;
const DAY = 86_400;
const PASSWORD = 'slate overcoat kettle';

let access: Store;
beforeEach(() => {
  access = openAccessInMemory();
});
afterEach(() => {
  closeStore(access);
});

/** An administrator who can sign in, as far as the rules see it: nobody tries the password. */
function administrator(name: string): number {
  const { id } = makeAccount(access, name, 'administrator', NOW);
  setPassword(access, id, 'scrypt$');
  return id;
}

const first = (code: string, name = 'chief') => ({ code, name, password: PASSWORD });

describe('accounts', () => {
  it('have names that are taken in whatever letters', () => {
    makeAccount(access, 'Chief', 'trainer', NOW);
    expect(() => makeAccount(access, 'ｃｈｉｅｆ', 'trainee', NOW)).toThrow(
      'the sign-in name “chief” is taken',
    );
  });

  it('have numbers that are never given twice', () => {
    const ids = ['a1', 'b2'].map((name) => makeAccount(access, name, 'trainee', NOW).id);
    removeAccount(access, ids[1]!);
    expect(makeAccount(access, 'c3', 'trainee', NOW).id).toBe(3);
  });

  it('are never without an administrator who can sign in', async () => {
    const id = administrator('chief');
    makeAccount(access, 'waiting', 'administrator', NOW);
    const steps = [
      () => {
        changeRole(access, id, 'trainer');
      },
      () => {
        closeAccount(access, id, NOW);
      },
      () => {
        removeAccount(access, id);
      },
    ];
    for (const step of steps) {
      const mistake = await mistakeOf(step);
      expect(mistake.status).toBe(409);
      expect(mistake.text.en).toContain('“chief” is the only administrator');
    }
    administrator('second');
    for (const step of steps) step();
    expect(findAccount(access, id)).toBeUndefined();
  });

  it('are never without one, be it that two processes close two at the same time', () => {
    const [mine, other] = [scratch.path('two.db'), scratch.path('two.db')].map(openAccess) as [Store, Store];
    const { prepare } = mine.db;
    other.db.pragma('busy_timeout = 0');
    const ids = ['one', 'two'].map((name) => {
      const { id } = makeAccount(mine, name, 'administrator', NOW);
      setPassword(mine, id, 'scrypt$');
      return id;
    }) as [number, number];
    // The other process is as fast as can be: it closes the second while the first is being closed.
    let refused: unknown;
    vi.spyOn(mine.db, 'prepare').mockImplementation((sql: string) => {
      if (sql.startsWith('UPDATE account SET closed_at')) {
        try {
          closeAccount(other, ids[1], NOW);
        } catch (error) {
          refused = error;
        }
      }
      return prepare.call(mine.db, sql);
    });
    closeAccount(mine, ids[0], NOW);
    expect(refused).toMatchObject({ code: 'SQLITE_BUSY' });
    expect(() => closeAccount(other, ids[1], NOW)).toThrow(/only administrator/);
    for (const one of [mine, other]) closeStore(one);
  });

  it('that are closed are signed out, and stay so when they are opened again', () => {
    const { id } = makeAccount(access, 'one', 'trainee', NOW);
    beginSession(access, 'session', id, NOW);
    expect(accountOfSession(access, 'session', NOW)).toBe(id);
    closeAccount(access, id, NOW);
    openAccount(access, id);
    expect(accountOfSession(access, 'session', NOW)).toBeUndefined();
    expect(findAccount(access, id)?.closedAt).toBeNull();
  });

  it('that are deleted leave no byte of their name in the file', () => {
    const file = scratch.path('deleted.db');
    const kept = openAccess(file);
    for (const name of ['somebody-special', 'another']) makeAccount(kept, name, 'trainee', NOW);
    removeAccount(kept, 1);
    closeStore(kept);
    const bytes = readFileSync(scratch.path('deleted.access.db'), 'latin1');
    expect(bytes).toContain('another');
    expect(bytes).not.toContain('somebody-special');
  });
});

describe('a password', () => {
  it('opens its account, is changed by the one before it, and ends every session', async () => {
    const { id } = makeAccount(access, 'one', 'trainee', NOW);
    await acceptInvitation(access, first(inviteAccount(access, id, NOW)), NOW);
    expect((await accountBehind(access, 'ONE', PASSWORD))?.id).toBe(id);
    beginSession(access, 'session', id, NOW);
    const wrong = await mistakeOf(() => changePassword(access, id, { old: 'no', new: `${PASSWORD} 2` }));
    expect(wrong.text.en).toBe('the present password is wrong');
    expect(accountOfSession(access, 'session', NOW)).toBe(id);
    await changePassword(access, id, { old: PASSWORD, new: `${PASSWORD} 2` });
    expect(accountOfSession(access, 'session', NOW)).toBeUndefined();
    expect(await accountBehind(access, 'one', PASSWORD)).toBeUndefined();
    closeAccount(access, id, NOW);
    expect(await accountBehind(access, 'one', `${PASSWORD} 2`)).toBeUndefined();
  });
});

describe('while a password is compared', () => {
  it.each([
    [
      'it is changed',
      (id: number) => {
        setPassword(access, id, 'scrypt$');
      },
    ],
    [
      'the account is closed',
      (id: number) => {
        closeAccount(access, id, NOW);
      },
    ],
    [
      'the account is deleted',
      (id: number) => {
        removeAccount(access, id);
      },
    ],
  ])('%s: then it opens nothing and changes nothing', async (_what, happens) => {
    const { id } = makeAccount(access, 'one', 'trainee', NOW);
    await acceptInvitation(access, first(inviteAccount(access, id, NOW)), NOW);
    const opened = accountBehind(access, 'one', PASSWORD);
    happens(id);
    expect(await opened).toBeUndefined();
  });

  it('another request changes it: then the old one changes nothing', async () => {
    const { id } = makeAccount(access, 'one', 'trainee', NOW);
    await acceptInvitation(access, first(inviteAccount(access, id, NOW)), NOW);
    const changes = ['2', '3'].map((more) =>
      changePassword(access, id, { old: PASSWORD, new: `${PASSWORD} ${more}` }),
    );
    const both = await Promise.allSettled(changes);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});

describe('a link', () => {
  it('holds for seven days, until a newer one, and only while the account is open', () => {
    const { id } = makeAccount(access, 'one', 'trainee', NOW);
    const [old, code] = [inviteAccount(access, id, NOW), inviteAccount(access, id, NOW)];
    expect(() => invited(access, old, NOW)).toThrow(/not valid/);
    expect(invited(access, code, NOW + 7 * DAY - 1)?.id).toBe(id);
    expect(() => invited(access, code, NOW + 7 * DAY)).toThrow(/not valid/);
    closeAccount(access, id, NOW);
    expect(() => invited(access, code, NOW)).toThrow(/not valid/);
    expect(() => invited(access, '', NOW)).toThrow(/not valid/);
  });

  it('is used once, be it by two at the same time, and not by a password that is easily guessed', async () => {
    const code = inviteFirstAdministrator(access, NOW)!;
    const weak = acceptInvitation(access, { ...first(code), password: 'passwordpassword' }, NOW);
    await expect(weak).rejects.toThrow(/easily guessed/);
    const both = await Promise.allSettled(
      ['chief', 'rival'].map((name) => acceptInvitation(access, first(code, name), NOW)),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(listAccounts(access)).toMatchObject([{ role: 'administrator', hasPassword: true }]);
    expect(() => invited(access, code, NOW)).toThrow(/not valid/);
  });

  it('makes the first administrator, as long as there is none: for a day, and by the newest alone', () => {
    const [old, code] = [inviteFirstAdministrator(access, NOW)!, inviteFirstAdministrator(access, NOW)!];
    expect(() => invited(access, old, NOW)).toThrow(/not valid/);
    expect(invited(access, code, NOW + DAY - 1)).toBeNull();
    expect(() => invited(access, code, NOW + DAY)).toThrow(/not valid/);
    administrator('chief');
    expect(() => invited(access, code, NOW)).toThrow(/not valid/);
    expect(inviteFirstAdministrator(access, NOW)).toBeUndefined();
  });
});
