import { emptied, newBatch, type Batch } from '../model/batch.ts';
import { caseKey, MAX_SERIALS } from '../model/key.ts';
import { Block, stream, streamKey, threefry, threefryTwice, threshold, TwoBlocks } from '../model/random.ts';
import type { Scenario } from '../model/scenario.ts';
import { ABSENT, DAY_SECONDS } from '../model/time.ts';
import type { TruthBatch } from '../model/truth.ts';
import { CaseLife } from './case-life.ts';
import { poisson, quantileIndex } from './distributions.ts';
import type { Part } from './parts.ts';
import type { Span } from './span.ts';
import type { Misreporter } from './defects/misreporter.ts';
import type { Spoiler, Spoilt } from './defects/spoiler.ts';
import type { Tamperer } from './defects/tamper.ts';
import { RatingMaker, type CaseInHand } from './rate.ts';
import { Rectifier } from './rectify.ts';
import { HALL, HOTLINE, ONLINE, type Tables } from './tables.ts';

/** Where the register put each task of the world: its id and its slot. */
export interface Placement {
  readonly taskId: Int32Array;
  readonly slot: Int32Array;
}

/** A batch with the truth of its ratings, row by row. */
export interface SimulatedBatch {
  readonly batch: Batch;
  readonly truth: TruthBatch;
  /** Records to be printed and read again as their senders spoilt them. */
  readonly spoilt: readonly Spoilt[];
}

/** Who injects defects, where the scenario has any. */
export interface Injectors {
  readonly tamperer: Tamperer;
  readonly spoiler: Spoiler;
  readonly misreporter: Misreporter;
}

/** The case in hand, with what its service records say again and again. */
interface OpenCase extends CaseInHand {
  /** Key of its first service. */
  firstKey: number;
  appliedAt: number;
  userType: number;
  /** Services recorded so far. */
  services: number;
}

/** Services a batch holds before it is handed on. */
const FULL = 32_768;
/** Services a case may have. */
const CASE_SERVICES = 16;

const WAITING = 1;
const ACCEPTED = 2;
const FINISHED = 3;
const STAGE = { consultation: 1, accepted: 3, supplement: 4, payment: 5, finished: 6 } as const;
const BY_PERSON = 1;
const BY_FIRM = 2;

/** Blocks of keyed words of an item's demand on a day: cases, calls to the hotline. */
const DEMAND = { cases: 0, calls: 1 } as const;

/**
 * Which draws belong to the nth service of a kind. Numbers are part of the data format; each kind has its own, so that
 * a service more or less changes what is felt and rated of no other.
 */
const DRAWS = { consultation: 3, supplement: 8, payment: 12, correction: 15 } as const;

/**
 * Makes the records of a world. Every number is a keyed draw of (seed, unit, item, day, serial), so any part can be
 * made alone, on any thread, and comes out the same.
 */
export class RecordMaker {
  private readonly block = new Block();
  private readonly blocks = new TwoBlocks();
  private out: Batch = newBatch(0, 0);
  private spare: Batch | undefined;
  private readonly inHand: OpenCase = {
    unit: 0,
    task: 0,
    slot: 0,
    entity: 0,
    firstKey: 0,
    place: 0,
    person: 0,
    appliedAt: 0,
    userType: 0,
    services: 0,
  };

  private readonly acceptanceRecorded: number;
  private readonly supplement: number;
  private readonly selectiveEntry: number;
  private readonly hotline: number;
  private readonly room: number;
  private readonly ratingRoom: number;
  private readonly life: CaseLife;
  private readonly ratings: RatingMaker;
  private readonly rectifier: Rectifier;

  constructor(
    scenario: Scenario,
    private readonly seed: number,
    private readonly tables: Tables,
    private readonly placement: Placement,
    private readonly span: Span,
    private readonly injectors?: Injectors,
  ) {
    const { handling } = scenario;
    this.acceptanceRecorded = threshold(handling.acceptanceRecorded);
    this.supplement = threshold(handling.supplement);
    this.selectiveEntry = threshold(handling.selectiveEntry);
    this.hotline = handling.hotline;
    const { rectified, otherwise } = scenario.answering.additional;
    // A service may be rated twice, and a spoilt record may come twice.
    this.room = FULL * (injectors ? 2 : 1);
    this.ratingRoom = this.room * (rectified > 0 || otherwise > 0 ? 2 : 1);
    this.rectifier = new Rectifier(scenario, seed, tables.rules, span);
    this.life = new CaseLife(handling, seed);
    this.ratings = new RatingMaker(scenario, seed, tables, span, injectors?.tamperer);
  }

