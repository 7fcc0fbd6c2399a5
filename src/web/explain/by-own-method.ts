import { keptOwnMethod } from '../../jobs/measure/choices/own-methods.ts';
import { withOneMethod } from '../../model/knowledge.ts';
import type { RequestContext } from '../request-context.ts';
import { readText } from '../request-query.ts';

/** The request with its figures by the method that a reader brought, where `own` names one: what it explains links on by it. */
export function byOwnMethod(context: RequestContext): RequestContext {
  const own = readText(context.query, 'own', 64);
  if (own === '') return context;
  const { results, site } = context;
  const method = keptOwnMethod(site.store, own);
  const { edition } = site.methods;
  return {
    ...context,
    site: withOneMethod(site, method),
    results: {
      ...results,
      measurement: (period) => results.ownMeasurement(period, own),
      recordSample: (period, unit, indicator) =>
        results.ask('recordSample', { period, edition, own, unit, indicator }),
    },
    link: (path, changes) => {
      if (path === '/method') return context.link('/method/own', { own });
      return context.link(path, path === '/explain' ? { ...changes, own } : changes);
    },
  };
}
