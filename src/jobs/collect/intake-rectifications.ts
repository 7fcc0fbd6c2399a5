import { badRatingsOf, type BadRatings } from '../../collect/bad-ratings.ts';
import { checkRectifications } from '../../collect/check-rectifications.ts';
import { rejectRows, type Origin } from '../../collect/origin.ts';
import type { Verdicts } from '../../collect/verdict.ts';
import { RectificationTally } from '../../rollup/rectification-tally.ts';
import { NO_PERSON, type RectificationBatch } from '../../model/record/batch.ts';
import { newDigest } from '../../model/record/digest.ts';
import { RecordHash } from '../../model/record/row-hash.ts';
import { rectificationRowAt } from '../../model/record/stored-row.ts';
import type { RefusalReason, RefusedByReason, RefusedRecord } from '../../model/refusal.ts';
import type { Register } from '../../model/register.ts';
import type { Store } from '../../store/open.ts';
import { contentOf } from '../../store/read/content.ts';
import { keyWords } from '../../store/read/key-words.ts';
import { badRatings, rectificationsByKey } from '../../store/read/rectifications.ts';
import {
  addNamedCells,
  addRectificationCells,
  addRectificationsToRun,
  rectificationWriter,
} from '../../store/write/rectifications.ts';
import { RefusalWriter } from '../../store/write/refusals.ts';
import type { Knowledge } from '../../model/knowledge.ts';

/** Rectifications that wait until all ratings of a run are stored. */
export interface WaitingRectifications {
  readonly rows: RectificationBatch;
  readonly origin: Origin<'rectification'>;
  /** Their ratings, where they are known without reading the store. */
  readonly bad?: BadRatings | undefined;
  /** Told what the checks said of the rows. */
  readonly checked?: (verdicts: Verdicts) => void;
}

export interface RectificationCounts {
  readonly rectifications: number;
  readonly duplicates: number;
  readonly refused: RefusedByReason;
  /** Digest of all rows of the database. */
  readonly digestOfAll: string;
}

/**
 * Takes in the rectifications, which come last in a run: checks them against the bad ratings that are stored,
 * stores what is accepted with its counts and digest, keeps what is refused. They are few, so one row at a time will do.
 */
export function takeRectifications(
  store: Store,
  run: number,
  waiting: Iterable<WaitingRectifications>,
  register: Register,
  { reference, calendar }: Knowledge,
  now: number,
  keepRows = true,
): RectificationCounts {
  const words = keyWords(store, register);
  const find = badRatings(store);
  const before = rectificationsByKey(store);
  const write = rectificationWriter(store);
  const tally = new RectificationTally(register, reference, calendar);
  const refusals = new RefusalWriter(store, run);
  const refused = new Map<RefusalReason, number>();
  const digest = newDigest();
  const hash = new RecordHash(words);
  let accepted = 0;
  let duplicates = 0;

  const reject = (refusal: RefusedRecord): void => {
    refused.set(refusal.reason, (refused.get(refusal.reason) ?? 0) + 1);
    refusals.add(refusal);
  };

  for (const { rows, origin, checked, bad = badRatingsOf(rows, find) } of waiting) {
    const verdicts = checkRectifications(rows, bad, { now, words, before });
    checked?.(verdicts);
    duplicates += rejectRows('rectification', verdicts, origin, reject);
    for (let row = 0; row < rows.length; row++) {
      if (verdicts.reason[row] !== 0) continue;
      const one = rectificationRowAt(rows, row);
      hash.rectification(one).addTo(digest);
      tally.add(one, {
        task: bad.task[row] ?? 0,
        assessedAt: bad.assessedAt[row] ?? 0,
        rater: bad.rater[row] ?? NO_PERSON,
      });
      if (keepRows) write(one);
      accepted++;
    }
    refusals.flush();
  }
  addRectificationCells(store, tally.cells());
  addNamedCells(store, tally.namedCells());
  const refusedInAll = [...refused.values()].reduce((sum, n) => sum + n, 0);
  addRectificationsToRun(store, run, { accepted, duplicates, refused: refusedInAll, digest });
  return {
    rectifications: accepted,
    duplicates,
    refused: Object.fromEntries(refused),
    digestOfAll: contentOf(store).digest,
  };
}
