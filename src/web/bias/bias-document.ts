import type { Answer } from '../page.ts';
import { readRequestContext } from '../request-context.ts';
import { noticeOf } from '../shared/file.ts';
import { readBiasChoice } from './bias-choice.ts';

/** The numbers of the bias laboratory, unrounded, for the query of its page. */
export const biasDocument: Answer = (site) => async (request, response) => {
  const context = readRequestContext(site, request);
  const choice = readBiasChoice(context.query, context.site.reference);
  const found = await context.results.ask('regimeBias', choice);
  response.set('Cache-Control', 'private, no-cache');
  response.json({ notice: noticeOf(context), choice, ...found });
};
