import { newBatch, type Batch } from '../model/batch.ts';
import { caseKey, MAX_SERIALS, ratingKey } from '../model/key.ts';
import { Block, stream, streamKey, threefry, threshold } from '../model/random.ts';
import type { Scenario } from '../model/scenario.ts';
import { ABSENT, DAY_SECONDS } from '../model/time.ts';
import { mechanism, type TruthBatch } from '../model/truth.ts';
import { choose, poisson, quantileIndex } from './distributions.ts';
import type { Part } from './parts.ts';
import type { Span } from './span.ts';
import { HALL, ONLINE, type Choice, type Tables } from './tables.ts';
import { comment } from './words.ts';

/** Where the register put each task of the world: its id and its slot. */
export interface Placement {
  readonly taskId: Int32Array;
  readonly slot: Int32Array;
}

/** A batch with the truth of its ratings, row by row. */
export interface SimulatedBatch {
  readonly batch: Batch;
  readonly truth: TruthBatch;
}

/** Services a batch holds before it is handed on. */
const FULL = 32_768;
/** A case has at most so many services: acceptance, supplement, completion. */
const CASE_SERVICES = 3;

const ACCEPTED = 2;
const FINISHED = 3;
const STAGE = { accepted: 3, supplement: 4, finished: 6 } as const;
const BY_PERSON = 1;
const BY_FIRM = 2;
/** Chance that a bad rating carries a tag; the others carry a text. */
const BAD_TAGGED = threshold(0.9);

/**
 * Makes the records of a world. Every number is a keyed draw of (seed, unit, item, day, serial), so any part can be
 * made alone, on any thread, and comes out the same.
 */
export class RecordMaker {
  private readonly block = new Block();
  private out: Batch = newBatch(0, 0);
  private trueLevels = new Uint8Array(0);
  private mechanisms = new Uint8Array(0);
  private serviceLevels = new Int32Array(0);

  private readonly acceptanceRecorded: number;
  private readonly supplement: number;
  private readonly tagged: number;
  private readonly secondTag: number;
  private readonly text: number;
  private readonly badText: number;
  private readonly defaultAfter: number;
  private readonly defaultLevel: number;

  constructor(
    scenario: Scenario,
    private readonly seed: number,
    private readonly tables: Tables,
    private readonly placement: Placement,
    private readonly span: Span,
  ) {
    const { handling, answering } = scenario;
    this.acceptanceRecorded = threshold(handling.acceptanceRecorded);
    this.supplement = threshold(handling.supplement);
    this.tagged = threshold(answering.tagged);
    this.secondTag = threshold(answering.secondTag);
    this.text = threshold(answering.text);
    this.badText = threshold(answering.badText);
    this.defaultAfter = answering.defaulting.afterDays;
    this.defaultLevel = answering.defaulting.level;
  }

  /** Yields the batches of one part, in key order. */
  *batches(part: Part): Generator<SimulatedBatch> {
    this.begin();
    for (let d = part.firstDay; d < part.lastDay; d++) {
      for (let task = part.firstTask; task < part.lastTask; task++) {
        const cases = this.demand(part.unit, task, d);
        for (let serial = 0; serial < cases; serial++) {
          this.makeCase(part.unit, task, d, serial);
          if (this.out.services.length > FULL - CASE_SERVICES) {
            yield this.finish();
            this.begin();
          }
        }
      }
    }
    if (this.out.services.length > 0) yield this.finish();
  }

  private begin(): void {
    this.out = newBatch(FULL, FULL);
    this.trueLevels = new Uint8Array(FULL);
    this.mechanisms = new Uint8Array(FULL);
    this.serviceLevels = new Int32Array(64 * 6);
  }

  private finish(): SimulatedBatch {
    return {
      batch: this.out,
      truth: { level: this.trueLevels, mechanism: this.mechanisms, serviceLevels: this.serviceLevels },
    };
  }

