import type { BadRatings } from '../../collect/bad-ratings.ts';
import { checkRectifications } from '../../collect/check-rectifications.ts';
import { fieldOf, type Verdicts } from '../../collect/verdict.ts';
import { RectificationTally } from '../../rollup/rectification-tally.ts';
import type { RectificationBatch } from '../../model/record/batch.ts';
import { newDigest, taskWordsOf, type KeyWords } from '../../model/record/digest.ts';
import { RecordHash } from '../../model/record/row-hash.ts';
import { rectificationRowAt } from '../../model/record/stored-row.ts';
import { DUPLICATE, reasonOf, type RefusalReason } from '../../model/refusal.ts';
import type { Register } from '../../model/register.ts';
import { foreignCases } from '../../store/foreign-cases.ts';
import type { Store } from '../../store/open.ts';
import { contentOf } from '../../store/read/content.ts';
import { badRatings, rectificationsByKey } from '../../store/read/rectifications.ts';
import {
  addRectificationCells,
  addRectificationsToRun,
  rectificationWriter,
} from '../../store/write/rectifications.ts';
import { RefusalWriter } from '../../store/write/refusals.ts';
import type { Knowledge } from '../../model/knowledge.ts';

/** Where rectifications came from; asked only about refused rows. */
export interface RectificationOrigin {
  /** File or run. */
  source(row: number): string;
  /** 1-based line of a row, 0 where there are no lines. */
  line(row: number): number;
  raw(row: number): string;
}

/** Rectifications that wait until all ratings of a run are stored. */
export interface WaitingRectifications {
  readonly rows: RectificationBatch;
  readonly origin: RectificationOrigin;
  /** Their ratings, where they are known without reading the store. */
  readonly bad?: BadRatings | undefined;
  /** Told of each row that is accepted. */
  readonly accepted?: (row: number) => void;
}

export interface RectificationCounts {
  readonly rectifications: number;
  readonly duplicates: number;
  readonly refused: Readonly<Partial<Record<RefusalReason, number>>>;
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
  const words = wordsOf(store, register);
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

  const reject = (verdicts: Verdicts, row: number, origin: RectificationOrigin): void => {
    const number = verdicts.reason[row] ?? 0;
    if (number === DUPLICATE) {
      duplicates++;
      return;
    }
    const reason = reasonOf(number);
    refused.set(reason, (refused.get(reason) ?? 0) + 1);
    const [source, line, raw] = [origin.source(row), origin.line(row), origin.raw(row)];
    refusals.add({ reason, kind: 'rectification', field: fieldOf(verdicts, row), source, line, raw });
  };

  for (const { rows, origin, accepted: tell, bad = badOf(rows, find) } of waiting) {
    const verdicts = checkRectifications(rows, bad, { now, words, before });
    for (let row = 0; row < rows.length; row++) {
      if (verdicts.reason[row] !== 0) {
        reject(verdicts, row, origin);
        continue;
      }
      const one = rectificationRowAt(rows, row);
      hash.rectification(one).addTo(digest);
      tally.add(one, bad.task[row] ?? 0, bad.assessedAt[row] ?? 0);
      if (keepRows) write(one);
      tell?.(row);
      accepted++;
    }
    refusals.flush();
  }
  addRectificationCells(store, tally.cells());
  const refusedInAll = [...refused.values()].reduce((sum, n) => sum + n, 0);
  addRectificationsToRun(store, run, { accepted, duplicates, refused: refusedInAll, digest });
  return {
    rectifications: accepted,
    duplicates,
    refused: Object.fromEntries(refused),
    digestOfAll: contentOf(store).digest,
  };
}

function badOf(rows: RectificationBatch, find: ReturnType<typeof badRatings>): BadRatings {
  const ratings = Array.from(rows.key.subarray(0, rows.length), find);
  return {
    task: Int32Array.from(ratings, (rating) => rating?.task ?? -1),
    assessedAt: Int32Array.from(ratings, (rating) => rating?.assessedAt ?? 0),
  };
}

/** What keys say outside this database. */
export function wordsOf(store: Store, { tasks, taskAt }: Register): KeyWords {
  const foreign = foreignCases(store);
  return {
    taskWords: taskWordsOf(tasks.map(({ taskCode }) => taskCode)),
    taskAt,
    foreignCase: (key) => foreign.numberOf(key),
  };
}

/** Counts of refused records by reason, summed. */
export function addRefused(
  one: RectificationCounts['refused'],
  other: RectificationCounts['refused'],
): RectificationCounts['refused'] {
  const sum = new Map(Object.entries(one));
  for (const [reason, n] of Object.entries(other)) sum.set(reason, (sum.get(reason) ?? 0) + n);
  return Object.fromEntries(sum);
}
