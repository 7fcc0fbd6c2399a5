import type { Store } from '../open.ts';

/** What SQLite's own integrity check finds; empty when the file is sound. */
export function integrityFaults(store: Store): string[] {
  const found = store.db.prepare<[], string>('PRAGMA integrity_check(20)').pluck().all();
  return found.length === 1 && found[0] === 'ok' ? [] : found;
}
