import type { SideName } from '../../model/record/content.ts';
import { addDigest, parseDigest, printDigest } from '../../model/record/digest.ts';
import { digestOfTexts } from '../../model/record/text-digest.ts';
import type { Store } from '../open.ts';
import { recomputeSide, sideDigests } from '../read/side-digests.ts';

const columns: Readonly<Record<SideName, string>> = {
  register: 'register_digest',
  refusals: 'refusal_digest',
  settings: 'settings_digest',
};

/** Adds rows that were just written to the digest of their side, inside their transaction. */
export function addToSide(store: Store, side: SideName, added: Iterable<string>): void {
  const before = sideDigests(store)[side];
  const digest = before === null ? recomputeSide(store, side) : parseDigest(before);
  if (before !== null) addDigest(digest, digestOfTexts(added));
  store.db.prepare<[string]>(`UPDATE content SET ${columns[side]} = ?`).run(printDigest(digest));
}
