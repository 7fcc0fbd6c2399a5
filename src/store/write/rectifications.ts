import { storedColumns } from '../../model/record/columns.ts';
import { addDigest, parseDigest, printDigest, type Digest } from '../../model/record/digest.ts';
import type { RectificationRow } from '../../model/record/row.ts';
import type { NamedRectificationCell, RectificationCell } from '../../model/cells.ts';
import type { Store } from '../open.ts';
import { contentOf } from '../read/content.ts';

/** Writes an accepted rectification inside an open transaction; they are few. */
export function rectificationWriter(store: Store): (row: RectificationRow) => void {
  const stored = storedColumns('rectification');
  const add = store.db.prepare<[RectificationRow]>(
    `INSERT INTO rectification (${stored.map(({ sql }) => sql).join(', ')})
     VALUES (${stored.map(({ name }) => `@${name}`).join(', ')})`,
  );
  return (row) => {
    add.run(row);
  };
}

/** Writes an accepted rectification in the place of the earlier one of the same rating. */
export function rectificationReplacer(store: Store): (row: RectificationRow) => void {
  const stored = storedColumns('rectification');
  const replace = store.db.prepare<[RectificationRow]>(
    `UPDATE rectification SET ${stored.map(({ sql, name }) => `${sql} = @${name}`).join(', ')} WHERE key = @key`,
  );
  return (row) => {
    replace.run(row);
  };
}

/** Adds counts of rectifications to their rollup, inside the transaction of the rows they count. */
export function addRectificationCells(store: Store, cells: Iterable<RectificationCell>): void {
  const add = store.db.prepare<[RectificationCell]>(
    `INSERT INTO rectification_rollup (unit, office, month, verdict, contacted, rectified, called_back, satisfied, n)
     VALUES (@unit, @office, @month, @verdict, @contacted, @rectified, @calledBack, @satisfied, @n)
     ON CONFLICT DO UPDATE SET n = n + excluded.n`,
  );
  for (const cell of cells) add.run(cell);
  store.db.prepare('DELETE FROM rectification_rollup WHERE n = 0').run();
}

/** The same for those of ratings that name a telephone. */
export function addNamedCells(store: Store, cells: Iterable<NamedRectificationCell>): void {
  const add = store.db.prepare<[NamedRectificationCell]>(
    `INSERT INTO named_rectification_rollup (unit, month, orders, called_back)
     VALUES (@unit, @month, @orders, @calledBack)
     ON CONFLICT DO UPDATE SET orders = orders + excluded.orders, called_back = called_back + excluded.called_back`,
  );
  for (const cell of cells) add.run(cell);
  store.db.prepare('DELETE FROM named_rectification_rollup WHERE orders = 0').run();
}

/** What became of the rectifications of a run. */
export interface RectificationOutcome {
  readonly accepted: number;
  readonly duplicates: number;
  readonly refused: number;
  readonly digest: Digest;
}

/** Adds the rectifications of a run to its counts and to those of the whole database. */
export function addRectificationsToRun(store: Store, run: number, outcome: RectificationOutcome): void {
  const { accepted, duplicates, refused } = outcome;
  const sum = (text: string): string => {
    const digest = parseDigest(text);
    addDigest(digest, outcome.digest);
    return printDigest(digest);
  };
  const ofRun = store.db.prepare<[number], string>('SELECT digest FROM run WHERE id = ?').pluck().get(run);
  store.db
    .prepare<[number, number, number, string, number]>(
      `UPDATE run SET rectifications = rectifications + ?, duplicates = duplicates + ?, refused = refused + ?,
                      digest = ? WHERE id = ?`,
    )
    .run(accepted, duplicates, refused, sum(ofRun ?? ''), run);
  store.db
    .prepare<[number, string]>('UPDATE content SET rectifications = rectifications + ?, digest = ?')
    .run(accepted, sum(contentOf(store).digest));
}