  /** Yields the batches of one part, in key order. */
  *batches(part: Part): Generator<SimulatedBatch> {
    this.begin();
    for (let d = part.firstDay; d < part.lastDay; d++) {
      for (let task = part.firstTask; task < part.lastTask; task++) {
        const cases = this.demand(part.unit, task, d, 1, DEMAND.cases);
        const calls = this.hotline === 0 ? 0 : this.demand(part.unit, task, d, this.hotline, DEMAND.calls);
        const all = Math.min(MAX_SERIALS, cases + calls);
        for (let serial = 0; serial < all; serial++) {
          if (serial < cases) this.makeCase(part.unit, task, d, serial);
          else this.makeCall(part.unit, task, d, serial);
          if (this.out.services.length > FULL - CASE_SERVICES) {
            yield this.finish();
            this.begin();
          }
        }
      }
    }
    if (this.out.services.length > 0) yield this.finish();
  }

  /** Takes a batch back that nobody looks at any more, for the next one. */
  recycle(batch: Batch): void {
    this.spare = batch;
  }

  private begin(): void {
    this.out = this.spare ? emptied(this.spare) : newBatch(this.room, this.ratingRoom);
    this.spare = undefined;
    this.ratings.begin(this.out.ratings, this.ratingRoom);
  }

  private finish(): SimulatedBatch {
    const { injectors } = this;
    const truth = this.ratings.truth();
    const batch = { ...this.out, rectifications: this.rectifier.rectify(this.out.ratings, truth) };
    if (!injectors) return { batch, truth, spoilt: [] };
    const { spoilt, orphaned, refused } = injectors.spoiler.spoil(batch, truth.totals);
    const misreported = injectors.misreporter.misreport(batch, refused, truth.totals);
    return { batch, truth: { ...truth, ledger: [...truth.ledger, ...orphaned, ...misreported] }, spoilt };
  }

  private demand(unit: number, task: number, d: number, factor: number, n: number): number {
    const mean = (this.tables.rate[task] ?? 0) * (this.span.share[d] ?? 0) * factor;
    if (mean === 0) return 0;
    const group = (unit << 10) | (this.placement.slot[task] ?? 0);
    threefry(this.seed, streamKey(stream.demand, group), this.span.days[d] ?? 0, n, this.block);
    return Math.min(MAX_SERIALS, poisson(mean, this.block.a));
  }

  private makeCase(unit: number, task: number, d: number, serial: number): void {
    const { block, blocks, seed, span, tables, life } = this;
    const slot = this.placement.slot[task] ?? 0;
    const day = span.days[d] ?? 0;
    const key = streamKey(stream.service, (unit << 10) | slot);
    const entity = day * MAX_SERIALS + serial;

    threefryTwice(seed, key, entity, 0, blocks);
    const { a: placeWord, b: timeWord, c: personWord, d: durationWord } = blocks;
    const place = placeWord < (tables.online[task] ?? 0) ? ONLINE : HALL;
    const hours = tables.hours[place];
    const hour = hours?.[quantileIndex(timeWord)] ?? 9;
    const appliedAt = day * DAY_SECONDS + hour * 3600 + ((timeWord & 0xfffff) % 3600);
    const person = unit * 16_777_216 + (personWord >>> 8);
    threefry(seed, key, entity, 2, block);
    const acceptanceWord = block.a;
    const supplementWord = block.b;
    life.begin(key, entity);

    const instant = tables.instant[task] === 1;
    const promised = tables.promisedDays[task] ?? 0;
    const share = (tables.duration[quantileIndex(durationWord)] ?? 0) * (tables.speed[task] ?? 1);
    const usual = instant ? 0 : Math.max(1, Math.round(promised * share));
    const taken = instant ? 0 : life.daysKept(usual, promised);
    const finishDay = span.following[d + taken];
    const finishedAt = instant
      ? appliedAt + 240 + ((durationWord >>> 0) % 1500)
      : finishDay === undefined
        ? span.horizon
        : finishDay * DAY_SECONDS + 32_400 + ((durationWord & 0xfffff) % 28_800);
    const withdrawnAfter = instant ? ABSENT : life.withdrawnAfter(taken);
    const isFinished = withdrawnAfter === ABSENT && finishedAt < span.horizon;
    const overrun = taken > promised ? 1 : 0;

    if (overrun === 1 && withdrawnAfter === ABSENT && this.selectiveEntry > 0) {
      threefry(seed, key, entity, 3, block);
      if (block.a < this.selectiveEntry) return;
    }

    this.open(unit, task, d, serial, place, person, appliedAt);
    let usualNumber = 0;
    const opensAt = day * DAY_SECONDS + (hours?.[0] ?? 0) * 3600;
    const consultations = life.consultations();
    for (let i = 0; i < consultations; i++)
      this.serve(
        WAITING,
        STAGE.consultation,
        ABSENT,
        life.consultedAt(i, opensAt, appliedAt),
        0,
        DRAWS.consultation + i,
      );
    if (acceptanceWord < this.acceptanceRecorded || !isFinished)
      this.serve(ACCEPTED, STAGE.accepted, ABSENT, appliedAt, 0, usualNumber++);
    if (taken > 1 && supplementWord < this.supplement) {
      const firstDay = taken >> 1;
      const lastDay = withdrawnAfter === ABSENT ? taken - 1 : withdrawnAfter;
      const supplements = life.supplements(lastDay - firstDay + 1);
      for (let i = 0; i < supplements; i++) {
        const askedDay = span.following[d + firstDay + i];
        const word = life.supplementWord(i, supplementWord);
        const askedAt =
          askedDay === undefined ? span.horizon : askedDay * DAY_SECONDS + 36_000 + (word % 18_000);
        if (askedAt >= span.horizon) break;
        this.serve(
          ACCEPTED,
          STAGE.supplement,
          ABSENT,
          askedAt,
          0,
          i === 0 ? usualNumber++ : DRAWS.supplement + i - 1,
        );
      }
    }
    if (!isFinished) return;
    const payments = life.payments();
    for (let i = 0; i < payments; i++)
      this.serve(
        ACCEPTED,
        STAGE.payment,
        ABSENT,
        life.paidAt(i, appliedAt, finishedAt, instant),
        0,
        DRAWS.payment + i,
      );
    this.serve(FINISHED, STAGE.finished, finishedAt, finishedAt, overrun, usualNumber);
    const more = life.daysToCorrection();
    const correctedDay = more === 0 ? undefined : span.following[d + taken + more];
    if (correctedDay === undefined) return;
    const correctedAt = life.correctedAt(correctedDay);
    if (correctedAt >= span.horizon) return;
    this.serve(
      FINISHED,
      STAGE.finished,
      correctedAt,
      correctedAt,
      taken + more > promised ? 1 : 0,
      DRAWS.correction,
    );
  }

