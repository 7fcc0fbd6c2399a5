import type { Request } from 'express';
import {
  changeRole,
  closeAccount,
  knownAccount,
  makeAccount,
  openAccount,
  removeAccount,
} from '../../jobs/access/accounts.ts';
import { inviteAccount } from '../../jobs/access/invitations.ts';
import { personDataOf } from '../../jobs/access/person-data.ts';
import { roles, type Role } from '../../model/access/role.ts';
import { Mistake, wrongUse } from '../../model/errors.ts';
import { noteSubject } from '../access/sent-form.ts';
import { mustBeSure } from '../account/deletion.ts';
import { formOf } from '../form-body.ts';
import { showPage, type Answer } from '../page.ts';
import { readRequestContext, type RequestContext } from '../request-context.ts';
import { numberIn, showAccount } from './account-page.ts';
import { shownLink, showAccounts } from './accounts-page.ts';

function roleIn(request: Request): Role {
  const given = formOf(request).get('role') ?? '';
  const role = roles.find((one) => one === given);
  if (role !== undefined) return role;
  const shown = given.slice(0, 40);
  throw wrongUse(
    `role = “${shown}”：须为 ${roles.join('、')} 之一`,
    `role = “${shown}”: must be one of ${roles.join(', ')}`,
  );
}

/** Makes an account, and shows the link that sets its password. */
export const sendAccount: Answer = (site) => (request, response) => {
  const context = readRequestContext(site, request);
  const name = (formOf(request).get('name') ?? '').trim();
  try {
    const account = makeAccount(site.access, name, roleIn(request), site.now());
    noteSubject(request, `account ${String(account.id)}`);
    const link = shownLink(context, account, inviteAccount(site.access, account.id, site.now()));
    showPage(context, response, showAccounts(context, { link }));
  } catch (error) {
    if (!(error instanceof Mistake)) throw error;
    showPage(context, response, showAccounts(context, { name, problem: error.in(context.language) }));
  }
};

/** Makes a new link for an account, and shows it. */
export const sendLink: Answer = (site) => (request, response) => {
  const { context, id } = addressed(site, request);
  const account = knownAccount(site.access, id);
  const link = shownLink(context, account, inviteAccount(site.access, id, site.now()));
  showPage(context, response, showAccount(context, link));
};

/** What is done to an account and leads back to its page. */
const change =
  (work: (context: RequestContext, id: number, request: Request) => void): Answer =>
  (site) =>
  (request, response) => {
    const { context, id } = addressed(site, request);
    work(context, id, request);
    response.redirect(303, context.link(`/accounts/${String(id)}`));
  };

export const sendRole = change(({ site }, id, request) => {
  changeRole(site.access, id, roleIn(request));
});

export const sendClose = change(({ site }, id) => {
  closeAccount(site.access, id, site.now());
});

export const sendOpen = change(({ site }, id) => {
  openAccount(site.access, id);
});

/** Deletes an account, and leads to the others. */
export const deleteAccountOf: Answer = (site) => (request, response) => {
  const { context, id } = addressed(site, request);
  mustBeSure(request);
  removeAccount(site.access, id);
  response.redirect(303, context.link('/accounts'));
};

/** All that is kept of the person behind an account. */
export const accountData: Answer = (site) => (request, response) => {
  const { id } = addressed(site, request);
  response
    .set({ 'Cache-Control': 'no-store', 'Content-Disposition': 'attachment; filename="account.json"' })
    .json(personDataOf(site.access, id));
};

function addressed(
  site: Parameters<Answer>[0],
  request: Request,
): { readonly context: RequestContext; readonly id: number } {
  const context = readRequestContext(site, request);
  const id = numberIn(context);
  noteSubject(request, `account ${String(id)}`);
  return { context, id };
}
