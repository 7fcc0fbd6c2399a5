import { basename } from 'node:path';
import { detectionDocument } from '../../jobs/detect/detection-figures.ts';
import { leadsNotice } from '../../wording/leads-notice.ts';
import type { Answer } from '../page.ts';
import { readRequestContext } from '../request-context.ts';
import { noticeOf } from '../shared/file.ts';

/** The numbers of the page of detectors, unrounded: the document of `detect --json`. */
export const detectorsDocument: Answer = (site) => async (request, response) => {
  const context = readRequestContext(site, request);
  const figures = await context.results.ask('detection', null);
  response.set('Cache-Control', 'private, no-cache');
  response.json({
    notice: `${leadsNotice.zh} / ${leadsNotice.en} ${noticeOf(context)}`,
    ...detectionDocument(basename(site.store.file), figures),
  });
};
