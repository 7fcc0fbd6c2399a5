import type { Account } from '../../model/access/account.ts';
import { checkedName } from '../../model/access/names.ts';
import { checkPassword } from '../../model/access/password-rules.ts';
import type { Role } from '../../model/access/role.ts';
import { Mistake, notFound } from '../../model/errors.ts';
import type { Store } from '../../store/open.ts';
import {
  accountNamed,
  countAdministrators,
  findAccount,
  passwordOf,
} from '../../store/read/access/accounts.ts';
import {
  addAccount,
  deleteAccount,
  setClosed,
  setPassword,
  setRole,
} from '../../store/write/access/accounts.ts';
import { atOnce } from '../../store/write/access/at-once.ts';
import { endSessionsOf } from '../../store/write/access/sessions.ts';
import { hashPassword, isPassword } from './passwords.ts';

export const nameTaken = (name: string): Mistake =>
  new Mistake(
    {
      zh: `登录名“${name}”已有人使用（不分大小写）；请换一个`,
      en: `the sign-in name “${name}” is taken (upper and lower case do not differ); choose another one`,
    },
    { status: 409 },
  );

/** Makes an account; its password is set by the link that is made for it (invitations.ts). */
export function makeAccount(access: Store, name: string, role: Role, now: number): Account {
  const checked = checkedName(name, 'name');
  const id = addAccount(access, checked, role, now);
  if (id === undefined) throw nameTaken(checked);
  return knownAccount(access, id);
}

export function knownAccount(access: Store, id: number): Account {
  const account = findAccount(access, id);
  if (account) return account;
  throw notFound(`没有账号 ${String(id)}`, `there is no account ${String(id)}`);
}

/** The house is never locked: of administrators who can sign in there is always one. */
function mustNotBeLastAdministrator(access: Store, account: Account): void {
  if (account.role !== 'administrator' || countAdministrators(access, account.id) > 0) return;
  throw new Mistake(
    {
      zh: `“${account.name}”是唯一的管理员，不能停用、删除或改为其他角色；请先另设一位管理员`,
      en: `“${account.name}” is the only administrator and can be neither closed nor deleted nor given another role; make another administrator first`,
    },
    { status: 409 },
  );
}

export function changeRole(access: Store, id: number, role: Role): void {
  atOnce(access, () => {
    const account = knownAccount(access, id);
    if (role !== 'administrator') mustNotBeLastAdministrator(access, account);
    setRole(access, id, role);
  });
}

/** Closes an account: nobody signs in to it any more, and whoever was signed in is not. */
export function closeAccount(access: Store, id: number, now: number): void {
  atOnce(access, () => {
    mustNotBeLastAdministrator(access, knownAccount(access, id));
    setClosed(access, id, now);
    endSessionsOf(access, id);
  });
}

export function openAccount(access: Store, id: number): void {
  knownAccount(access, id);
  setClosed(access, id, null);
}

/** Deletes an account and what is kept of the person; in the audit log its number stays, and nothing says whose it was. */
export function removeAccount(access: Store, id: number): void {
  atOnce(access, () => {
    mustNotBeLastAdministrator(access, knownAccount(access, id));
    deleteAccount(access, id);
  });
}

/** The account that a name and a password open; undefined, after the same time, whatever of them is wrong. */
export async function accountBehind(
  access: Store,
  name: string,
  password: string,
): Promise<Account | undefined> {
  const account = accountNamed(access, name);
  const kept = account ? passwordOf(access, account.id) : null;
  const isRight = await isPassword(password, kept);
  if (!isRight || account === undefined) return undefined;
  // While the password was compared, it may have been changed and the account closed or deleted.
  const now = findAccount(access, account.id);
  return now?.closedAt === null && passwordOf(access, now.id) === kept ? now : undefined;
}

/** Changes a password by the one before it, and ends all sessions of the account. */
export async function changePassword(
  access: Store,
  id: number,
  given: { readonly old: string; readonly new: string },
): Promise<void> {
  const account = knownAccount(access, id);
  const kept = passwordOf(access, id);
  const isRight = await isPassword(given.old, kept);
  if (isRight) checkPassword(given.new, account.name);
  const hash = isRight ? await hashPassword(given.new) : undefined;
  // Meanwhile another request may have changed it: then the old one is the present one no longer.
  if (hash === undefined || passwordOf(access, id) !== kept) {
    throw new Mistake({ zh: '当前密码不对', en: 'the present password is wrong' });
  }
  setPassword(access, id, hash);
}