  private demand(unit: number, task: number, d: number): number {
    const mean = (this.tables.rate[task] ?? 0) * (this.span.share[d] ?? 0);
    if (mean === 0) return 0;
    const group = (unit << 10) | (this.placement.slot[task] ?? 0);
    threefry(this.seed, streamKey(stream.demand, group), this.span.days[d] ?? 0, 0, this.block);
    return Math.min(MAX_SERIALS, poisson(mean, this.block.a));
  }

  private makeCase(unit: number, task: number, d: number, serial: number): void {
    const { block, seed, span, tables } = this;
    const slot = this.placement.slot[task] ?? 0;
    const day = span.days[d] ?? 0;
    const key = streamKey(stream.service, (unit << 10) | slot);
    const entity = day * MAX_SERIALS + serial;

    threefry(seed, key, entity, 0, block);
    const place = block.a < (tables.online[task] ?? 0) ? ONLINE : HALL;
    const hour = tables.hours[place]?.[quantileIndex(block.b)] ?? 9;
    const appliedAt = day * DAY_SECONDS + hour * 3600 + ((block.b & 0xfffff) % 3600);

    threefry(seed, key, entity, 1, block);
    const person = unit * 16_777_216 + (block.a >>> 8);
    const durationWord = block.b;
    threefry(seed, key, entity, 2, block);
    const acceptanceWord = block.a;
    const supplementWord = block.b;

    const instant = tables.instant[task] === 1;
    const promised = tables.promisedDays[task] ?? 0;
    const share = (tables.duration[quantileIndex(durationWord)] ?? 0) * (tables.speed[task] ?? 1);
    const taken = instant ? 0 : Math.max(1, Math.round(promised * share));
    const finishDay = span.following[d + taken];
    const finishedAt = instant
      ? appliedAt + 240 + (durationWord % 1500)
      : finishDay === undefined
        ? span.horizon
        : finishDay * DAY_SECONDS + 32_400 + ((durationWord & 0xfffff) % 28_800);
    const isFinished = finishedAt < span.horizon;
    const overrun = taken > promised ? 1 : 0;

    const first = caseKey(unit, day, slot, serial);
    const userType = tables.legal[task] === 1 ? BY_FIRM : BY_PERSON;
    let number = 0;
    const serve = (status: number, stage: number, doneAt: number, at: number, late: number): void => {
      const { services } = this.out;
      const row = services.length++;
      services.key[row] = first + number;
      services.task[row] = this.placement.taskId[task] ?? 0;
      services.status[row] = status;
      services.stage[row] = stage;
      services.channel[row] = place === ONLINE ? 1 : 2;
      services.userType[row] = userType;
      services.acceptedAt[row] = appliedAt;
      services.finishedAt[row] = doneAt;
      services.serviceAt[row] = at;
      services.person[row] = person;
      this.rate(first + number, unit, task, slot, entity, number, place, at, late);
      number++;
    };

    if (acceptanceWord < this.acceptanceRecorded || !isFinished)
      serve(ACCEPTED, STAGE.accepted, ABSENT, appliedAt, 0);
    if (taken > 1 && supplementWord < this.supplement) {
      const askedDay = span.following[d + (taken >> 1)];
      const askedAt =
        askedDay === undefined ? span.horizon : askedDay * DAY_SECONDS + 36_000 + (supplementWord % 18_000);
      if (askedAt < span.horizon) serve(ACCEPTED, STAGE.supplement, ABSENT, askedAt, 0);
    }
    if (isFinished) serve(FINISHED, STAGE.finished, finishedAt, finishedAt, overrun);
  }

