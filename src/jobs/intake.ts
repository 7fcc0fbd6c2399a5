import {
  checkBatch,
  checkRatings,
  checkServices,
  ratingMark,
  serviceMark,
  type CheckContext,
} from '../collect/check.ts';
import { linkRatings, type Links } from '../collect/link.ts';
import { fieldOf, type Verdicts } from '../collect/verdict.ts';
import { Tally, tallyContext } from '../measure/tally.ts';
import type { Batch, RatingBatch, ServiceBatch } from '../model/batch.ts';
import {
  addDigest,
  codeWords,
  newDigest,
  parseDigest,
  printDigest,
  RowHash,
  type KeyWords,
} from '../model/digest.ts';
import { DUPLICATE, reasonOf, type RefusalReason } from '../model/refusal.ts';
import type { Register } from '../model/register.ts';
import { hashRating, hashService } from '../model/row-hash.ts';
import { foreignCases, type ForeignCases } from '../store/foreign-cases.ts';
import type { Store } from '../store/open.ts';
import { acceptedRecords } from '../store/read/accepted.ts';
import { contentOf } from '../store/read/content.ts';
import { RecordWriter } from '../store/write/records.ts';
import { addToRollups } from '../store/write/rollups.ts';
import { endRun, RefusalWriter } from '../store/write/runs.ts';
import type { Knowledge } from './knowledge.ts';

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
  /** Digest of the rows of this run, and of all rows of the database. */
  readonly digest: string;
  readonly digestOfAll: string;
}

/**
 * The door to the store, the same for simulated, imported and pushed records: checks a batch, stores what is accepted
 * with its counts and digest, keeps what is refused with its reason. Lives inside one transaction.
 */
export class Intake {
  readonly context: CheckContext;
  readonly foreign: ForeignCases;
  private readonly words: KeyWords;
  private readonly tally: Tally;
  private readonly writer: RecordWriter;
  private readonly refusals: RefusalWriter;
  private readonly hash = new RowHash();
  private readonly digest = newDigest();
  private readonly refused = new Map<RefusalReason, number>();
  private services = 0;
  private ratings = 0;
  private duplicates = 0;

  constructor(
    private readonly store: Store,
    private readonly run: number,
    register: Register,
    knowledge: Knowledge,
    now: number,
  ) {
    this.foreign = foreignCases(store);
    this.words = keyWords(register, this.foreign);
    this.tally = new Tally(tallyContext(register, knowledge.calendar));
    this.writer = new RecordWriter(store);
    this.refusals = new RefusalWriter(store, run);
    this.context = {
      now,
      levelled: levelledChannels(register, knowledge),
      accepted: acceptedRecords(store, this.words),
      words: this.words,
    };
  }

  /** Takes a batch that is a window of its own. */
  take(batch: Batch, origin: Origin): void {
    const { services, ratings, links } = checkBatch(batch, this.context);
    this.admitServices(batch.services, services, origin);
    this.admitRatings(batch.ratings, ratings, links, origin);
    this.writer.flush();
  }

  takeServices(rows: ServiceBatch, origin: Origin): Verdicts {
    const verdicts = checkServices(rows, this.context);
    this.admitServices(rows, verdicts, origin);
    this.writer.flush();
    return verdicts;
  }

  takeRatings(rows: RatingBatch, links: Links, origin: Origin): void {
    const verdicts = checkRatings(rows, links, this.context);
    this.admitRatings(rows, verdicts, links, origin);
    this.writer.flush();
  }

  /** Finds the services of ratings among those of the same batch and those taken before. */
  link(ratings: RatingBatch, services: ServiceBatch, verdicts: Verdicts): Links {
    return linkRatings(ratings, services, verdicts, this.context.accepted);
  }

