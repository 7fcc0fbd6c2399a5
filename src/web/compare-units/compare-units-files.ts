import type { CsvCell } from '../../export/csv.ts';
import { dimensionIds } from '../../model/reference.ts';
import type { Answer } from '../page.ts';
import { readChoice } from '../request-query.ts';
import { readRequestContext, type RequestContext } from '../request-context.ts';
import { headOf, type FileTable } from '../shared/file.ts';
import { comparedUnits } from './compared-units.ts';

/** A line for each figure of each unit in each period: scores, and values of indicators where these are asked for. */
export async function compareUnitsFile(context: RequestContext): Promise<FileTable> {
  const withIndicators = isDetailed(context);
  const { periods } = await comparedUnits(context);
  return {
    name: `compare-${periods.map(({ period }) => period.label).join('-')}.csv`,
    unitsIn: periods.map(({ period }) => period),
    heading: ['kind', 'code', 'name', 'name_en', 'period', 'figure', 'value', 'low', 'high', 'score', 'rank'],
    rows: periods.flatMap(({ period, units }) =>
      units.flatMap((unit): CsvCell[][] => {
        const head = [unit.kind, unit.code, unit.name, unit.nameEn, period.label];
        const scores = [
          { id: 'overall', score: unit.overall, rank: unit.rank },
          ...dimensionIds.map((id) => ({ id, score: unit.dimensions[id], rank: null })),
        ];
        return [
          ...scores.map(({ id, score, rank }) => [
            ...head,
            id,
            null,
            score?.low ?? null,
            score?.high ?? null,
            score?.score ?? null,
            rank,
          ]),
          ...(withIndicators
            ? unit.indicators.map((one) => [
                ...head,
                one.id,
                one.value,
                one.redraw?.low ?? null,
                one.redraw?.high ?? null,
                one.normalised,
                null,
              ])
            : []),
        ];
      }),
    ),
  };
}

const isDetailed = ({ query }: RequestContext): boolean =>
  readChoice(query, 'detail', ['dimensions', 'indicators'], 'dimensions') === 'indicators';

/** The same with the differences and their tests. */
export const compareUnitsDocument: Answer = (site) => async (request, response) => {
  const context = readRequestContext(site, request);
  const withIndicators = isDetailed(context);
  const { kind, periods, differences } = await comparedUnits(context);
  response.set('Cache-Control', 'private, no-cache');
  response.json({
    ...headOf(
      context,
      periods.map(({ period }) => period),
    ),
    data: context.results.content.digest,
    kind,
    periods: periods.map(({ period, units }) => ({
      period: period.label,
      units: units.map(({ indicators, ...unit }) => {
        const { code, name, nameEn, rank, rankLow, rankHigh, tier, band, overall, dimensions } = unit;
        const standing = { rank, rankLow, rankHigh, tier, band };
        return {
          ...{ code, name, nameEn, ...standing, overall, dimensions },
          ...(withIndicators ? { indicators } : {}),
        };
      }),
    })),
    differences: differences.map(({ adjusted, ...difference }) => ({ ...difference, pAdjusted: adjusted })),
  });
};
