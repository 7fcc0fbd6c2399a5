import type { Answer } from '../page.ts';
import { readVisit } from '../request-context.ts';

/** Asks a run to stop and leads back to its page. */
export const cancelRun: Answer = (site) => (request, response) => {
  const visit = readVisit(site, request);
  const job = site.desk.cancel(visit.param('id'));
  response.redirect(303, visit.link(`/runs/jobs/${job.id}`));
};