  /** Writes the counts and closes the run. */
  end(seconds: number): IntakeCounts {
    addToRollups(this.store, this.tally);
    const refused = [...this.refused.values()].reduce((sum, n) => sum + n, 0);
    const all = parseDigest(contentOf(this.store).digest);
    addDigest(all, this.digest);
    const digest = printDigest(this.digest);
    const digestOfAll = printDigest(all);
    endRun(
      this.store,
      this.run,
      {
        seconds,
        services: this.services,
        ratings: this.ratings,
        duplicates: this.duplicates,
        refused,
        digest,
      },
      digestOfAll,
    );
    return {
      services: this.services,
      ratings: this.ratings,
      duplicates: this.duplicates,
      refused: Object.fromEntries(this.refused),
      digest,
      digestOfAll,
    };
  }

  private admitServices(rows: ServiceBatch, verdicts: Verdicts, origin: Origin): void {
    const { words, hash, digest, tally, writer } = this;
    for (let row = 0; row < rows.length; row++) {
      if (verdicts.reason[row] !== 0) {
        this.turnAway('service', row, verdicts, origin);
        continue;
      }
      const key = rows.key[row] ?? 0;
      const task = rows.task[row] ?? 0;
      const mark = serviceMark(rows, row);
      const acceptedAt = rows.acceptedAt[row] ?? 0;
      const finishedAt = rows.finishedAt[row] ?? 0;
      const serviceAt = rows.serviceAt[row] ?? 0;
      const person = rows.person[row] ?? 0;
      hashService(hash, words, key, task, mark, acceptedAt, finishedAt, serviceAt, person);
      hash.addTo(digest);
      tally.addService(key, task, mark, acceptedAt, finishedAt, serviceAt);
      writer.service(key, task, mark, acceptedAt, finishedAt, serviceAt, person);
      this.services++;
    }
  }

  private admitRatings(rows: RatingBatch, verdicts: Verdicts, links: Links, origin: Origin): void {
    const { words, hash, digest, tally, writer } = this;
    for (let row = 0; row < rows.length; row++) {
      if (verdicts.reason[row] !== 0) {
        this.turnAway('rating', row, verdicts, origin);
        continue;
      }
      const key = rows.key[row] ?? 0;
      const mark = ratingMark(rows, row);
      const assessedAt = rows.assessedAt[row] ?? 0;
      const text = rows.texts.get(row);
      hashRating(hash, words, key, mark, assessedAt, text);
      hash.addTo(digest);
      tally.addRating(key, links.task[row] ?? 0, mark, assessedAt);
      writer.rating(key, mark, assessedAt);
      if (text !== undefined) writer.text(key, text);
      this.ratings++;
    }
  }

  private turnAway(kind: 'service' | 'rating', row: number, verdicts: Verdicts, origin: Origin): void {
    const number = verdicts.reason[row] ?? 0;
    if (number === DUPLICATE) {
      this.duplicates++;
      return;
    }
    const reason = reasonOf(number);
    this.refused.set(reason, (this.refused.get(reason) ?? 0) + 1);
    this.refusals.add({
      reason,
      kind,
      field: fieldOf(verdicts, row),
      source: origin.source(kind, row),
      line: origin.line(kind, row),
      raw: origin.raw(kind, row),
    });
  }
}

/** What keys say outside this database: needed for digests. */
export function keyWords(register: Register, foreign: ForeignCases): KeyWords {
  const taskWords = new Int32Array(register.tasks.length * 2);
  register.tasks.forEach(({ taskCode }, id) => taskWords.set(codeWords(taskCode), id * 2));
  return { taskWords, taskAt: register.taskAt, foreignCase: (key) => foreign.numberOf(key) };
}

function levelledChannels(
  register: Register,
  knowledge: Knowledge,
): (task: number, channel: number) => boolean {
  const byProfile = new Map(
    knowledge.reference.profiles.map(({ id, levelledChannels }) => [
      id,
      levelledChannels.reduce((mask, channel) => mask | (1 << channel), 0),
    ]),
  );
  const masks = Int32Array.from(
    register.tasks,
    ({ officeId }) => byProfile.get(register.offices[officeId]?.profile ?? '') ?? 255,
  );
  return (task, channel) => ((masks[task] ?? 255) & (1 << channel)) !== 0;
}
