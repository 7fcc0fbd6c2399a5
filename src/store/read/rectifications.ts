import type { Period } from '../../model/time/period.ts';
import type { RectificationRow } from '../../model/record/row.ts';
import type { NamedRectificationCell, RectificationCell } from '../../model/cells.ts';
import { MAX_UNITS } from '../../model/record/key.ts';
import type { Store } from '../open.ts';
import { selected } from './record-columns.ts';

const CELL = `unit, office, month, verdict, contacted, rectified, called_back AS calledBack, satisfied`;

/** A bad rating, as far as its rectification needs it. */
export interface BadRating {
  /** Register id of the item. */
  readonly task: number;
  readonly assessedAt: number;
  /** Pseudonymous number of the owner of the telephone; negative where none is named. */
  readonly rater: number;
  /** Person of the service. */
  readonly person: number;
}

/** Looks up accepted ratings of level 1 or 2 by key. */
export function badRatings(store: Store): (key: number) => BadRating | undefined {
  const find = store.db.prepare<[number], BadRating>(
    `SELECT service.task AS task, rating.assessed_at AS assessedAt, rating.rater AS rater,
            service.person AS person
     FROM rating JOIN service ON service.key = rating.key / 2
     WHERE rating.key = ? AND rating.level BETWEEN 1 AND 2`,
  );
  return (key) => find.get(key);
}

/** Looks up rectifications accepted before, by the key of their rating. */
export function rectificationsByKey(store: Store): (key: number) => RectificationRow | undefined {
  const find = store.db.prepare<[number], RectificationRow>(
    `SELECT ${selected('rectification')} FROM rectification WHERE key = ?`,
  );
  return (key) => find.get(key);
}

/** All rectifications in key order. */
export const eachRectification = (store: Store): IterableIterator<RectificationRow> =>
  store.db
    .prepare<[], RectificationRow>(`SELECT ${selected('rectification')} FROM rectification ORDER BY key`)
    .iterate();

/** Counts of the rectifications of bad ratings of a period, of all units or of some (indexes in the reference list). */
export const rectificationCells = (
  store: Store,
  period: Period,
  units?: readonly number[],
): RectificationCell[] =>
  store.db
    .prepare<[number, number, string], RectificationCell>(
      `SELECT ${CELL}, n FROM rectification_rollup
       WHERE month BETWEEN ? AND ? AND unit IN (SELECT value FROM json_each(?))`,
    )
    .all(
      period.first,
      period.last,
      JSON.stringify(units ?? Array.from({ length: MAX_UNITS }, (_, unit) => unit)),
    );

/** Counts of the rectifications of bad ratings that name a telephone. */
export const namedRectificationCells = (store: Store, period: Period): NamedRectificationCell[] =>
  store.db
    .prepare<[number, number], NamedRectificationCell>(
      `SELECT unit, month, orders, called_back AS calledBack FROM named_rectification_rollup
       WHERE month BETWEEN ? AND ?`,
    )
    .all(period.first, period.last);

/** How many cells of the rollup differ from a recount. */
export function rectificationDifferences(store: Store, recount: Iterable<RectificationCell>): number {
  const kept = store.db.prepare<[], RectificationCell>(`SELECT ${CELL}, n FROM rectification_rollup`).all();
  const one = new Set(kept.map(printed));
  const other = new Set([...recount].map(printed));
  return [...one, ...other].filter((cell) => !one.has(cell) || !other.has(cell)).length;
}

/** How many cells of the rollup of named ones differ from a recount. */
export function namedDifferences(store: Store, recount: Iterable<NamedRectificationCell>): number {
  const stored = store.db
    .prepare<[], NamedRectificationCell>(
      'SELECT unit, month, orders, called_back AS calledBack FROM named_rectification_rollup',
    )
    .all();
  const said = ({ unit, month, orders, calledBack }: NamedRectificationCell): string =>
    [unit, month, orders, calledBack].join();
  const one = new Set(stored.map(said));
  const other = new Set([...recount].map(said));
  return [...one, ...other].filter((cell) => !one.has(cell) || !other.has(cell)).length;
}

const printed = ({ n, ...cell }: RectificationCell): string =>
  JSON.stringify([...Object.entries(cell).sort(([a], [b]) => (a < b ? -1 : 1)), n]);
