import { acceptInvitation, invited } from '../../jobs/access/invitations.ts';
import { SHORTEST_PASSWORD } from '../../model/access/password-rules.ts';
import { roleNames } from '../../model/access/role.ts';
import { Mistake } from '../../model/errors.ts';
import { translate } from '../../model/language.ts';
import { createAttempts } from '../access/attempts.ts';
import { noteSubject } from '../access/sent-form.ts';
import { signIn } from '../access/sessions.ts';
import { formOf } from '../form-body.ts';
import { showPage, type Answer, type Page } from '../page.ts';
import { readRequestContext, type RequestContext } from '../request-context.ts';
import { translator } from '../../wording/translator.ts';
import { invitationTexts } from './invitation-texts.ts';

export interface InvitationModel {
  readonly action: string;
  readonly token: string;
  readonly code: string;
  /** The name of the account; undefined for the first administrator, who chooses it. */
  readonly account: string | undefined;
  readonly name: string;
  readonly lead: string;
  readonly problem: string;
  /** Characters that a password has at least. */
  readonly shortest: number;
}

/** The page of a link that sets a password once (一次性链接). */
export const invitationPage = (context: RequestContext): Page<InvitationModel> =>
  invitationForm(context, { code: context.query.get('code') ?? '', name: '', problem: '' });

function invitationForm(
  context: RequestContext,
  given: { readonly code: string; readonly name: string; readonly problem: string },
): Page<InvitationModel> {
  const { language, site } = context;
  const t = translator(invitationTexts, language);
  const account = invited(site.access, given.code, site.now());
  return {
    view: 'invitation',
    title: t(account ? 'title' : 'firstTitle'),
    words: invitationTexts,
    periodFree: true,
    secret: true,
    status: given.problem === '' ? 200 : 400,
    model: {
      action: context.link('/invitation'),
      token: context.token(),
      shortest: SHORTEST_PASSWORD,
      account: account?.name,
      lead: account
        ? t('lead', { name: account.name, role: translate(roleNames[account.role], language) })
        : t('firstLead'),
      ...given,
    },
  };
}

/** Sets the password, and signs the account in. */
export const sendInvitation: Answer = (site) => {
  const attempts = createAttempts(site);
  return async (request, response) => {
    const context = readRequestContext(site, request);
    const form = formOf(request);
    const given = { code: form.get('code') ?? '', name: (form.get('name') ?? '').trim() };
    const password = form.get('password') ?? '';
    await attempts.begin(request);
    try {
      // Where the code is of no use, nothing else is read.
      invited(site.access, given.code, site.now());
      await attempts.wasRight(request);
      mustBeTwice(password, form.get('again') ?? '');
      const id = await acceptInvitation(site.access, { ...given, password }, site.now());
      noteSubject(request, `account ${String(id)}`);
      await signIn(request, id);
      response.redirect(303, context.link('/account'));
    } catch (error) {
      if (!(error instanceof Mistake) || error.status === 404) throw error;
      showPage(context, response, invitationForm(context, { ...given, problem: error.in(context.language) }));
    }
  };
};

/** A password that is typed unseen is typed twice. */
export function mustBeTwice(password: string, again: string): void {
  if (password !== again) throw new Mistake(invitationTexts.notTwice);
}
