import type { Right } from '../../model/access/right.ts';
import { translate } from '../../model/language.ts';
import type { RequestContext } from '../request-context.ts';
import { accessTexts } from './access-texts.ts';
import { signInLink } from './sign-in-link.ts';

/** What stands where a button would be that the reader may not press. */
export interface Barred {
  readonly text: string;
  /** Where one signs in; empty for who is signed in and still may not. */
  readonly signIn: string;
}

/** Why a reader may not do something, before it is tried; undefined where the reader may. */
export function barred(context: RequestContext, right: Right): Barred | undefined {
  if (context.may(right)) return undefined;
  const isVisitor = context.reader.kind === 'visitor';
  const { buttonNeedsAccount, buttonNotAllowed } = accessTexts;
  return {
    text: translate(isVisitor ? buttonNeedsAccount : buttonNotAllowed, context.language),
    signIn: isVisitor ? signInLink(context) : '',
  };
}
