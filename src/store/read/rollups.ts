import { serviceMeasures, type RollupTotals } from '../../model/cells.ts';
import type { Store } from '../open.ts';
import { measureColumns, type Cells } from '../write/rollups.ts';

/** Counts of each cell by its dimensions, as texts to compare. */
function cellsByKey(rows: Iterable<object>): Map<string, string> {
  const map = new Map<string, string>();
  for (const row of rows) {
    const fields = Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1));
    const [counts, key] = [true, false].map((counted) =>
      JSON.stringify(fields.filter(([name]) => counters.has(name) === counted)),
    );
    map.set(key ?? '', counts ?? '');
  }
  return map;
}
const counters: ReadonlySet<string> = new Set(['n', ...serviceMeasures]);

/** Compares a recount with the rollups kept; names the tables that differ, and by how many cells. */
export function rollupDifferences(store: Store, recount: Cells): string[] {
  const measures = serviceMeasures.map((name, i) => `${measureColumns[i] ?? ''} AS ${name}`);
  const tables: [name: string, kept: Map<string, string>, counted: Map<string, string>][] = [
    ['rating_rollup', kept(store, 'SELECT * FROM rating_rollup'), cellsByKey(recount.ratingCells())],
    [
      'task_rating_rollup',
      kept(store, 'SELECT * FROM task_rating_rollup'),
      cellsByKey(recount.taskRatingCells()),
    ],
    ['tag_rollup', kept(store, 'SELECT * FROM tag_rollup'), cellsByKey(recount.tagCells())],
    [
      'service_rollup',
      kept(store, `SELECT task, month, ${measures.join(', ')} FROM service_rollup`),
      cellsByKey(recount.serviceCells()),
    ],
  ];
  return tables.flatMap(([name, keptCells, countedCells]) => {
    const keys = new Set([...keptCells.keys(), ...countedCells.keys()]);
    const different = [...keys].filter((key) => keptCells.get(key) !== countedCells.get(key)).length;
    return different === 0 ? [] : [`${name} (${String(different)})`];
  });
}

const kept = (store: Store, sql: string): Map<string, string> =>
  cellsByKey(store.db.prepare<[], object>(sql).all());

/** Adds up the rollups. */
export function rollupTotals(store: Store): RollupTotals {
  const totals = store.db
    .prepare<[], RollupTotals>(
      `SELECT (SELECT total(services) FROM service_rollup) AS services,
              (SELECT total(n) FROM rating_rollup) AS ratings,
              (SELECT total(n) FROM rectification_rollup) AS rectifications,
              (SELECT total(n) FROM rating_rollup WHERE additional = 0) AS firstRatings,
              (SELECT total(n) FROM task_rating_rollup) AS taskRatings`,
    )
    .get();
  if (!totals) throw new Error('a query of sums has one row');
  return totals;
}
