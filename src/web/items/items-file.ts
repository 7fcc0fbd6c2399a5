import type { FileTable } from '../shared/file.ts';
import { findItems, readItemQuery } from './item-query.ts';
import type { RequestContext } from '../request-context.ts';

/** The items that the page lists for the same address, all of its pages. */
export async function itemsCsv(context: RequestContext): Promise<FileTable> {
  const query = readItemQuery(context);
  const rows = await findItems(context, query);
  return {
    name: `items-${context.period.label}.csv`,
    unitsIn: query.unit === '' ? [] : [context.period],
    heading: [
      'code',
      'name',
      'name_en',
      'type',
      'department',
      'offices',
      'ratings',
      'levelled',
      'good',
      'bad',
      'good_share',
      'low',
      'high',
    ],
    rows: rows.map((row) => [
      ...[row.code, row.name, row.nameEn, row.type, row.departments[0] ?? ''],
      ...[row.offices, row.ratings, row.levelled, row.good, row.bad],
      row.rate?.value ?? null,
      row.rate?.low ?? null,
      row.rate?.high ?? null,
    ]),
  };
}
