import { groupings, type GroupCell } from '../../model/cells.ts';
import { decodeCounts, encodeCounts } from '../../model/counts/count-codec.ts';
import type { Store } from '../open.ts';

/**
 * Adds counts by random group to those stored, inside the transaction of the rows they count. A month of which an earlier version
 * counted records without groups stays without any.
 */
export function addGroupCells(store: Store, cells: Iterable<GroupCell>): void {
  const find = store.db
    .prepare<[number, number, number], Uint8Array | null>(
      'SELECT counts FROM group_rollup WHERE unit = ? AND month = ? AND grouping = ?',
    )
    .pluck();
  const write = store.db.prepare<[number, number, number, Uint8Array]>(
    `INSERT INTO group_rollup (unit, month, grouping, counts) VALUES (?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET counts = excluded.counts`,
  );
  for (const { unit, month, grouping, counts } of cells) {
    const place = groupings.indexOf(grouping);
    const stored = find.get(unit, month, place);
    if (stored === null || counts === null) continue;
    const sum = stored === undefined ? counts : decodeCounts(stored, counts.length);
    if (sum === undefined)
      throw new Error(`group_rollup: damaged counts of unit ${String(unit)}, month ${String(month)}`);
    if (sum !== counts) counts.forEach((n, i) => (sum[i] = (sum[i] ?? 0) + n));
    write.run(unit, month, place, encodeCounts(sum));
  }
}
