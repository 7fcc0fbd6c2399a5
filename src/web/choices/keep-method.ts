import { keepOwnMethod, readOwnMethod } from '../../jobs/measure/choices/own-methods.ts';
import { Mistake, wrongUse } from '../../model/errors.ts';
import { printCount } from '../../wording/print-number.ts';
import { formOf } from '../form-body.ts';
import { showPage, type Answer } from '../page.ts';
import { readRequestContext } from '../request-context.ts';
import { fill } from '../../wording/translator.ts';
import { LONGEST_METHOD, ownMethodForm } from './own-method-page.ts';
import { ownMethodTexts } from './own-method-texts.ts';

/** Takes a method that a reader brings, and leads to the address of its results; what is wrong stays on the screen. */
export const keepMethod: Answer = (site) => (request, response) => {
  const context = readRequestContext(site, request);
  const text = formOf(request).get('text') ?? '';
  try {
    mustHaveLength(text);
    const digest = keepOwnMethod(site.store, readOwnMethod(text, ownMethodTexts.here[context.language]));
    response.redirect(303, context.here({ own: digest }));
  } catch (error) {
    if (!(error instanceof Mistake)) throw error;
    showPage(context, response, ownMethodForm(context, { text, problem: error.in(context.language) }));
  }
};

function mustHaveLength(text: string): void {
  const { nothing, tooLong } = ownMethodTexts;
  if (text.trim() === '') throw wrongUse(nothing.zh, nothing.en);
  if (text.length <= LONGEST_METHOD) return;
  const counts = { given: printCount(text.length), n: printCount(LONGEST_METHOD) };
  throw wrongUse(fill(tooLong.zh, counts), fill(tooLong.en, counts));
}
