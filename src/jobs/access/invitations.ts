import type { Account } from '../../model/access/account.ts';
import { checkedName } from '../../model/access/names.ts';
import { checkPassword } from '../../model/access/password-rules.ts';
import { Mistake } from '../../model/errors.ts';
import type { Store } from '../../store/open.ts';
import { countAdministrators, findAccount, invitedBy } from '../../store/read/access/accounts.ts';
import {
  addAccount,
  endFirstInvitation,
  setPassword,
  writeInvitation,
} from '../../store/write/access/accounts.ts';
import { atOnce } from '../../store/write/access/at-once.ts';
import { knownAccount, nameTaken } from './accounts.ts';
import { hashPassword } from './passwords.ts';
import { newToken, tokenHash } from './tokens.ts';

const DAY = 86_400;
/** Days that a link holds which sets the password of an account. */
export const INVITATION_DAYS = 7;

/** Makes the link that sets the password of an account once, instead of the one before it; gives its code. */
export function inviteAccount(access: Store, account: number, now: number): string {
  const { name, closedAt } = knownAccount(access, account);
  if (closedAt !== null) {
    throw new Mistake(
      {
        zh: `账号“${name}”已停用，链接对它无效；请先由管理员在网页上恢复`,
        en: `the account “${name}” is closed, and no link works for it; have an administrator open it again on its page`,
      },
      { status: 409 },
    );
  }
  const code = newToken();
  writeInvitation(access, tokenHash(code), account, now + INVITATION_DAYS * DAY);
  return code;
}

/** Makes the code that the first administrator begins with, as long as there is none; it holds for a day, or until the next start. */
export function inviteFirstAdministrator(access: Store, now: number): string | undefined {
  if (countAdministrators(access) > 0) {
    endFirstInvitation(access);
    return undefined;
  }
  const code = newToken();
  writeInvitation(access, tokenHash(code), null, now + DAY);
  return code;
}

/** Whom a code is for: an account, or the first administrator (null). Throws a Mistake where it is not valid. */
export function invited(access: Store, code: string, now: number): Account | null {
  const invitation = invitedBy(access, tokenHash(code), now);
  const account = findAccount(access, invitation?.account ?? 0);
  const isFirst = invitation?.account === null && countAdministrators(access) === 0;
  if (account?.closedAt === null) return account;
  if (isFirst) return null;
  throw new Mistake(
    {
      zh: '此链接无效：已用过、已过期或被新的链接取代。请向管理员要一个新的链接；首位管理员的链接在服务器每次启动时重新给出',
      en: 'this link is not valid: it was used, has run out, or was replaced by a newer one. Ask an administrator for a new one; the link of the first administrator is printed anew at each start of the server',
    },
    { status: 404 },
  );
}

/** Sets the password that a code stands for, and gives the number of the account; the code is used up. */
export async function acceptInvitation(
  access: Store,
  given: { readonly code: string; readonly name: string; readonly password: string },
  now: number,
): Promise<number> {
  const account = invited(access, given.code, now);
  const name = account?.name ?? checkedName(given.name, 'name');
  checkPassword(given.password, name);
  const hash = await hashPassword(given.password);
  return atOnce(access, () => {
    // While the hash was made the code may have been used by another request.
    const still = invited(access, given.code, now);
    const id = still?.id ?? addAccount(access, name, 'administrator', now);
    if (id === undefined) throw nameTaken(name);
    setPassword(access, id, hash);
    if (still === null) endFirstInvitation(access);
    return id;
  });
}
