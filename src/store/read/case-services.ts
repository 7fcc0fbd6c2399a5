import type { Store } from '../open.ts';

/** A stored service, as far as it says something of its case. */
export interface CaseService {
  readonly key: number;
  readonly task: number;
  readonly packed: number;
  readonly serviceAt: number;
  readonly person: number;
}

/** Looks up the stored services between two keys. */
export function servicesBetween(store: Store): (first: number, last: number) => CaseService[] {
  const find = store.db.prepare<[number, number], CaseService>(
    'SELECT key, task, mark AS packed, service_at AS serviceAt, person FROM service WHERE key BETWEEN ? AND ?',
  );
  return (first, last) => find.all(first, last);
}
