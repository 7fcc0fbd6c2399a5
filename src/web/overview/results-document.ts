import { noticeOf } from '../shared/file.ts';
import type { Answer } from '../page.ts';
import { readVisit } from '../request-context.ts';

/** The measurement of the period as it is stored, with the notice in front. */
export const resultsDocument: Answer = (site) => async (request, response) => {
  const visit = readVisit(site, request);
  response.set('Cache-Control', 'private, no-cache');
  response.json({ notice: noticeOf(visit), ...(await visit.results.measurement(visit.period)) });
};
