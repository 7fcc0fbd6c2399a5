import { bandIds, type Score } from '../../model/measurement.ts';
import { separateFictional } from '../../model/names/fictional-units.ts';
import { dimensionIds, unitKinds } from '../../model/reference.ts';
import type { CsvCell } from '../../export/csv.ts';
import type { FileTable } from '../shared/file.ts';
import { readRanking } from './overview-ranking.ts';
import { orderUnits } from './ranking-order.ts';
import type { RequestContext } from '../request-context.ts';

const three = (score: Score): CsvCell[] => [score?.score ?? null, score?.low ?? null, score?.high ?? null];

/** The ranking tables, in the order of the page they were asked from, and behind them the units that are not ranked. */
export async function rankingFile(context: RequestContext): Promise<FileTable> {
  const { sort, order } = readRanking(context.query);
  const { units } = await context.results.measurement(context.period);
  const { ranked, unranked } = separateFictional(units);
  return {
    name: `ranking-${context.period.label}.csv`,
    unitsIn: [context.period],
    heading: [
      'kind',
      'rank',
      'code',
      'name',
      'name_en',
      'region',
      'band',
      ...['overall', ...dimensionIds].flatMap((id) => [id, `${id}_low`, `${id}_high`]),
      'rank_low',
      'rank_high',
      'tier',
      ...bandIds.map((band) => `chance_${band}`),
      'standard_error',
      'design_effect',
    ],
    rows: [
      ...unitKinds.flatMap((kind) =>
        orderUnits(
          ranked.filter((unit) => unit.kind === kind),
          sort,
          order,
          context.language,
        ),
      ),
      ...unranked,
    ].map((unit): CsvCell[] => [
      unit.kind,
      unit.rank,
      unit.code,
      unit.name,
      unit.nameEn,
      unit.region,
      unit.band,
      ...three(unit.overall),
      ...dimensionIds.flatMap((id) => three(unit.dimensions[id])),
      unit.rankLow,
      unit.rankHigh,
      unit.tier,
      ...bandIds.map((band) => unit.bandChance?.[band] ?? null),
      unit.spread?.overall?.error ?? null,
      unit.spread?.overall?.designEffect ?? null,
    ]),
  };
}
