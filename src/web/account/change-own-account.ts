import { changePassword, removeAccount } from '../../jobs/access/accounts.ts';
import { personDataOf } from '../../jobs/access/person-data.ts';
import { endAllSessions } from '../../jobs/access/sessions.ts';
import { Mistake } from '../../model/errors.ts';
import { createAttempts } from '../access/attempts.ts';
import { noteSubject } from '../access/sent-form.ts';
import { signIn, signOut } from '../access/sessions.ts';
import { formOf } from '../form-body.ts';
import { mustBeTwice } from '../invitation/invitation-page.ts';
import { showPage, type Answer } from '../page.ts';
import { readRequestContext } from '../request-context.ts';
import { mustBeSure } from './deletion.ts';
import { showOwnAccount } from './own-account-page.ts';
import { signedInAs } from './signed-in.ts';

/** Changes the password, which ends every session, and signs this browser in anew. */
export const sendPassword: Answer = (site) => {
  const attempts = createAttempts(site);
  return async (request, response) => {
    const context = readRequestContext(site, request);
    const id = signedInAs(context.reader);
    const form = formOf(request);
    const account = `account ${String(id)}`;
    noteSubject(request, account);
    await attempts.begin(request, account);
    try {
      const fresh = form.get('password') ?? '';
      mustBeTwice(fresh, form.get('again') ?? '');
      await changePassword(site.access, id, { old: form.get('old') ?? '', new: fresh });
    } catch (error) {
      if (!(error instanceof Mistake)) throw error;
      showPage(context, response, showOwnAccount(context, { problem: error.in(context.language) }));
      return;
    }
    await attempts.wasRight(request, account);
    await signIn(request, id);
    response.redirect(303, context.link('/account', { news: 'password' }));
  };
};

/** Ends every session of the account, this one too. */
export const endSessions: Answer = (site) => async (request, response) => {
  const context = readRequestContext(site, request);
  const id = signedInAs(context.reader);
  noteSubject(request, `account ${String(id)}`);
  endAllSessions(site.access, id);
  await signOut(site, request, response);
  response.redirect(303, context.link('/sign-in'));
};

/** Deletes one's own account. */
export const deleteOwnAccount: Answer = (site) => async (request, response) => {
  const context = readRequestContext(site, request);
  const id = signedInAs(context.reader);
  noteSubject(request, `account ${String(id)}`);
  mustBeSure(request);
  removeAccount(site.access, id);
  await signOut(site, request, response);
  response.redirect(303, context.link('/'));
};

/** All that is kept of the one who asks. */
export const ownData: Answer = (site) => (request, response) => {
  const id = signedInAs(readRequestContext(site, request).reader);
  noteSubject(request, `account ${String(id)}`);
  response
    .set({ 'Cache-Control': 'no-store', 'Content-Disposition': 'attachment; filename="account.json"' })
    .json(personDataOf(site.access, id));
};
