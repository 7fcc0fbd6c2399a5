import { contentOf } from '../store/read/content.ts';
import type { Answer } from './page.ts';

/** Says that the program answers and its database can be read. */
export const health: Answer = (site) => (_request, response) => {
  const { services, ratings, digest } = contentOf(site.store);
  response
    .set('Cache-Control', 'no-store')
    .json({ ok: true, version: site.version, services, ratings, digest, simulated: true });
};
