import { chooseRanks } from '../../jobs/measure/choices/choose-ranks.ts';
import type { FileTable } from '../shared/file.ts';
import type { CsvCell } from '../../export/csv.ts';
import type { RequestContext } from '../request-context.ts';
import { readChoiceRequest } from './choice-fields.ts';
import { chosenMethod } from './choices-page.ts';
import { uncertaintyOf } from './uncertainty-page.ts';

/** Ranks by the method and by the choices of the address. */
export async function choicesFile(context: RequestContext): Promise<FileTable> {
  const method = chosenMethod(context);
  const request = readChoiceRequest(context.query, method);
  const { units } = chooseRanks(await context.results.measurement(context.period), method, request);
  return {
    name: `choices-${context.period.label}.csv`,
    unitsIn: [context.period],
    heading: ['kind', 'code', 'name', 'name_en', 'rank', 'rank_chosen', 'score', 'score_chosen'],
    rows: units.map(({ code, name, nameEn, before, after }): CsvCell[] => [
      method.kind,
      code,
      name,
      nameEn,
      before.rank,
      after.rank,
      before.score,
      after.score,
    ]),
  };
}

/** Intervals of ranks, as their page has them. */
export async function uncertaintyFile(context: RequestContext): Promise<FileTable> {
  const { units } = await uncertaintyOf(context);
  return {
    name: `rank-uncertainty-${context.period.label}.csv`,
    unitsIn: [context.period],
    heading: [
      'code',
      'name',
      'name_en',
      'rank',
      'mean',
      'median',
      'low',
      'high',
      'best_by_weights',
      'worst_by_weights',
    ],
    rows: units.map(({ code, name, nameEn, rank, drawn, attainable }): CsvCell[] => [
      code,
      name,
      nameEn,
      rank,
      drawn?.mean ?? null,
      drawn?.median ?? null,
      drawn?.low ?? null,
      drawn?.high ?? null,
      attainable?.best ?? null,
      attainable?.worst ?? null,
    ]),
  };
}
