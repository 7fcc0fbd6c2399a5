import { checkRatings, checkServices, type CheckContext, type CheckedBatch } from '../../collect/check.ts';
import { checkContext, checkRulesOf, type CheckRules } from '../../collect/check-rules.ts';
import { linkRatings, type Links } from '../../collect/link.ts';
import { mayRepeat } from '../../collect/repeats.ts';
import { packBatch, packRatings, packServices, type PackedBatch } from '../../collect/pack.ts';
import { rejectRows, type Origin } from '../../collect/origin.ts';
import type { Verdicts } from '../../collect/verdict.ts';
import { countedCase, lastKeyOf } from '../../rollup/supplemented-cases.ts';
import { Tally, type TallyColumns } from '../../rollup/tally.ts';
import { tallyContext } from '../../rollup/task-columns.ts';
import type { Batch, RatingBatch, ServiceBatch } from '../../model/record/batch.ts';
import { addDigest, newDigest, type Digest } from '../../model/record/digest.ts';
import type { RefusalReason, RefusedByReason, RefusedRecord } from '../../model/refusal.ts';
import type { Register } from '../../model/register.ts';
import { foreignCases, type ForeignCases } from '../../store/foreign-cases.ts';
import type { Store } from '../../store/open.ts';
import { acceptedRecords } from '../../store/read/accepted.ts';
import { servicesBetween } from '../../store/read/case-services.ts';
import { contentOf } from '../../store/read/content.ts';
import { addGroupCells } from '../../store/write/group-cells.ts';
import { ratingWriter, serviceWriter } from '../../store/write/records.ts';
import { addToRollups } from '../../store/write/rollups.ts';
import { RefusalWriter, type NewRefusal } from '../../store/write/refusals.ts';
import { addToRun } from '../../store/write/runs.ts';
import type { Knowledge } from '../../model/knowledge.ts';

export interface IntakeCounts {
  readonly services: number;
  readonly ratings: number;
  readonly duplicates: number;
  /** Conflicts included. */
  readonly refused: RefusedByReason;
  /** Digest of all rows of the database. */
  readonly digestOfAll: string;
}

/** Rows that were checked and counted on another thread. */
export interface CountedRows {
  readonly services: number;
  readonly ratings: number;
  readonly duplicates: number;
  readonly refused: readonly RefusedRecord[];
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
  private readonly writeServices;
  private readonly writeRatings;
  private readonly refusals: RefusalWriter;
  private readonly servicesBetween;
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
    this.writeServices = serviceWriter(store);
    this.writeRatings = ratingWriter(store);
    this.refusals = new RefusalWriter(store, run);
    this.servicesBetween = servicesBetween(store);
  }

  /**
   * Takes a batch that another thread checked and packed without reading the store: good as it is where nothing is
   * stored in its key range, else checked anew. Says what became of its rows.
   */
  takePacked(batch: Batch, packedBefore: PackedBatch, origin: Origin): CheckedBatch {
    const { context } = this;
    const packed = mayRepeat(batch, context.accepted) ? packBatch(batch, context) : packedBefore;
    addDigest(this.digest, packed.digest);
    this.admitServices(batch.services, packed.services, packed.packedServices, origin);
    this.admitRatings(batch.ratings, packed.ratings, packed.packedRatings, packed.links, origin);
    this.endWindow();
    return packed;
  }

  takeServices(rows: ServiceBatch, origin: Origin): Verdicts {
    const verdicts = checkServices(rows, this.context);
    const packed = packServices(rows, verdicts, this.context.words, this.digest);
    this.admitServices(rows, verdicts, packed, origin);
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
    return verdicts;
  }

  /** Finds the services of ratings among those of the same batch and those taken before. */
  link(ratings: RatingBatch, services: ServiceBatch, verdicts: Verdicts): Links {
    return linkRatings(ratings, services, verdicts, this.context.accepted);
  }

  /** Takes over what another thread checked and counted; its accepted rows are stored elsewhere, or not at all. */
  takeCounted({ services, ratings, duplicates, refused, digest, counts }: CountedRows): void {
    this.fresh.services += services;
    this.fresh.ratings += ratings;
    this.fresh.duplicates += duplicates;
    for (const one of refused) this.refuse(one);
    this.refusals.flush();
    addDigest(this.digest, digest);
    this.tally.merge(counts);
  }

  /** Adds the counts of what came since the last call, with the digest, to those of the run and the database. */
  save(seconds: () => number): void {
    addToRollups(this.store, this.tally);
    addGroupCells(this.store, this.tally.groups.cells());
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

  private admitServices(rows: ServiceBatch, verdicts: Verdicts, packed: Int32Array, origin: Origin): void {
    const { reason: refused } = verdicts;
    this.reject('service', verdicts, origin);
    this.foreign.keep(rows.key, refused);
    // Counted before they are written: what is stored of their cases came before them.
    this.fresh.services += this.tally.addServices(rows, packed, refused, (caseKey) =>
      countedCase(this.servicesBetween(caseKey, lastKeyOf(caseKey))),
    );
    this.writeServices(rows, packed, refused);
  }

  private admitRatings(
    rows: RatingBatch,
    verdicts: Verdicts,
    packed: Int32Array,
    links: Links,
    origin: Origin,
  ): void {
    const { reason: refused } = verdicts;
    this.reject('rating', verdicts, origin);
    this.writeRatings(rows, packed, refused);
    this.fresh.ratings += this.tally.addRatings(rows, links, packed, refused);
  }

  private reject(kind: 'service' | 'rating', verdicts: Verdicts, origin: Origin): void {
    this.fresh.duplicates += rejectRows(kind, verdicts, origin, (refused) => {
      this.refuse(refused);
    });
  }
}
