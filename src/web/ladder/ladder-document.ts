import type { Answer } from '../page.ts';
import { readRequestContext } from '../request-context.ts';
import { noticeOf } from '../shared/file.ts';
import { readLadderChoice } from './ladder-choice.ts';

/** The numbers of the concealment ladder, unrounded, for the query of its page. */
export const ladderDocument: Answer = (site) => async (request, response) => {
  const context = readRequestContext(site, request);
  const choice = readLadderChoice(context.query);
  const found = await context.results.ask('concealmentLadder', choice);
  response.set('Cache-Control', 'private, no-cache');
  response.json({ notice: noticeOf(context), choice, ...found });
};
