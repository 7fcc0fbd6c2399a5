import { reasonNumber, reasonOf, type RefusalReason } from '../../model/refusal.ts';
import type { Store } from '../open.ts';

export interface ReasonCount {
  readonly reason: RefusalReason;
  readonly n: number;
}

/** Refused records by reason, most frequent first; of one run, or of all. Every one counts, also those that were not kept. */
export const refusalCounts = (store: Store, run: number | null = null): ReasonCount[] =>
  store.db
    .prepare<[number | null, number | null], { reason: number; n: number }>(
      `SELECT reason, sum(records) AS n FROM refusal_count WHERE ? IS NULL OR run = ?
       GROUP BY reason ORDER BY n DESC, reason`,
    )
    .all(run, run)
    .map(({ reason, n }) => ({ reason: reasonOf(reason), n }));

/** Refused records: all, rows kept, those that were kept before, and those beyond the limit, which are counted only. */
export interface Retention {
  readonly records: number;
  readonly kept: number;
  readonly repeated: number;
  readonly notKept: number;
}

/** What was kept of refused records; of one run, or of all. */
export function retentionOf(store: Store, run: number | null = null): Retention {
  const row = store.db
    .prepare<[number | null, number | null], Omit<Retention, 'notKept'>>(
      `SELECT coalesce(sum(records), 0) AS records, coalesce(sum(kept), 0) AS kept, coalesce(sum(repeated), 0) AS repeated
       FROM refusal_count WHERE ? IS NULL OR run = ?`,
    )
    .get(run, run) ?? { records: 0, kept: 0, repeated: 0 };
  return { ...row, notKept: row.records - row.kept - row.repeated };
}

export interface RefusalRow {
  readonly id: number;
  readonly run: number;
  readonly reason: RefusalReason;
  readonly kind: string;
  readonly field: string;
  readonly source: string;
  readonly line: number;
  readonly raw: string;
  /** How often the very same record was refused. */
  readonly times: number;
  /** Bytes of the whole record as it came; null where it is not known. */
  readonly bytes: number | null;
}

export interface RefusalQuery {
  readonly reason?: RefusalReason | undefined;
  /** Rows after this id. */
  readonly after?: number | undefined;
  readonly limit: number;
}

/** One refused record; undefined where there is none of this id. */
export const readRefusal = (store: Store, id: number): RefusalRow | undefined =>
  listRefusals(store, { after: id - 1, limit: 1 }).find((row) => row.id === id);

/** Refused records in the order they came, a page at a time. */
export const listRefusals = (store: Store, query: RefusalQuery): RefusalRow[] =>
  store.db
    .prepare<[number | null, number | null, number, number], Omit<RefusalRow, 'reason'> & { reason: number }>(
      `SELECT id, run, reason, kind, field, source, line, raw, times, bytes FROM refusal
       WHERE (? IS NULL OR reason = ?) AND id > ? ORDER BY id LIMIT ?`,
    )
    .all(
      query.reason ? reasonNumber(query.reason) : null,
      query.reason ? reasonNumber(query.reason) : null,
      query.after ?? 0,
      query.limit,
    )
    .map((row) => ({ ...row, reason: reasonOf(row.reason) }));

/** Every kept refusal as its columns say. */
export const eachRefusal = (
  store: Store,
): IterableIterator<Omit<RefusalRow, 'reason'> & { readonly reason: number }> =>
  store.db
    .prepare<[], Omit<RefusalRow, 'reason'> & { reason: number }>(
      'SELECT id, run, reason, kind, field, source, line, raw, times, bytes FROM refusal',
    )
    .iterate();

/** Kept rows, and how often their records came again, as the rows say. */
export const countRefusalRows = (store: Store): { readonly kept: number; readonly repeated: number } =>
  store.db
    .prepare<[], { kept: number; repeated: number }>(
      'SELECT count(*) AS kept, coalesce(sum(times - 1), 0) AS repeated FROM refusal',
    )
    .get() ?? { kept: 0, repeated: 0 };

/** The reasons of runs for which other numbers of rows are kept than their counts say. */
export const miscountedRefusals = (store: Store): { run: number; reason: RefusalReason }[] =>
  store.db
    .prepare<[], { run: number; reason: number }>(
      `SELECT run, reason FROM
         (SELECT run, reason, kept AS n FROM refusal_count UNION ALL SELECT run, reason, -1 FROM refusal)
       GROUP BY run, reason HAVING sum(n) <> 0 ORDER BY run, reason`,
    )
    .all()
    .map(({ run, reason }) => ({ run, reason: reasonOf(reason) }));
