import { notAssessedDocument } from '../../wording/not-yet-assessed.ts';
import { unrankedIn } from '../../wording/unranked-units.ts';
import { headOf } from '../shared/file.ts';
import type { Answer } from '../page.ts';
import { readRequestContext } from '../request-context.ts';

/** The measurement of the period as it is stored, with the notice in front. */
export const resultsDocument: Answer = (site) => async (request, response) => {
  const context = readRequestContext(site, request);
  response.set('Cache-Control', 'private, no-cache');
  const measurement = await context.results.measurement(context.period);
  response.json({
    ...headOf(context, [context.period]),
    ...measurement,
    unranked: unrankedIn(measurement),
    notAssessed: notAssessedDocument(context.site.methods, context.period),
  });
};
