import { notFound } from '../../model/errors.ts';
import type { Answer } from '../page.ts';
import { readRequestContext } from '../request-context.ts';
import { noticeOf } from '../shared/file.ts';
import { askedPlan } from './asked-plan.ts';

/** The analysis of evaluators, unrounded: what the page shows, and what `evaluate --json` prints under `subjects`. */
export const evaluatorsDocument: Answer = (site) => async (request, response) => {
  const context = readRequestContext(site, request);
  const { plan } = askedPlan(context);
  if (plan === undefined) throw notFound('数据库中没有评估记录', 'the database holds no assessments');
  response.set('Cache-Control', 'private, no-cache');
  response.json({
    notice: noticeOf(context),
    data: context.results.content.digest,
    plan,
    subjects: await context.results.ask('evaluators', { plan }),
  });
};