  /** The experience of one service, and the rating that comes of it, if any. */
  private rate(
    serviceKey: number,
    unit: number,
    task: number,
    slot: number,
    entity: number,
    number: number,
    place: number,
    serviceAt: number,
    late: number,
  ): void {
    const { block, seed, tables } = this;
    const key = streamKey(stream.rating, (unit << 10) | slot);
    const n = number * 8;
    threefry(seed, key, entity, n, block);
    const row = ((task * 2 + place) * 2 + late) * 4;
    let felt = 1;
    for (let i = 0; i < 4; i++) if (block.a >= (tables.levels[row + i] ?? 0)) felt++;
    this.serviceLevels[unit * 6 + felt] = (this.serviceLevels[unit * 6 + felt] ?? 0) + 1;
    const answers = block.b < (tables.answers[place * 6 + felt] ?? 0);

    threefry(seed, key, entity, n + 1, block);
    if (!answers) {
      if (block.a >= (tables.defaulting[task] ?? 0)) return;
      const at = (Math.floor(serviceAt / DAY_SECONDS) + this.defaultAfter) * DAY_SECONDS + 7200;
      const row = this.record(
        serviceKey,
        this.defaultLevel,
        place === ONLINE ? 1 : 4,
        at,
        felt,
        mechanism.defaulted,
      );
      if (row >= 0) this.out.ratings.defaulted[row] = 1;
      return;
    }
    const shown = block.a < (tables.retained[felt] ?? 0) ? felt : 5;
    const choices = tables.channels[place];
    const channel = choices === undefined ? 1 : (choices.values[choose(choices.thresholds, block.b)] ?? 1);
    const levelled = (tables.levelled[channel] ?? 1) === 1;

    threefry(seed, key, entity, n + 2, block);
    const delay = tables.delays[channel];
    const step = quantileIndex(block.a);
    const shortest = delay?.[step] ?? 0;
    const longest = delay?.[step + 1] ?? shortest;
    const at = serviceAt + 3 + Math.round(shortest + ((longest - shortest) * (block.a & 0xfffff)) / 0x100000);
    const wordForTag = block.b;
    const rating = this.record(
      serviceKey,
      levelled ? shown : 0,
      channel,
      at,
      felt,
      shown === felt ? mechanism.own : mechanism.lifted,
    );
    if (rating >= 0 && levelled) this.comment(rating, key, entity, n, shown, place, late, wordForTag);
  }

  /** Appends a rating unless it lies past the horizon; the row, or -1. */
  private record(
    serviceKey: number,
    level: number,
    channel: number,
    at: number,
    felt: number,
    how: number,
  ): number {
    if (at >= this.span.horizon) return -1;
    const { ratings } = this.out;
    const row = ratings.length++;
    ratings.key[row] = ratingKey(serviceKey, 1);
    ratings.level[row] = level;
    ratings.channel[row] = channel;
    ratings.assessedAt[row] = at;
    this.trueLevels[row] = felt;
    this.mechanisms[row] = how;
    return row;
  }

  private comment(
    row: number,
    key: number,
    entity: number,
    n: number,
    shown: number,
    place: number,
    late: number,
    wordForTag: number,
  ): void {
    const { block, tables } = this;
    const bad = shown <= 2;
    const tagged = wordForTag < (bad ? BAD_TAGGED : this.tagged);
    threefry(this.seed, key, entity, n + 3, block);
    const { a: tagWord, b: textWord } = block;
    if (tagged) {
      const list = (late === 1 && bad ? tables.timeTags : tables.tags)[place * 6 + shown];
      let tags = list === undefined ? 0 : bitOf(list, tagWord);
      threefry(this.seed, key, entity, n + 4, block);
      const others = tables.tags[place * 6 + shown];
      if (block.a < this.secondTag && others !== undefined) tags |= bitOf(others, block.b);
      this.out.ratings.tags[row] = tags;
    }
    if (textWord < (bad ? this.badText : this.text) || (bad && !tagged)) {
      this.out.ratings.texts.set(row, comment(shown, place, textWord));
    }
  }
}

const bitOf = ({ thresholds, values }: Choice, word: number): number => values[choose(thresholds, word)] ?? 0;
