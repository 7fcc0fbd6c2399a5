import { checkRatings, checkServices, type CheckContext, type CheckedBatch } from '../../collect/check.ts';
import { checkContext, checkRulesOf, type CheckRules } from '../../collect/check-rules.ts';
import { linkRatings, type Links } from '../../collect/link.ts';
import { packBatch, packRatings, packServices, type PackedBatch } from '../../collect/pack.ts';
import { fieldOf, type Verdicts } from '../../collect/verdict.ts';
import { Tally, tallyContext, type TallyColumns } from '../../rollup/tally.ts';
import type { Accepted } from '../../model/record/accepted.ts';
import type { Batch, RatingBatch, ServiceBatch } from '../../model/record/batch.ts';
import { addDigest, newDigest, type Digest } from '../../model/record/digest.ts';
import { DUPLICATE, reasonOf, type RefusalReason } from '../../model/refusal.ts';
import type { Register } from '../../model/register.ts';
import { foreignCases, type ForeignCases } from '../../store/foreign-cases.ts';
import type { Store } from '../../store/open.ts';
import { acceptedRecords } from '../../store/read/accepted.ts';
import { contentOf } from '../../store/read/content.ts';
import { RecordWriter } from '../../store/write/records.ts';
import { addToRollups } from '../../store/write/rollups.ts';
import { RefusalWriter, type NewRefusal } from '../../store/write/refusals.ts';
import { addToRun } from '../../store/write/runs.ts';
import type { Knowledge } from '../../model/knowledge.ts';

/** Where the rows of a batch came from; asked only about refused rows. */
export interface Origin {
  /** File or run. */
  source(kind: 'service' | 'rating', row: number): string;
  /** 1-based line of a row, 0 where there are no lines. */
  line(kind: 'service' | 'rating', row: number): number;
  raw(kind: 'service' | 'rating', row: number): string;
}

export interface IntakeCounts {
  readonly services: number;
  readonly ratings: number;
  readonly duplicates: number;
  /** Refused records by reason, conflicts included. */
  readonly refused: Readonly<Partial<Record<RefusalReason, number>>>;
  /** Digest of all rows of the database. */
  readonly digestOfAll: string;
}

/** Accepted rows that were checked and counted on another thread. */
export interface CountedRows {
  readonly services: number;
  readonly ratings: number;
  readonly digest: Digest;
  readonly counts: TallyColumns;
}

const COUNTS = ['services', 'ratings', 'duplicates', 'refused'] as const;
const newCounts = (): Record<(typeof COUNTS)[number], number> => ({
  services: 0,
  ratings: 0,
  duplicates: 0,
  refused: 0,
});

/**
 * The one way into the store for simulated, imported and pushed records: checks a batch, stores what is accepted with
 * its counts and digest, keeps what is refused with its reason. Used inside a transaction, up to `save`.
 */
export class Intake {
  /** What another thread needs to check records for this intake. */
  readonly checkRules: CheckRules;
  readonly foreign: ForeignCases;
  private readonly context: CheckContext;
  private readonly tally: Tally;
  private readonly writer: RecordWriter;
  private readonly refusals: RefusalWriter;
  private readonly refused = new Map<RefusalReason, number>();
  private readonly all = newCounts();
  /** What came since the last `save`. */
  private fresh = newCounts();
  private digest = newDigest();

  constructor(
    private readonly store: Store,
    private readonly run: number,
    register: Register,
    knowledge: Knowledge,
    now: number,
  ) {
    this.checkRules = checkRulesOf(register, knowledge.reference.profiles, now);
    this.foreign = foreignCases(store);
    const foreignCase = (key: number): string => this.foreign.numberOf(key);
    const accepted = acceptedRecords(store, { ...this.checkRules, foreignCase });
    this.context = checkContext(this.checkRules, { accepted, foreignCase });
    this.tally = new Tally(tallyContext(register, knowledge.calendar));
    this.writer = new RecordWriter(store);
    this.refusals = new RefusalWriter(store, run);
  }

  /** Takes a batch that is a window of its own; says what became of its rows. */
  take(batch: Batch, origin: Origin): CheckedBatch {
    return this.admit(batch, packBatch(batch, this.context), origin);
  }

  /**
   * Takes a batch in key order that another thread checked and packed without reading the store: good as it is where
   * nothing is stored in its key range, else checked anew.
   */
  takePacked(batch: Batch, packed: PackedBatch, origin: Origin): CheckedBatch {
    const { accepted } = this.context;
    const mayRepeat = (rows: ServiceBatch | RatingBatch, holds: Accepted['mayHoldServices']): boolean =>
      rows.length > 0 && holds(rows.key[0] ?? 0, rows.key[rows.length - 1] ?? 0);
    if (
      mayRepeat(batch.services, (first, last) => accepted.mayHoldServices(first, last)) ||
      mayRepeat(batch.ratings, (first, last) => accepted.mayHoldRatings(first, last))
    ) {
      return this.take(batch, origin);
    }
    return this.admit(batch, packed, origin);
  }

