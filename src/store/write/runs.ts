import type { RefusalReason } from '../../model/refusal.ts';
import { reasonNumber } from '../../model/refusal.ts';
import type { Store } from '../open.ts';
import type { Run } from '../read/runs.ts';

/** What is known of a run before its records come. */
export type NewRun = Pick<
  Run,
  'kind' | 'scenario' | 'seed' | 'programVersion' | 'firstDay' | 'lastDay' | 'settings' | 'startedAt'
>;

/** What is known when it is done. */
export type RunOutcome = Pick<Run, 'seconds' | 'services' | 'ratings' | 'duplicates' | 'refused' | 'digest'>;

/** Opens a run and gives its id; inside the transaction of its records. */
export function beginRun(store: Store, run: NewRun): number {
  const { lastInsertRowid } = store.db
    .prepare<[NewRun]>(
      `INSERT INTO run (kind, scenario, seed, program_version, first_day, last_day, settings, started_at,
                        seconds, services, ratings, duplicates, refused, digest)
       VALUES (@kind, @scenario, @seed, @programVersion, @firstDay, @lastDay, @settings, @startedAt, 0, 0, 0, 0, 0, '')`,
    )
    .run(run);
  return Number(lastInsertRowid);
}

/** Completes a run and adds it to the counts of the whole database. */
export function endRun(store: Store, id: number, outcome: RunOutcome, digestOfAll: string): void {
  store.db
    .prepare<[RunOutcome & { id: number }]>(
      `UPDATE run SET seconds = @seconds, services = @services, ratings = @ratings, duplicates = @duplicates,
                      refused = @refused, digest = @digest WHERE id = @id`,
    )
    .run({ ...outcome, id });
  store.db
    .prepare<[number, number, string]>(
      'UPDATE content SET services = services + ?, ratings = ratings + ?, digest = ?',
    )
    .run(outcome.services, outcome.ratings, digestOfAll);
}

export interface NewRefusal {
  readonly reason: RefusalReason;
  readonly kind: 'service' | 'rating';
  readonly field: string;
  /** File or run the record came from, and its line (0 where there are no lines). */
  readonly source: string;
  readonly line: number;
  readonly raw: string;
}

/** Keeps refused records with their reason. */
export class RefusalWriter {
  private readonly statement;

  constructor(
    store: Store,
    private readonly run: number,
  ) {
    this.statement = store.db.prepare<[number, number, string, string, string, number, string]>(
      'INSERT INTO refusal (run, reason, kind, field, source, line, raw) VALUES (?, ?, ?, ?, ?, ?, ?)',
    );
  }

  add(refusal: NewRefusal): void {
    const { reason, kind, field, source, line, raw } = refusal;
    this.statement.run(this.run, reasonNumber(reason), kind, field, source, line, raw);
  }
}
