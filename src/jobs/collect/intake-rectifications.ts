import { badRatingsOf, type BadRatings } from '../../collect/bad-ratings.ts';
import { checkRectifications } from '../../collect/check-rectifications.ts';
import { rejectRows, type Origin } from '../../collect/origin.ts';
import type { Verdicts } from '../../collect/verdict.ts';
import { RectificationTally, type RectifiedRating } from '../../rollup/rectification-tally.ts';
import { NO_PERSON, type RectificationBatch } from '../../model/record/batch.ts';
import { newDigest } from '../../model/record/digest.ts';
import type { RectificationRow } from '../../model/record/row.ts';
import { RecordHash } from '../../model/record/row-hash.ts';
import { rectificationRowAt } from '../../model/record/stored-row.ts';
import type { RefusalReason, RefusedByReason, RefusedRecord } from '../../model/refusal.ts';
import type { Register } from '../../model/register.ts';
import type { Store } from '../../store/open.ts';
import { contentOf } from '../../store/read/content.ts';
import { keyWords } from '../../store/read/key-words.ts';
import { badRatings, rectificationsByKey } from '../../store/read/rectifications.ts';
import { addGroupCells } from '../../store/write/group-cells.ts';
import {
  addNamedCells,
  addRectificationCells,
  addRectificationsToRun,
  rectificationReplacer,
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
  /** Those that took the place of an earlier state of the same work. */
  readonly updated: number;
  readonly duplicates: number;
  readonly refused: RefusedByReason;
  /** Digest of all rows of the database. */
  readonly digestOfAll: string;
}

/** Stores accepted rectifications, one at a time, and keeps their counts and digest. */
class AcceptedRectifications {
  readonly digest = newDigest();
  readonly tally: RectificationTally;
  accepted = 0;
  updated = 0;
  private readonly hash: RecordHash;
  private readonly write: (row: RectificationRow) => void;
  private readonly replace: (row: RectificationRow) => void;

  constructor(
    store: Store,
    register: Register,
    { reference, calendar }: Knowledge,
    private readonly keepRows: boolean,
  ) {
    this.tally = new RectificationTally(register, reference, calendar);
    this.hash = new RecordHash(keyWords(store, register));
    this.write = rectificationWriter(store);
    this.replace = rectificationReplacer(store);
  }

  /** A rectification of this rating, which takes the place of an earlier state of it where there is one. */
  add(row: RectificationRow, rating: RectifiedRating, earlier: RectificationRow | undefined): void {
    const { hash, tally, digest } = this;
    hash.rectification(row).addTo(digest);
    tally.add(row, rating);
    if (earlier === undefined) {
      if (this.keepRows) this.write(row);
      this.accepted++;
      return;
    }
    hash.rectification(earlier).takeFrom(digest);
    tally.remove(earlier, rating);
    this.replace(row);
    this.updated++;
  }
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
  knowledge: Knowledge,
  now: number,
  keepRows = true,
): RectificationCounts {
  const find = badRatings(store);
  const stored = rectificationsByKey(store);
  const accepted = new AcceptedRectifications(store, register, knowledge, keepRows);
  const refusals = new RefusalWriter(store, run);
  const refused = new Map<RefusalReason, number>();
  let duplicates = 0;

  const reject = (refusal: RefusedRecord): void => {
    refused.set(refusal.reason, (refused.get(refusal.reason) ?? 0) + 1);
    refusals.add(refusal);
  };

  for (const { rows, origin, checked, bad: known } of waiting) {
    const bad = known ?? badRatingsOf(rows, find);
    // Where the ratings are known without reading the store, it holds no rectification of theirs.
    const before = known === undefined ? stored : () => undefined;
    const { verdicts, updates } = checkRectifications(rows, bad, { now, before });
    checked?.(verdicts);
    duplicates += rejectRows('rectification', verdicts, origin, reject);
    for (let row = 0; row < rows.length; row++) {
      if (verdicts.reason[row] !== 0) continue;
      const rating = {
        task: bad.task[row] ?? 0,
        assessedAt: bad.assessedAt[row] ?? 0,
        rater: bad.rater[row] ?? NO_PERSON,
        person: bad.person[row] ?? NO_PERSON,
      };
      accepted.add(rectificationRowAt(rows, row), rating, updates.get(row));
    }
    refusals.flush();
  }
  const { tally, digest, updated } = accepted;
  addRectificationCells(store, tally.cells());
  addNamedCells(store, tally.namedCells());
  addGroupCells(store, tally.groups.cells());
  const refusedInAll = [...refused.values()].reduce((sum, n) => sum + n, 0);
  addRectificationsToRun(store, run, {
    accepted: accepted.accepted,
    duplicates,
    refused: refusedInAll,
    digest,
  });
  return {
    rectifications: accepted.accepted,
    updated,
    duplicates,
    refused: Object.fromEntries(refused),
    digestOfAll: contentOf(store).digest,
  };
}
