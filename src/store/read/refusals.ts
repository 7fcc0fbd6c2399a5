import { reasonNumber, reasonOf, type RefusalReason } from '../../model/refusal.ts';
import type { Store } from '../open.ts';

export interface ReasonCount {
  readonly reason: RefusalReason;
  readonly n: number;
}

/** Refused records by reason, most frequent first; of one run, or of all. */
export const refusalCounts = (store: Store, run: number | null = null): ReasonCount[] =>
  store.db
    .prepare<[number | null, number | null], { reason: number; n: number }>(
      `SELECT reason, count(*) AS n FROM refusal WHERE ? IS NULL OR run = ?
       GROUP BY reason ORDER BY n DESC, reason`,
    )
    .all(run, run)
    .map(({ reason, n }) => ({ reason: reasonOf(reason), n }));

export interface RefusalRow {
  readonly id: number;
  readonly run: number;
  readonly reason: RefusalReason;
  readonly kind: string;
  readonly field: string;
  readonly source: string;
  readonly line: number;
  readonly raw: string;
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
      `SELECT id, run, reason, kind, field, source, line, raw FROM refusal
       WHERE (? IS NULL OR reason = ?) AND id > ? ORDER BY id LIMIT ?`,
    )
    .all(
      query.reason ? reasonNumber(query.reason) : null,
      query.reason ? reasonNumber(query.reason) : null,
      query.after ?? 0,
      query.limit,
    )
    .map((row) => ({ ...row, reason: reasonOf(row.reason) }));
