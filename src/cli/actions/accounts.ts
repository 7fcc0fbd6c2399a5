import { readConfig } from '../../config.ts';
import { makeAccount } from '../../jobs/access/accounts.ts';
import { INVITATION_DAYS, inviteAccount } from '../../jobs/access/invitations.ts';
import type { Account } from '../../model/access/account.ts';
import { roleNames, type Role } from '../../model/access/role.ts';
import { notFound } from '../../model/errors.ts';
import { translate } from '../../model/language.ts';
import { printSecond } from '../../model/time/time.ts';
import type { Store } from '../../store/open.ts';
import { accountNamed, listAccounts } from '../../store/read/access/accounts.ts';
import { machineClock } from '../clock.ts';
import type { Output } from '../output.ts';
import { tableLines } from '../table.ts';
import { recordCommand, withAccess, withAccessToRead } from '../with-access.ts';

export interface AccountsFlags {
  readonly db: string;
  readonly json?: true;
}

export interface NewAccountFlags extends AccountsFlags {
  readonly role: Role;
}

/** Prints all accounts, by name. */
export function listAccountsAction(options: AccountsFlags, output: Output): void {
  const accounts = withAccessToRead(options.db, listAccounts);
  if (options.json) {
    output.json({ accounts });
    return;
  }
  const { text } = output;
  const columns = [
    { heading: text('编号', 'no.'), side: 'right' },
    { heading: text('登录名', 'name'), side: 'left' },
    { heading: text('角色', 'role'), side: 'left' },
    { heading: text('状态', 'state'), side: 'left' },
    { heading: text('建立于', 'made'), side: 'left' },
  ] as const;
  const rows = accounts.map((account) => [
    String(account.id),
    account.name,
    translate(roleNames[account.role], output.language),
    stateOf(account, output),
    printSecond(account.madeAt),
  ]);
  for (const line of tableLines(columns, rows)) output.line(line);
}

function stateOf({ closedAt, hasPassword }: Account, { text }: Output): string {
  if (closedAt !== null) return text('已停用', 'closed');
  return hasPassword ? text('可登录', 'can sign in') : text('尚未设置密码', 'no password set yet');
}

/** Makes an account, and prints the link that sets its password. */
export function addAccountAction(name: string, options: NewAccountFlags, output: Output): void {
  const made = withAccess(options.db, (access) => {
    const account = makeAccount(access, name, options.role, machineClock.now());
    const link = linkOf(access, account);
    recordCommand(access, 'account.make', `account ${String(account.id)}`);
    return { account, link };
  });
  show(made, options, output);
}

/** Prints a new link for an account. */
export function linkAccountAction(name: string, options: AccountsFlags, output: Output): void {
  const made = withAccess(options.db, (access) => {
    const account = knownAccountNamed(access, name);
    const link = linkOf(access, account);
    recordCommand(access, 'account.invite', `account ${String(account.id)}`);
    return { account, link };
  });
  show(made, options, output);
}

function knownAccountNamed(access: Store, name: string): Account {
  const account = accountNamed(access, name);
  if (account === undefined) {
    throw notFound(
      `没有账号“${name}”；“accounts list”列出全部账号`,
      `there is no account “${name}”; “accounts list” shows all of them`,
    );
  }
  return account;
}

/** The link at the address that readers know the server by. */
function linkOf(access: Store, account: Account): string {
  const { access: settings, port } = readConfig(process.env);
  const code = inviteAccount(access, account.id, machineClock.now());
  const base = settings.baseAddress ?? `http://localhost:${String(port)}`;
  return `${base}/invitation?${new URLSearchParams({ code }).toString()}`;
}

/** The link stands alone on standard output. */
function show(
  { account, link }: { readonly account: Account; readonly link: string },
  options: AccountsFlags,
  output: Output,
): void {
  const { id, name, role } = account;
  if (options.json) {
    output.json({ id, name, role, link });
    return;
  }
  const days = String(INVITATION_DAYS);
  output.note({
    zh: `请把这个链接交给“${name}”（${roleNames[role].zh}）：${days} 天内可用一次；重新给出时旧的失效`,
    en: `Pass this link on to “${name}” (${roleNames[role].en}): it works once within ${days} days; a newer one replaces it`,
  });
  output.line(link);
}
