import type { Suspicion } from '../../model/detection/suspicion.ts';
import { storeMistake, type Store } from '../open.ts';
import { begin, commit, rollBack } from '../transaction.ts';
import { BulkInsert } from './bulk.ts';

/** How suspicions were found: digest of the data, version of the program, and share of false leads that was accepted. */
export interface NewDetection {
  readonly data: string;
  readonly programVersion: string;
  readonly budget: number;
}

/**
 * Keeps what a detection found, in the place of all that an earlier one has left, in one transaction; nothing else of the database
 * changes. The suspicions are drawn while it runs: they must not be read from this store.
 */
export function replaceSuspicions(
  store: Store,
  { data, programVersion, budget }: NewDetection,
  suspicions: Iterable<Suspicion>,
): void {
  begin(store);
  try {
    store.db.exec('DELETE FROM suspicion_record; DELETE FROM suspicion; DELETE FROM detection');
    store.db
      .prepare<[string, string, number]>(
        'INSERT INTO detection (id, data, program_version, budget) VALUES (1, ?, ?, ?)',
      )
      .run(data, programVersion, budget);
    writeSuspicions(store, suspicions);
    commit(store);
  } catch (error) {
    rollBack(store);
    throw storeMistake(error, store.file);
  }
}

function writeSuspicions(store: Store, suspicions: Iterable<Suspicion>): void {
  const add = store.db.prepare<[number, Omit<Suspicion, 'keys'>]>(
    `INSERT INTO suspicion (id, detector, unit, office, month, p, observed, expected, n)
     VALUES (?, @detector, @unit, @office, @month, @p, @observed, @expected, @of)`,
  );
  const records = new BulkInsert(store, 'suspicion_record', ['suspicion', 'key']);
  let id = 0;
  // Records are written by the hundred, each after the suspicion that it belongs to.
  for (const { keys, ...suspicion } of suspicions) {
    add.run(++id, suspicion);
    for (const key of keys) {
      records.put(id);
      records.put(key);
    }
  }
  records.flush();
}
