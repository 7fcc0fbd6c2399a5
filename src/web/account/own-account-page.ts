import { IDLE_HOURS, LONGEST_HOURS } from '../../jobs/access/sessions.ts';
import { SHORTEST_PASSWORD } from '../../model/access/password-rules.ts';
import { roleDuties, roleNames } from '../../model/access/role.ts';
import { printSecond } from '../../model/time/time.ts';
import { personDataOf } from '../../jobs/access/person-data.ts';
import type { Page } from '../page.ts';
import type { RequestContext } from '../request-context.ts';
import { invitationTexts } from '../invitation/invitation-texts.ts';
import { translator } from '../../wording/translator.ts';
import { translate } from '../../model/language.ts';
import { deletionTexts } from './deletion.ts';
import { signedInAs } from './signed-in.ts';
import { ownAccountTexts } from './own-account-texts.ts';

export interface OwnAccountModel {
  readonly token: string;
  readonly name: string;
  readonly role: string;
  readonly duties: string;
  readonly made: string;
  readonly sessions: readonly { readonly began: string; readonly used: string }[];
  readonly sessionsNote: string;
  readonly shortest: number;
  /** What was done, and what could not be; empty where nothing was sent. */
  readonly news: string;
  readonly problem: string;
  readonly actions: {
    readonly signOut: string;
    readonly password: string;
    readonly sessions: string;
    readonly remove: string;
    readonly data: string;
  };
}

const words = { ...invitationTexts, ...ownAccountTexts, ...deletionTexts };

/** One's own account (我的账号). */
export const ownAccountPage = (context: RequestContext): Page<OwnAccountModel> =>
  showOwnAccount(context, {
    news: context.query.get('news') === 'password' ? ownAccountTexts.changed[context.language] : '',
  });

export function showOwnAccount(
  context: RequestContext,
  { news = '', problem = '' }: { readonly news?: string; readonly problem?: string },
): Page<OwnAccountModel> {
  const { language, site } = context;
  const t = translator(words, language);
  const { account, sessions } = personDataOf(site.access, signedInAs(context.reader));
  return {
    view: 'own-account',
    title: t('title'),
    words,
    periodFree: true,
    secret: true,
    status: problem === '' ? 200 : 400,
    model: {
      token: context.token(),
      name: account.name,
      role: translate(roleNames[account.role], language),
      duties: translate(roleDuties[account.role], language),
      made: printSecond(account.madeAt),
      sessions: sessions.map(({ beganAt, usedAt }) => ({
        began: printSecond(beganAt),
        used: printSecond(usedAt),
      })),
      sessionsNote: t('sessionsNote', { idle: IDLE_HOURS, longest: LONGEST_HOURS }),
      shortest: SHORTEST_PASSWORD,
      news,
      problem,
      actions: {
        signOut: context.link('/sign-out'),
        password: context.link('/account/password'),
        sessions: context.link('/account/sessions'),
        remove: context.link('/account/delete'),
        data: context.link('/account/data.json'),
      },
    },
  };
}
