import type { Store } from '../open.ts';

/** Keeps a method that a reader brought; the same document once. */
export function writeOwnMethod(store: Store, digest: string, document: string): void {
  store.db
    .prepare<[string, string]>(
      'INSERT INTO own_method (digest, document) VALUES (?, ?) ON CONFLICT (digest) DO NOTHING',
    )
    .run(digest, document);
}
