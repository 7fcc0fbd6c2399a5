import { INVITATION_DAYS } from '../../jobs/access/invitations.ts';
import type { Account } from '../../model/access/account.ts';
import { roleDuties, roleNames, roles } from '../../model/access/role.ts';
import { translate, type Language } from '../../model/language.ts';
import { printSecond } from '../../model/time/time.ts';
import { listAccounts } from '../../store/read/access/accounts.ts';
import { translator, type Translate } from '../../wording/translator.ts';
import type { Page } from '../page.ts';
import type { RequestContext } from '../request-context.ts';
import { accountsTexts } from './accounts-texts.ts';

/** The link that a new account begins with, shown once. */
export interface ShownLink {
  readonly text: string;
  readonly href: string;
}

export interface AccountsModel {
  readonly action: string;
  readonly token: string;
  readonly name: string;
  readonly problem: string;
  readonly link: ShownLink | undefined;
  readonly roles: readonly { readonly id: string; readonly name: string; readonly duties: string }[];
  readonly accounts: readonly {
    readonly href: string;
    readonly name: string;
    readonly role: string;
    readonly state: string;
    readonly made: string;
  }[];
}

/** All accounts, and the form that makes one. */
export const accountsPage = (context: RequestContext): Page<AccountsModel> => showAccounts(context, {});

export function showAccounts(
  context: RequestContext,
  given: { readonly name?: string; readonly problem?: string; readonly link?: ShownLink },
): Page<AccountsModel> {
  const { language, site } = context;
  const t = translator(accountsTexts, language);
  const { name = '', problem = '', link } = given;
  return {
    view: 'accounts',
    title: t('title'),
    words: accountsTexts,
    periodFree: true,
    secret: true,
    status: problem === '' ? 200 : 400,
    model: {
      action: context.link('/accounts'),
      token: context.token(),
      name,
      problem,
      link,
      roles: roleChoices(language),
      accounts: listAccounts(site.access).map((account) => ({
        href: context.link(`/accounts/${String(account.id)}`),
        name: account.name,
        role: translate(roleNames[account.role], language),
        state: stateOf(account, t),
        made: printSecond(account.madeAt),
      })),
    },
  };
}

export const roleChoices = (language: Language): AccountsModel['roles'] =>
  roles.map((id) => ({
    id,
    name: translate(roleNames[id], language),
    duties: translate(roleDuties[id], language),
  }));

export function stateOf(account: Account, t: Translate): string {
  if (account.closedAt !== null) return t('stateClosed');
  return t(account.hasPassword ? 'stateOpen' : 'stateWaiting');
}

/** The link of a code, at the address that readers know the server by. */
export function shownLink(context: RequestContext, account: Account, code: string): ShownLink {
  const t = translator(accountsTexts, context.language);
  return {
    text: t('linkText', { name: account.name, n: INVITATION_DAYS }),
    href: `${context.origin}/invitation?${new URLSearchParams({ code }).toString()}`,
  };
}
