import { accountBehind } from '../../jobs/access/accounts.ts';
import { accountNamed } from '../../store/read/access/accounts.ts';
import { createAttempts, type Attempts } from '../access/attempts.ts';
import { noteSubject } from '../access/sent-form.ts';
import { signIn, signOut } from '../access/sessions.ts';
import { formOf } from '../form-body.ts';
import { showPage, type Answer, type Page } from '../page.ts';
import { readRequestContext, type RequestContext } from '../request-context.ts';
import { translator } from '../../wording/translator.ts';
import { localAddress } from './local-address.ts';
import { signInTexts } from './sign-in-texts.ts';

export interface SignInModel {
  readonly lead: string;
  readonly action: string;
  readonly token: string;
  /** The page to go to afterwards. */
  readonly to: string;
  readonly name: string;
  readonly problem: string;
  /** Who is signed in; empty where nobody is. */
  readonly signedIn: string;
  readonly accountHref: string;
}

/** The page where an account is signed in (登录). */
export const signInPage = (context: RequestContext): Page<SignInModel> =>
  signInForm(context, { name: '', problem: '', to: context.query.get('to') ?? '' });

function signInForm(
  context: RequestContext,
  given: { readonly name: string; readonly problem: string; readonly to: string },
): Page<SignInModel> {
  const t = translator(signInTexts, context.language);
  const { reader, site } = context;
  return {
    view: 'sign-in',
    title: t('title'),
    words: signInTexts,
    periodFree: true,
    secret: true,
    status: given.problem === '' ? 200 : 401,
    model: {
      lead: t(site.accessSettings.signInToRead ? 'leadToRead' : 'lead'),
      action: context.link('/sign-in'),
      token: context.token(),
      signedIn: reader.kind === 'account' ? reader.name : '',
      accountHref: context.link('/account'),
      ...given,
      to: localAddress(given.to),
    },
  };
}

/** Signs in; what is wrong is not said more closely than that the two do not belong together. */
export const sendSignIn: Answer = (site) => {
  const attempts = createAttempts(site);
  return async (request, response) => {
    const context = readRequestContext(site, request);
    const form = formOf(request);
    const given = { name: (form.get('name') ?? '').trim(), to: form.get('to') ?? '' };
    // The audit log tells whose password is guessed at; what was typed for a name that nobody has may be a password.
    const named = accountNamed(site.access, given.name);
    if (named) noteSubject(request, `account ${String(named.id)}`);
    const account = await tried(attempts, request, given.name, () =>
      accountBehind(site.access, given.name, form.get('password') ?? ''),
    );
    if (account === undefined) {
      const problem = signInTexts.wrong[context.language];
      response.set('WWW-Authenticate', 'Form');
      showPage(context, response, signInForm(context, { ...given, problem }));
      return;
    }
    await signIn(request, account.id);
    response.redirect(303, localAddress(given.to));
  };
};

async function tried<T>(
  attempts: Attempts,
  request: Parameters<Attempts['begin']>[0],
  name: string,
  work: () => Promise<T | undefined>,
): Promise<T | undefined> {
  await attempts.begin(request, name);
  const found = await work();
  if (found !== undefined) await attempts.wasRight(request, name);
  return found;
}

/** Signs out, whoever is signed in. */
export const sendSignOut: Answer = (site) => async (request, response) => {
  const context = readRequestContext(site, request);
  await signOut(site, request, response);
  response.redirect(303, context.link('/sign-in'));
};
