import type { Answer } from '../page.ts';

/** Answers with what was measured. */
export const metricsText: Answer = (site) => async (_request, response) => {
  response
    .set({ 'Content-Type': site.metrics.contentType, 'Cache-Control': 'no-store' })
    .send(await site.metrics.text());
};
