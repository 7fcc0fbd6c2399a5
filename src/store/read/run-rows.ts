import type { KeyRange, RatingRow, ServedRow, ServiceRow } from '../../model/record/row.ts';
import type { Store } from '../open.ts';
import { joinedTexts, selected } from './record-columns.ts';

const NONE: readonly RatingRow[] = [];
/** Rows fetched at a time: no statement stays open between two of them, so a reader may stop where it likes. */
const CHUNK = 4096;

/** All rows with keys from `from` up to `to`, fetched by `fetch` in key order. */
function* inChunks<Row extends { readonly key: number }>(
  fetch: (from: number, to: number) => readonly Row[],
  { from, to }: KeyRange,
): Generator<Row, void> {
  for (let next = from; ;) {
    const chunk = fetch(next, to);
    yield* chunk;
    if (chunk.length < CHUNK) return;
    next = (chunk.at(-1)?.key ?? to) + 1;
  }
}

/** Rows of some ranges of service keys, each service with its ratings, in key order: one pass over both tables. */
export function* servedRows(store: Store, ranges: readonly KeyRange[]): Iterable<ServedRow> {
  const services = store.db.prepare<[number, number], ServiceRow>(
    `SELECT ${selected('service')} FROM service WHERE key >= ? AND key < ? ORDER BY key LIMIT ${String(CHUNK)}`,
  );
  const ratings = store.db.prepare<[number, number], RatingRow>(
    `SELECT ${selected('rating')} FROM rating ${joinedTexts}
     WHERE rating.key >= ? AND rating.key < ? ORDER BY rating.key LIMIT ${String(CHUNK)}`,
  );
  for (const range of ranges) {
    const { from, to } = range;
    const waiting = inChunks((low, high) => ratings.all(low, high), { from: from * 2, to: to * 2 });
    let next = waiting.next();
    for (const service of inChunks((low, high) => services.all(low, high), range)) {
      let found: RatingRow[] | undefined;
      while (next.done !== true && next.value.key < service.key * 2 + 2) {
        if (next.value.key < service.key * 2) yield { service: undefined, ratings: [next.value] };
        else (found ??= []).push(next.value);
        next = waiting.next();
      }
      yield { service, ratings: found ?? NONE };
    }
    while (next.done !== true) {
      yield { service: undefined, ratings: [next.value] };
      next = waiting.next();
    }
  }
}

/** True when a range holds any row. */
export function holdsRows(store: Store, ranges: readonly KeyRange[]): boolean {
  const any = store.db
    .prepare<[number, number], number>('SELECT 1 FROM service WHERE key >= ? AND key < ? LIMIT 1')
    .pluck();
  return ranges.some(({ from, to }) => any.get(from, to) !== undefined);
}
