import { groupings, type GroupCell, type Grouping } from '../../model/cells.ts';
import { decodeCounts, encodeCounts } from '../../model/counts/count-codec.ts';
import { groupCellSize } from '../../model/counts/group-columns.ts';
import type { Period } from '../../model/time/period.ts';
import type { Store } from '../open.ts';

interface StoredGroupCell {
  readonly unit: number;
  readonly month: number;
  readonly grouping: number;
  readonly counts: Uint8Array | null;
}

const groupingOf = ({ grouping }: StoredGroupCell): Grouping => groupings[grouping] ?? 'person';

/** Counts by random group of all units in a period. Counts that cannot be read are null, as those are that nobody counted. */
export const groupCells = (store: Store, period: Period): GroupCell[] =>
  store.db
    .prepare<[number, number], StoredGroupCell>(
      'SELECT unit, month, grouping, counts FROM group_rollup WHERE month BETWEEN ? AND ?',
    )
    .all(period.first, period.last)
    .map((cell): GroupCell => {
      const grouping = groupingOf(cell);
      const counts = cell.counts === null ? undefined : decodeCounts(cell.counts, groupCellSize[grouping]);
      return { unit: cell.unit, month: cell.month, grouping, counts: counts ?? null };
    });

/** How many cells differ from a recount; of months that nobody counted by group, none. */
export function groupDifferences(store: Store, recount: Iterable<GroupCell>): number {
  const nameOf = (unit: number, month: number, grouping: Grouping): string => [unit, month, grouping].join();
  const kept = new Map(
    store.db
      .prepare<[], StoredGroupCell>('SELECT unit, month, grouping, counts FROM group_rollup')
      .all()
      .map((cell) => [nameOf(cell.unit, cell.month, groupingOf(cell)), cell.counts]),
  );
  let different = 0;
  for (const { unit, month, grouping, counts } of recount) {
    const name = nameOf(unit, month, grouping);
    const stored = kept.get(name);
    kept.delete(name);
    if (stored === null || counts === null) continue;
    if (stored === undefined || Buffer.compare(stored, encodeCounts(counts)) !== 0) different++;
  }
  for (const stored of kept.values()) if (stored !== null) different++;
  return different;
}