  takeServices(rows: ServiceBatch, origin: Origin): Verdicts {
    const verdicts = checkServices(rows, this.context);
    const packed = packServices(rows, verdicts, this.context.words, this.digest);
    this.admitServices(rows, verdicts, packed, origin);
    this.writer.flush();
    return verdicts;
  }

  /** Refuses what did not even become a row. */
  refuse(refusal: NewRefusal): void {
    this.fresh.refused++;
    this.refused.set(refusal.reason, (this.refused.get(refusal.reason) ?? 0) + 1);
    this.refusals.add(refusal);
  }

  /** Ends a window: keeps what was refused in it, and lets go of case numbers of which no service was accepted. */
  endWindow(): void {
    this.refusals.flush();
    this.foreign.forgetNew();
  }

  takeRatings(rows: RatingBatch, links: Links, origin: Origin): Verdicts {
    const verdicts = checkRatings(rows, links, this.context);
    const packed = packRatings(rows, verdicts, this.context.words, this.digest);
    this.admitRatings(rows, verdicts, packed, links, origin);
    this.writer.flush();
    return verdicts;
  }

  /** Finds the services of ratings among those of the same batch and those taken before. */
  link(ratings: RatingBatch, services: ServiceBatch, verdicts: Verdicts): Links {
    return linkRatings(ratings, services, verdicts, this.context.accepted);
  }

  /** Takes over what another thread checked and counted; its rows are stored elsewhere, or not at all. */
  takeCounted({ services, ratings, digest, counts }: CountedRows): void {
    this.fresh.services += services;
    this.fresh.ratings += ratings;
    addDigest(this.digest, digest);
    this.tally.merge(counts);
  }

  /** Keeps the refused rows of a batch that another thread checked. */
  keepRefused(batch: Batch, checked: CheckedBatch, origin: Origin): void {
    for (const [kind, verdicts] of [
      ['service', checked.services],
      ['rating', checked.ratings],
    ] as const) {
      const rows = kind === 'service' ? batch.services.length : batch.ratings.length;
      for (let row = 0; row < rows; row++) {
        if (verdicts.reason[row] !== 0) this.reject(kind, row, verdicts, origin);
      }
    }
    this.refusals.flush();
  }

  /** Adds the counts of what came since the last call, with the digest, to those of the run and the database. */
  save(seconds: () => number): void {
    addToRollups(this.store, this.tally);
    this.tally.clear();
    addToRun(this.store, this.run, { ...this.fresh, seconds: seconds(), digest: this.digest });
    for (const count of COUNTS) this.all[count] += this.fresh[count];
    this.fresh = newCounts();
    this.digest = newDigest();
  }

  /** Saves what came last and says what came in all; `seconds` is asked when the counts are written. */
  end(seconds: () => number): IntakeCounts {
    this.save(seconds);
    const { services, ratings, duplicates } = this.all;
    return {
      services,
      ratings,
      duplicates,
      refused: Object.fromEntries(this.refused),
      digestOfAll: contentOf(this.store).digest,
    };
  }

  private admit(batch: Batch, packed: PackedBatch, origin: Origin): CheckedBatch {
    const { services, ratings, links, packedServices, packedRatings, digest } = packed;
    addDigest(this.digest, digest);
    this.admitServices(batch.services, services, packedServices, origin);
    this.admitRatings(batch.ratings, ratings, packedRatings, links, origin);
    this.writer.flush();
    this.endWindow();
    return packed;
  }

  private admitServices(rows: ServiceBatch, verdicts: Verdicts, allPacked: Int32Array, origin: Origin): void {
    const { tally, writer } = this;
    for (let row = 0; row < rows.length; row++) {
      if (verdicts.reason[row] !== 0) {
        this.reject('service', row, verdicts, origin);
        continue;
      }
      this.foreign.keep(rows.key[row] ?? 0);
      const packed = allPacked[row] ?? 0;
      tally.addServiceAt(rows, row, packed);
      writer.service(rows, row, packed);
      this.fresh.services++;
    }
  }

  private admitRatings(
    rows: RatingBatch,
    verdicts: Verdicts,
    allPacked: Int32Array,
    links: Links,
    origin: Origin,
  ): void {
    const { tally, writer } = this;
    for (let row = 0; row < rows.length; row++) {
      if (verdicts.reason[row] !== 0) {
        this.reject('rating', row, verdicts, origin);
        continue;
      }
      const packed = allPacked[row] ?? 0;
      tally.addRating(rows.key[row] ?? 0, links.task[row] ?? 0, packed, rows.assessedAt[row] ?? 0);
      writer.rating(rows, row, packed);
      this.fresh.ratings++;
    }
  }

  private reject(kind: 'service' | 'rating', row: number, verdicts: Verdicts, origin: Origin): void {
    const number = verdicts.reason[row] ?? 0;
    if (number === DUPLICATE) {
      this.fresh.duplicates++;
      return;
    }
    this.refuse({
      reason: reasonOf(number),
      kind,
      field: fieldOf(verdicts, row),
      source: origin.source(kind, row),
      line: origin.line(kind, row),
      raw: origin.raw(kind, row),
    });
  }
}