  /** A call to the hotline about an item: a consultation answered at once, and asked about the next day. */
  private makeCall(unit: number, task: number, d: number, serial: number): void {
    const { blocks, seed, span, tables } = this;
    const slot = this.placement.slot[task] ?? 0;
    const day = span.days[d] ?? 0;
    const key = streamKey(stream.service, (unit << 10) | slot);
    const entity = day * MAX_SERIALS + serial;
    threefryTwice(seed, key, entity, 0, blocks);
    const { b: timeWord, c: personWord, d: lengthWord } = blocks;
    const hour = tables.hours[ONLINE]?.[quantileIndex(timeWord)] ?? 9;
    const calledAt = day * DAY_SECONDS + hour * 3600 + ((timeWord & 0xfffff) % 3600);
    const person = unit * 16_777_216 + (personWord >>> 8);
    const answeredAt = Math.min(calledAt + 60 + (lengthWord % 600), (day + 1) * DAY_SECONDS - 1);

    this.open(unit, task, d, serial, HOTLINE, person, calledAt);
    this.serve(FINISHED, STAGE.consultation, answeredAt, answeredAt, 0, 0);
  }

  /** Takes a case in hand; its services follow. */
  private open(
    unit: number,
    task: number,
    d: number,
    serial: number,
    place: number,
    person: number,
    appliedAt: number,
  ): void {
    const { inHand } = this;
    const slot = this.placement.slot[task] ?? 0;
    const day = this.span.days[d] ?? 0;
    inHand.unit = unit;
    inHand.task = task;
    inHand.slot = slot;
    inHand.entity = day * MAX_SERIALS + serial;
    inHand.firstKey = caseKey(unit, day, slot, serial);
    inHand.place = place;
    inHand.person = person;
    inHand.appliedAt = appliedAt;
    inHand.userType = this.tables.legal[task] === 1 ? BY_FIRM : BY_PERSON;
    inHand.services = 0;
  }

  /** Records the next service of the case in hand, and lets it be rated; `draws` says which are its own. */
  private serve(
    status: number,
    stage: number,
    finishedAt: number,
    at: number,
    late: number,
    draws: number,
  ): void {
    const { inHand } = this;
    const { services } = this.out;
    const row = services.length++;
    const key = inHand.firstKey + inHand.services++;
    services.key[row] = key;
    services.task[row] = this.placement.taskId[inHand.task] ?? 0;
    services.status[row] = status;
    services.stage[row] = stage;
    services.channel[row] = inHand.place === HALL ? 2 : 1;
    services.userType[row] = inHand.userType;
    services.acceptedAt[row] = status === WAITING ? ABSENT : inHand.appliedAt;
    services.finishedAt[row] = finishedAt;
    services.serviceAt[row] = at;
    services.person[row] = inHand.person;
    const completed = stage === STAGE.finished || inHand.place === HOTLINE;
    this.ratings.rate(inHand, key, draws, at, late, completed);
  }
}
