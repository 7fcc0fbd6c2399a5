import type { FileTable } from '../shared/file.ts';
import { byChannel, byPlace } from './channel-levels.ts';
import { ratingScope } from './rating-scope.ts';
import type { RequestContext } from '../request-context.ts';

/** Levels by channel and by place, of the scope that the address names. */
export async function channelsCsv(context: RequestContext): Promise<FileTable> {
  const { reference } = context.site;
  const { code, ratings } = await ratingScope(context);
  return {
    name: `channels-${code === '' ? '' : `${code}-`}${context.period.label}.csv`,
    unitsIn: code === '' ? [] : [context.period],
    heading: [
      'table',
      'name',
      'name_en',
      'place',
      'ratings',
      'level_5',
      'level_4',
      'level_3',
      'level_2',
      'level_1',
      'no_level',
      'default',
      'good',
      'bad',
    ],
    rows: [
      ...byChannel(reference, ratings).map((row) => ({ table: 'channel', ...row })),
      ...byPlace(reference, ratings).map((row) => ({ table: 'place', ...row })),
    ].map((row) => [
      ...[row.table, row.name, row.nameEn, row.place],
      row.ratings,
      ...row.levels,
      row.none,
      row.defaulted,
      row.good,
      row.bad,
    ]),
  };
}
