import type { Request, RequestHandler } from 'express';
import { keyScopeNames } from '../../model/access/api-key.ts';
import { hasRight, type Right } from '../../model/access/right.ts';
import { roleNames } from '../../model/access/role.ts';
import { Mistake } from '../../model/errors.ts';
import { fill } from '../../wording/translator.ts';
import type { Deps } from '../deps.ts';
import { accessTexts } from './access-texts.ts';
import { readerOf } from './reader.ts';
import { signInAddress } from './sign-in-link.ts';

/** Throws a Mistake where whoever sends a request has not the right that it needs: 401 without an account or key, else 403. */
export function mustHaveRight(request: Request, right: Right, { accessSettings }: Deps): void {
  const reader = readerOf(request);
  if (hasRight(reader, right, accessSettings)) return;
  if (reader.kind === 'visitor') {
    throw new Mistake(right === 'key' ? accessTexts.needsKey : accessTexts.needsAccount, { status: 401 });
  }
  const { notAllowed, keyNotAllowed } = accessTexts;
  const text =
    reader.kind === 'account'
      ? {
          zh: fill(notAllowed.zh, { role: roleNames[reader.role].zh }),
          en: fill(notAllowed.en, { role: roleNames[reader.role].en }),
        }
      : {
          zh: fill(keyNotAllowed.zh, { scope: keyScopeNames[reader.scope].zh }),
          en: fill(keyNotAllowed.en, { scope: keyScopeNames[reader.scope].en }),
        };
  throw new Mistake(text, { status: 403 });
}

/** Addresses that programs ask, not people with a browser. */
const ofPrograms = /^\/(api|files|metrics|healthz)(\/|$)/;

/** Lets those read who may; a reader who is not signed in is led to where one signs in, and back from there. */
export const readable =
  (right: Right, deps: Deps): RequestHandler =>
  (request, response, next) => {
    const isVisitor = readerOf(request).kind === 'visitor';
    if (
      isVisitor &&
      !hasRight(readerOf(request), right, deps.accessSettings) &&
      !ofPrograms.test(request.path)
    ) {
      response.redirect(303, signInAddress(request.originalUrl));
      return;
    }
    mustHaveRight(request, right, deps);
    next();
  };
