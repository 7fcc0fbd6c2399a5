import type { Places, Reference } from '../../model/reference.ts';
import { namesByCodes, referenceNamed } from '../../model/names/named-reference.ts';
import type { Store } from '../open.ts';

/** Under which names the units of a database go, told by its register; undefined where it has none but fictional ones. */
export const storedNames = (store: Store): Places['names'] | undefined =>
  namesByCodes(store.db.prepare<[], string>('SELECT DISTINCT unit_code FROM office').pluck().all());

/** The reference data with the places named as in a database: invented names where its register does not say. */
export const referenceOfStore = (store: Store, reference: Reference): Reference =>
  referenceNamed(reference, storedNames(store) ?? 'coded');
