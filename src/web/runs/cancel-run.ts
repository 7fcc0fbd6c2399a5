import { noteSubject } from '../access/sent-form.ts';
import type { Answer } from '../page.ts';
import { readRequestContext } from '../request-context.ts';

/** Asks a run to stop and leads back to its page. */
export const cancelRun: Answer = (site) => (request, response) => {
  const context = readRequestContext(site, request);
  noteSubject(request, `run ${context.param('id').slice(0, 40)}`);
  const job = site.runStarter.cancel(context.param('id'));
  response.redirect(303, context.link(`/runs/jobs/${job.id}`));
};
