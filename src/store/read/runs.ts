import type { Store } from '../open.ts';

/** A run of the simulator or a collected batch, as listed. Times in seconds since 2000-01-01 Beijing time. */
export interface Run {
  readonly id: number;
  readonly kind: 'simulate' | 'collect';
  readonly scenario: string;
  readonly seed: number | null;
  readonly programVersion: string;
  readonly firstDay: number | null;
  readonly lastDay: number | null;
  readonly settings: string;
  readonly startedAt: number;
  readonly seconds: number;
  readonly services: number;
  readonly ratings: number;
  readonly duplicates: number;
  readonly refused: number;
  readonly digest: string;
}

/** All runs, oldest first. */
export const listRuns = (store: Store): Run[] =>
  store.db
    .prepare<[], Run>(
      `SELECT id, kind, scenario, seed, program_version AS programVersion, first_day AS firstDay, last_day AS lastDay,
              settings, started_at AS startedAt, seconds, services, ratings, duplicates, refused, digest
       FROM run ORDER BY id`,
    )
    .all();

/** How many runs there are. */
export const countRuns = (store: Store): number =>
  store.db.prepare<[], number>('SELECT count(*) FROM run').pluck().get() ?? 0;
