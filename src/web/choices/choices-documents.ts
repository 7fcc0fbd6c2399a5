import { chooseRanks } from '../../jobs/measure/choices/choose-ranks.ts';
import type { Answer } from '../page.ts';
import { readRequestContext, type RequestContext } from '../request-context.ts';
import { headOf } from '../shared/file.ts';
import { readChoiceRequest } from './choice-fields.ts';
import { chosenMethod } from './choices-page.ts';
import { uncertaintyOf } from './uncertainty-page.ts';

const document =
  (make: (context: RequestContext) => Promise<object>): Answer =>
  (site) =>
  async (request, response) => {
    const context = readRequestContext(site, request);
    const made = await make(context);
    response.set('Cache-Control', 'private, no-cache');
    const { id, version, kind } = chosenMethod(context);
    const method = { id, version, kind };
    response.json({ ...headOf(context, [context.period]), method, period: context.period.label, ...made });
  };

/** Choices with the ranks they give, beside those of the method. */
export const choicesDocument = document(async (context) => {
  const method = chosenMethod(context);
  const choices = readChoiceRequest(context.query, method);
  const measurement = await context.results.measurement(context.period);
  return { choices, ...chooseRanks(measurement, method, choices) };
});

/** Intervals of ranks when choices are drawn. */
export const uncertaintyDocument = document(uncertaintyOf);
