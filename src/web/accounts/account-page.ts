import { knownAccount } from '../../jobs/access/accounts.ts';
import { roleNames } from '../../model/access/role.ts';
import { translate } from '../../model/language.ts';
import { printSecond } from '../../model/time/time.ts';
import { translator } from '../../wording/translator.ts';
import type { Page } from '../page.ts';
import type { RequestContext } from '../request-context.ts';
import { deletionTexts } from '../account/deletion.ts';
import { roleChoices, stateOf, type AccountsModel, type ShownLink } from './accounts-page.ts';
import { accountsTexts } from './accounts-texts.ts';

export interface AccountModel {
  readonly token: string;
  readonly listHref: string;
  readonly name: string;
  readonly role: string;
  readonly state: string;
  readonly made: string;
  readonly closed: boolean;
  readonly link: ShownLink | undefined;
  readonly roles: readonly (AccountsModel['roles'][number] & { readonly current: boolean })[];
  readonly actions: {
    readonly link: string;
    readonly role: string;
    readonly close: string;
    readonly open: string;
    readonly remove: string;
    readonly data: string;
  };
}

/** The number of the account that an address names; 0 where it names none. */
export const numberIn = (context: RequestContext): number =>
  /^\d{1,15}$/.test(context.param('id')) ? Number(context.param('id')) : 0;

/** One account, for administrators. */
export const accountPage = (context: RequestContext): Page<AccountModel> => showAccount(context, undefined);

export function showAccount(context: RequestContext, link: ShownLink | undefined): Page<AccountModel> {
  const { language, site } = context;
  const t = translator(accountsTexts, language);
  const account = knownAccount(site.access, numberIn(context));
  const at = (action: string): string => context.link(`/accounts/${String(account.id)}/${action}`);
  return {
    view: 'account',
    title: account.name,
    words: { ...accountsTexts, ...deletionTexts },
    periodFree: true,
    secret: true,
    model: {
      token: context.token(),
      listHref: context.link('/accounts'),
      name: account.name,
      role: translate(roleNames[account.role], language),
      state: stateOf(account, t),
      made: printSecond(account.madeAt),
      closed: account.closedAt !== null,
      link,
      roles: roleChoices(language).map((one) => ({ ...one, current: one.id === account.role })),
      actions: {
        link: at('link'),
        role: at('role'),
        close: at('close'),
        open: at('open'),
        remove: at('delete'),
        data: at('data.json'),
      },
    },
  };
}
