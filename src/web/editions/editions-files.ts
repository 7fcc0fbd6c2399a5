import type { CsvCell } from '../../export/csv.ts';
import type { Answer } from '../page.ts';
import { readRequestContext, type RequestContext } from '../request-context.ts';
import { headOf, type FileTable } from '../shared/file.ts';
import { comparedEditions } from './edition-choice.ts';

/** All units by two editions of the methods: the numbers of the page, unrounded. */
export async function editionsFile(context: RequestContext): Promise<FileTable> {
  const { from, to, rows } = await comparedEditions(context);
  const names = [from, to].flatMap((edition) => [`overall ${edition}`, `rank ${edition}`, `band ${edition}`]);
  return {
    name: `editions-${context.period.label}.csv`,
    unitsIn: [context.period],
    heading: ['kind', 'code', 'name', 'name_en', ...names, 'difference', 'places'],
    rows: rows.map(({ kind, code, name, nameEn, before, after, score, places }): CsvCell[] => [
      kind,
      code,
      name,
      nameEn,
      ...[before, after].flatMap(({ overall, rank, band }) => [overall, rank, band]),
      score,
      places,
    ]),
  };
}

export const editionsDocument: Answer = (site) => async (request, response) => {
  const context = readRequestContext(site, request);
  const { from, to, rows } = await comparedEditions(context);
  response.set('Cache-Control', 'private, no-cache');
  response.json({
    ...headOf(context, [context.period]),
    period: context.period.label,
    data: context.results.content.digest,
    from,
    to,
    units: rows,
  });
};
