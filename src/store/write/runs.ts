import { addDigest, newDigest, parseDigest, printDigest, type Digest } from '../../model/record/digest.ts';
import type { Store } from '../open.ts';
import { contentOf } from '../read/content.ts';
import type { Run } from '../../model/run.ts';
import { settingsContent } from '../read/side-digests.ts';
import { addToSide } from './side-digests.ts';

/** What is known of a run before its records come. */
export type NewRun = Pick<
  Run,
  'kind' | 'scenario' | 'seed' | 'programVersion' | 'firstDay' | 'lastDay' | 'settings' | 'startedAt'
> &
  Partial<Pick<Run, 'parts' | 'rowsKept' | 'worldVersion'>>;

/** What came to a run since its counts were last kept. */
export interface RunStep {
  readonly seconds: number;
  readonly services: number;
  readonly ratings: number;
  readonly duplicates: number;
  readonly refused: number;
  /** Digest of the rows that came. */
  readonly digest: Digest;
}

/** Opens a run and gives its id; inside the transaction of its first records. */
export function beginRun(store: Store, run: NewRun): number {
  const row = { parts: 0, rowsKept: 1, worldVersion: null, ...run };
  const { lastInsertRowid } = store.db
    .prepare<[NewRun & { digest: string }]>(
      `INSERT INTO run (kind, scenario, seed, program_version, world_version, first_day, last_day, settings, started_at,
                        seconds, services, ratings, duplicates, refused, digest, parts, rows_kept)
       VALUES (@kind, @scenario, @seed, @programVersion, @worldVersion, @firstDay, @lastDay, @settings, @startedAt,
               0, 0, 0, 0, 0, @digest, @parts, @rowsKept)`,
    )
    .run({ ...row, digest: printDigest(newDigest()) });
  addToSide(store, 'settings', [settingsContent(row)]);
  return Number(lastInsertRowid);
}

/** Adds to the counts and digest of a run and of the whole database, inside the transaction of the rows counted. */
export function addToRun(store: Store, id: number, step: RunStep): void {
  const before =
    store.db.prepare<[number], string>('SELECT digest FROM run WHERE id = ?').pluck().get(id) ?? '';
  const { digest, ...counts } = step;
  store.db
    .prepare<[Omit<RunStep, 'digest'> & { id: number; digest: string }]>(
      `UPDATE run SET seconds = seconds + @seconds, services = services + @services, ratings = ratings + @ratings,
                      duplicates = duplicates + @duplicates, refused = refused + @refused, digest = @digest
       WHERE id = @id`,
    )
    .run({ ...counts, id, digest: sum(before, digest) });
  store.db
    .prepare<[number, number, string]>(
      'UPDATE content SET services = services + ?, ratings = ratings + ?, digest = ?',
    )
    .run(step.services, step.ratings, sum(contentOf(store).digest, digest));
}

function sum(before: string, added: Digest): string {
  const all = parseDigest(before);
  addDigest(all, added);
  return printDigest(all);
}

/**
 * Notes that so many more partitions of a run are stored, in one more step. False where other ones are than the caller
 * believes: then another process continues the run.
 */
export const noteParts = (store: Store, id: number, partsBefore: number, parts: number): boolean =>
  store.db
    .prepare<[number, number, number]>(
      `UPDATE run SET parts_done = parts_done + ?, steps_done = steps_done + 1 WHERE id = ? AND parts_done = ?`,
    )
    .run(parts, id, partsBefore).changes === 1;
