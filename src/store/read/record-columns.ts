import { storedColumns, textColumns } from '../../model/record/columns.ts';
import type { RecordKind } from '../../model/record/kind.ts';

/** What a query selects so that its rows are those of model/record/row.ts: the columns under the names they have in code. */
export const selected = (kind: RecordKind): string =>
  [
    ...storedColumns(kind).map(({ name, sql }) => `${kind}.${sql} AS ${name}`),
    ...textColumns(kind).map(({ name, sql }) => `${sql}.text AS ${name}`),
  ].join(', ');

/** The tables that hold the texts of ratings. */
export const textTables: readonly string[] = textColumns('rating').map(({ sql }) => sql);

/** Joins the texts to the ratings of a query. */
export const joinedTexts = textTables
  .map((table) => `LEFT JOIN ${table} ON ${table}.rating_key = rating.key`)
  .join(' ');
