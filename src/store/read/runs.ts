import type { Run } from '../../model/run.ts';
import type { Store } from '../open.ts';

const RUNS = `SELECT id, kind, scenario, seed, program_version AS programVersion, world_version AS worldVersion, first_day AS firstDay,
       last_day AS lastDay, settings, started_at AS startedAt, seconds, services, ratings, rectifications, duplicates, refused,
       digest,
       parts, parts_done AS partsDone, steps_done AS stepsDone, rows_kept AS rowsKept
  FROM run`;

/** All runs, oldest first. */
export const listRuns = (store: Store): Run[] => store.db.prepare<[], Run>(`${RUNS} ORDER BY id`).all();

/** A simulated run, by its days and the targets that its scenario was calibrated to. */
export interface CalibratedRun extends Pick<Run, 'firstDay' | 'lastDay'> {
  readonly targets: string | null;
}

const targetsOfRuns = new WeakMap<Store['db'], Map<string, string | null>>();

/** The days of each simulated run, and its targets: those stand in settings that never change and are long to read. */
export function simulatedTargets({ db }: Store): CalibratedRun[] {
  const known = targetsOfRuns.get(db) ?? new Map<string, string | null>();
  targetsOfRuns.set(db, known);
  const read = db
    .prepare<[number], string | null>(`SELECT json_extract(settings, '$.targets') FROM run WHERE id = ?`)
    .pluck();
  return db
    .prepare<[], Pick<Run, 'id' | 'firstDay' | 'lastDay' | 'startedAt'>>(
      `SELECT id, first_day AS firstDay, last_day AS lastDay, started_at AS startedAt
         FROM run WHERE kind = 'simulate' ORDER BY id`,
    )
    .all()
    .map(({ id, firstDay, lastDay, startedAt }) => {
      const key = `${String(id)}/${String(startedAt)}`;
      const before = known.get(key);
      const targets = before === undefined ? (read.get(id) ?? null) : before;
      known.set(key, targets);
      return { firstDay, lastDay, targets };
    });
}

/** A run that there is. */
export function readRun(store: Store, id: number): Run {
  const run = store.db.prepare<[number], Run>(`${RUNS} WHERE id = ?`).get(id);
  if (!run) throw new Error(`there is no run ${String(id)}`);
  return run;
}

/** The run that was broken off and can be continued, if there is one. */
export const unfinishedRun = (store: Store): Run | undefined =>
  store.db.prepare<[], Run>(`${RUNS} WHERE parts_done < parts ORDER BY id`).get();

/** The first run whose rows were not kept, if there is one. */
export const runWithoutRows = (store: Store): Run | undefined =>
  store.db.prepare<[], Run>(`${RUNS} WHERE rows_kept = 0 ORDER BY id`).get();

/** The first simulated run of another world version than this one, if there is one. */
export const runOfOtherWorld = (
  store: Store,
  version: number,
): (Run & { worldVersion: number }) | undefined =>
  store.db
    .prepare<[number], Run & { worldVersion: number }>(`${RUNS} WHERE world_version <> ? ORDER BY id`)
    .get(version);

/** The world version of what is simulated here; null where nothing is. */
export const storedWorldVersion = (store: Store): number | null =>
  store.db.prepare<[], number | null>('SELECT max(world_version) FROM run').pluck().get() ?? null;

/** How many runs there are. */
export const countRuns = (store: Store): number =>
  store.db.prepare<[], number>('SELECT count(*) FROM run').pluck().get() ?? 0;
