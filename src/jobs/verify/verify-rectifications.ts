import { RectificationTally } from '../../rollup/rectification-tally.ts';
import type { Digest, KeyWords } from '../../model/record/digest.ts';
import type { Register } from '../../model/register.ts';
import { RecordHash } from '../../model/record/row-hash.ts';
import type { Store } from '../../store/open.ts';
import { badRatings, eachRectification, rectificationDifferences } from '../../store/read/rectifications.ts';
import type { Knowledge } from '../../model/knowledge.ts';

export interface RectificationRecount {
  readonly rectifications: number;
  /** Rectifications whose rating is not there, or not a bad one. */
  readonly orphans: number;
  /** Cells of the rollup that differ. */
  readonly differences: number;
}

/** Reads every rectification again and adds it to the digest. */
export function recountRectifications(
  store: Store,
  register: Register,
  words: KeyWords,
  { reference, calendar }: Pick<Knowledge, 'reference' | 'calendar'>,
  digest: Digest,
): RectificationRecount {
  const find = badRatings(store);
  const tally = new RectificationTally(register, reference, calendar);
  const hash = new RecordHash(words);
  let rectifications = 0;
  let orphans = 0;
  for (const row of eachRectification(store)) {
    hash.rectification(row).addTo(digest);
    rectifications++;
    const rating = find(row.key);
    if (rating) tally.add(row, rating.task, rating.assessedAt);
    else orphans++;
  }
  return { rectifications, orphans, differences: rectificationDifferences(store, tally.cells()) };
}
