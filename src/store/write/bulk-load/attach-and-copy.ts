import { textColumns } from '../../../model/record/columns.ts';
import type { Store } from '../../open.ts';
import { BulkLoadFile, type BulkLoadTable } from './bulk-load-file.ts';

/** Databases that one connection can attach at a time: a limit of SQLite. */
export const MOST_ATTACHED = 10;

/** Tables whose rows come in bulk-load files, in the order they are copied. */
const TABLES = ['service', 'rating', ...textColumns('rating').map(({ sql }) => sql)];

/** Definitions of those tables, as the database has them now. */
export function bulkLoadTables(store: Store): BulkLoadTable[] {
  const definition = store.db
    .prepare<[string], string>("SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = ?")
    .pluck();
  const columns = store.db
    .prepare<[string], string>(
      'SELECT name FROM pragma_table_xinfo(?) WHERE hidden = 0 AND pk = 0 ORDER BY cid',
    )
    .pluck();
  return TABLES.map((name) => ({ name, sql: definition.get(name) ?? '', columns: columns.all(name) }));
}

/** Attaches the bulk-load files while `work` runs, which may open a transaction and copy their rows. */
export function withAttached<T>(store: Store, files: readonly string[], work: () => T): T {
  const attached: string[] = [];
  try {
    for (const file of files) {
      store.db.prepare('ATTACH ? AS ' + nameOf(attached.length)).run(file);
      attached.push(file);
    }
    return work();
  } finally {
    attached.forEach((_, i) => store.db.exec(`DETACH ${nameOf(i)}`));
  }
}

/** Copies the rows of the first `files` attached bulk-load files, in their order; inside a transaction. */
export function copyAttached(store: Store, files: number): void {
  for (let i = 0; i < files; i++) {
    for (const table of TABLES)
      store.db.exec(`INSERT INTO main.${table} SELECT * FROM ${nameOf(i)}.${table}`);
  }
}

/** Why a bulk-load file cannot be written here or read by the database, if so; tried outside a transaction. */
export function bulkLoadFault(store: Store, file: string): string | undefined {
  try {
    new BulkLoadFile(file, bulkLoadTables(store)).close();
    withAttached(store, [file], () => undefined);
    return undefined;
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error);
  }
}

const nameOf = (file: number): string => `bulk${String(file)}`;
