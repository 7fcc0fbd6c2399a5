import type { Store } from '../../open.ts';

/** The document of a method that a reader brought, by its digest. */
export const ownMethodText = (store: Store, digest: string): string | undefined =>
  store.db.prepare<[string], string>('SELECT document FROM own_method WHERE digest = ?').pluck().get(digest);

/** Methods that readers brought. */
export const countOwnMethods = (store: Store): number =>
  store.db.prepare<[], number>('SELECT count(*) FROM own_method').pluck().get() ?? 0;
