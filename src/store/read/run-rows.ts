import type { RatingRow, ServedRow, ServiceRow } from '../../model/record/row.ts';
import type { Store } from '../open.ts';

/** Service keys from `from` up to, not including, `to`. */
export interface KeyRange {
  readonly from: number;
  readonly to: number;
}

const NONE: readonly RatingRow[] = [];
/** Rows fetched at a time: no statement stays open between two of them, so a reader may stop where it likes. */
const CHUNK = 4096;

type ServiceValues = [
  key: number,
  task: number,
  mark: number,
  acceptedAt: number,
  finishedAt: number,
  serviceAt: number,
  person: number,
];
type RatingValues = [
  key: number,
  mark: number,
  assessedAt: number,
  device: number,
  rater: number,
  uploadedAt: number,
  text: string | null,
];

/** All rows with keys from `from` up to `to`, fetched by `fetch` in key order, each made by `make`. */
function* inChunks<Values extends [key: number, ...rest: unknown[]], Row>(
  fetch: (from: number, to: number) => readonly Values[],
  make: (values: Values) => Row,
  { from, to }: KeyRange,
): Generator<Row, void> {
  for (let next = from; ;) {
    const chunk = fetch(next, to);
    for (const values of chunk) yield make(values);
    if (chunk.length < CHUNK) return;
    next = (chunk.at(-1)?.[0] ?? to) + 1;
  }
}

const serviceOf = (values: ServiceValues): ServiceRow => ({
  key: values[0],
  task: values[1],
  mark: values[2],
  acceptedAt: values[3],
  finishedAt: values[4],
  serviceAt: values[5],
  person: values[6],
});

const ratingOf = (values: RatingValues): RatingRow => ({
  key: values[0],
  mark: values[1],
  assessedAt: values[2],
  device: values[3],
  rater: values[4],
  uploadedAt: values[5],
  text: values[6],
});

/** Rows of some ranges of service keys, each service with its ratings, in key order: one pass over both tables. */
export function* servedRows(store: Store, ranges: readonly KeyRange[]): Iterable<ServedRow> {
  const services = store.db
    .prepare<[number, number], ServiceValues>(
      `SELECT key, task, mark, accepted_at, finished_at, service_at, person
       FROM service WHERE key >= ? AND key < ? ORDER BY key LIMIT ${String(CHUNK)}`,
    )
    .raw();
  const ratings = store.db
    .prepare<[number, number], RatingValues>(
      `SELECT rating.key, mark, assessed_at, device, rater, uploaded_at, text
       FROM rating LEFT JOIN rating_text ON rating_text.rating_key = rating.key
       WHERE rating.key >= ? AND rating.key < ? ORDER BY rating.key LIMIT ${String(CHUNK)}`,
    )
    .raw();
  for (const range of ranges) {
    const { from, to } = range;
    const waiting = inChunks((low, high) => ratings.all(low, high), ratingOf, { from: from * 2, to: to * 2 });
    let next = waiting.next();
    for (const service of inChunks((low, high) => services.all(low, high), serviceOf, range)) {
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
