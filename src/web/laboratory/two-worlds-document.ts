import type { Answer } from '../page.ts';
import { readRequestContext } from '../request-context.ts';
import { noticeOf } from '../shared/file.ts';
import { askedTwins } from './asked-twins.ts';

/** Both worlds, unrounded: what the page shows. */
export const twoWorldsDocument: Answer = (site) => async (request, response) => {
  const context = readRequestContext(site, request);
  const { seed, asked } = askedTwins(context);
  const { judged, ...worlds } = await context.results.ask('twoWorlds', { seed });
  response.set('Cache-Control', 'private, no-cache');
  response.json({
    notice: noticeOf(context),
    ...worlds,
    asked,
    signs: judged.find((one) => one.asked === asked)?.signs,
  });
};
