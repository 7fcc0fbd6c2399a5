import { keptOwnMethod } from '../../jobs/measure/choices/own-methods.ts';
import type { Answer } from '../page.ts';
import { readRequestContext } from '../request-context.ts';
import { readText } from '../request-query.ts';
import { headOf } from '../shared/file.ts';
import { chosenMethod } from './choices-page.ts';

/** The method in use as a file: `measure --method` and the form of own methods take it. */
export const methodDocument: Answer = (site) => (request, response) => {
  const method = chosenMethod(readRequestContext(site, request));
  response.set('Content-Type', 'application/json; charset=utf-8');
  response.set('Content-Disposition', `attachment; filename="${method.id}.json"`);
  response.set('Cache-Control', 'private, no-cache');
  response.send(`${JSON.stringify(method, null, 2)}\n`);
};

/** The method that the address names, and its results; the empty list where it names none. */
export const ownResultsDocument: Answer = (site) => async (request, response) => {
  const context = readRequestContext(site, request);
  const digest = readText(context.query, 'own', 64);
  const method = keptOwnMethod(site.store, digest);
  const measurement = await context.results.ownMeasurement(context.period, digest);
  response.set('Cache-Control', 'private, no-cache');
  response.json({ ...headOf(context, [context.period]), own: method, ...measurement });
};
