import { makeApiKey, revokeApiKey } from '../../jobs/access/api-keys.ts';
import { keyScopeNames, keyScopes } from '../../model/access/api-key.ts';
import { Mistake, wrongUse } from '../../model/errors.ts';
import { translate } from '../../model/language.ts';
import { printSecond } from '../../model/time/time.ts';
import { findApiKey, listApiKeys } from '../../store/read/access/api-keys.ts';
import { translator } from '../../wording/translator.ts';
import { readerOf } from '../access/reader.ts';
import { noteSubject } from '../access/sent-form.ts';
import { formOf } from '../form-body.ts';
import { showPage, type Answer, type Page } from '../page.ts';
import { readRequestContext, type RequestContext } from '../request-context.ts';
import { keysTexts } from './keys-texts.ts';

export interface KeysModel {
  readonly action: string;
  readonly token: string;
  readonly name: string;
  readonly problem: string;
  /** A key that was just made, shown once, with a command that tries it. */
  readonly made: { readonly text: string; readonly key: string; readonly command: string } | undefined;
  readonly scopes: readonly { readonly id: string; readonly name: string }[];
  readonly keys: readonly {
    readonly id: string;
    readonly name: string;
    readonly scope: string;
    readonly made: string;
    readonly used: string;
    readonly state: string;
    /** Where it is revoked; empty where it is already. */
    readonly revoke: string;
    readonly revokeName: string;
  }[];
}

/** All keys of machines, and the form that makes one. */
export const keysPage = (context: RequestContext): Page<KeysModel> => showKeys(context, {});

function showKeys(
  context: RequestContext,
  given: {
    readonly name?: string;
    readonly problem?: string;
    readonly made?: { readonly name: string; readonly key: string };
  },
): Page<KeysModel> {
  const { language, site } = context;
  const t = translator(keysTexts, language);
  const { name = '', problem = '', made } = given;
  return {
    view: 'keys',
    title: t('title'),
    words: keysTexts,
    periodFree: true,
    secret: true,
    status: problem === '' ? 200 : 400,
    model: {
      action: context.link('/keys'),
      token: context.token(),
      name,
      problem,
      made: made && {
        text: t('shownText', { name: made.name }),
        key: made.key,
        command: `curl -H 'Authorization: Bearer ${made.key}' ${context.origin}/api/key.json`,
      },
      scopes: keyScopes.map((id) => ({ id, name: translate(keyScopeNames[id], language) })),
      keys: listApiKeys(site.access).map((key) => ({
        id: key.id,
        name: key.name,
        scope: translate(keyScopeNames[key.scope], language),
        made: printSecond(key.madeAt),
        used: key.usedAt === null ? t('never') : printSecond(key.usedAt),
        state: key.revokedAt === null ? t('valid') : t('revoked', { at: printSecond(key.revokedAt) }),
        revoke: key.revokedAt === null ? context.link(`/keys/${key.id}/revoke`) : '',
        revokeName: t('revokeOf', { name: key.name }),
      })),
    },
  };
}

/** Makes a key, and shows it. */
export const sendKey: Answer = (site) => (request, response) => {
  const context = readRequestContext(site, request);
  const form = formOf(request);
  const name = (form.get('name') ?? '').trim();
  try {
    const given = form.get('scope') ?? '';
    const scope = keyScopes.find((one) => one === given);
    if (scope === undefined) {
      const shown = given.slice(0, 40);
      throw wrongUse(
        `scope = “${shown}”：须为 ${keyScopes.join('、')} 之一`,
        `scope = “${shown}”: must be one of ${keyScopes.join(', ')}`,
      );
    }
    const { id, key } = makeApiKey(site.access, name, scope, site.now());
    noteSubject(request, `key ${id}`);
    showPage(context, response, showKeys(context, { made: { name, key } }));
  } catch (error) {
    if (!(error instanceof Mistake)) throw error;
    showPage(context, response, showKeys(context, { name, problem: error.in(context.language) }));
  }
};

/** Revokes a key: from now on it opens nothing. */
export const sendRevocation: Answer = (site) => (request, response) => {
  const context = readRequestContext(site, request);
  const id = context.param('id');
  noteSubject(request, `key ${id.slice(0, 12)}`);
  revokeApiKey(site.access, id, site.now());
  response.redirect(303, context.link('/keys'));
};

/** What the key of a request is: a machine can try whether it works. */
export const keyDocument: Answer = (site) => (request, response) => {
  const reader = readerOf(request);
  const key = reader.kind === 'key' ? findApiKey(site.access, reader.id) : undefined;
  response.set('Cache-Control', 'no-store').json({ id: key?.id, name: key?.name, scope: key?.scope });
};
