import type { CsvCell } from '../../export/csv.ts';
import { notFound } from '../../model/errors.ts';
import type { Answer } from '../page.ts';
import { readRequestContext, type RequestContext } from '../request-context.ts';
import { noticeOf, type FileTable } from '../shared/file.ts';
import { weightingTexts } from './weighting-texts.ts';
import { askedWeighting, type WeighedRun } from './weighting-view.ts';

async function weighedRun(context: RequestContext): Promise<WeighedRun> {
  const { weighed } = await askedWeighting(context);
  if (weighed === undefined) throw notFound(weightingTexts.none.zh, weightingTexts.none.en);
  return weighed;
}

/** Unweighted, weighed and true figures of a run: the numbers of the page, unrounded. */
export async function weightingFile(context: RequestContext): Promise<FileTable> {
  const { run, rows } = await weighedRun(context);
  return {
    name: `weighting-run-${String(run.id)}.csv`,
    periodFree: true,
    heading: [
      ...['run', 'way', 'average_score', 'gap', 'good_rate', 'effective', 'uncovered'],
      ...['converged', 'rounds', 'margin'],
    ],
    rows: rows.map(({ way, averageScore, gap, goodRate, effective, uncovered, raking }): CsvCell[] => [
      ...[run.id, way, averageScore, gap, goodRate, effective, uncovered],
      raking === null ? null : raking.converged ? 1 : 0,
      raking?.rounds ?? null,
      raking?.margin ?? null,
    ]),
  };
}

export const weightingDocument: Answer = (site) => async (request, response) => {
  const context = readRequestContext(site, request);
  const { run, found, rows, levels } = await weighedRun(context);
  const { services, answers, cells, emptyCells } = found;
  response.set('Cache-Control', 'private, no-cache');
  response.json({
    notice: noticeOf(context),
    data: context.results.content.digest,
    run: { id: run.id, scenario: run.scenario, seed: run.seed },
    ...{ services, answers, cells, emptyCells },
    ways: rows,
    levels,
  });
};
