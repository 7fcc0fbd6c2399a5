import type { RatingBatch } from '../model/batch.ts';
import { newRatingBatch, NO_PERSON } from '../model/batch.ts';
import { FIRST_ACCOUNT } from '../model/identifiers.ts';
import { MAX_SERIALS, MAX_SERVICES, MAX_UNITS, ratingKey } from '../model/key.ts';
import {
  Block,
  stream,
  streamKey,
  threefry,
  threefryTwice,
  threshold,
  TwoBlocks,
  WORDS,
} from '../model/random.ts';
import type { Scenario } from '../model/scenario.ts';
import { DAY_SECONDS } from '../model/time.ts';
import { LOSS_CELLS, lossCause, mechanism, type TruthBatch } from '../model/truth.ts';
import { AdditionalMaker } from './additional.ts';
import { choose, quantileIndex, QUANTILES } from './distributions.ts';
import type { Desk } from './defects/manipulation.ts';
import type { Tamperer } from './defects/tamper.ts';
import type { Span } from './span.ts';
import { HALL, HOTLINE, ONLINE, type Choice, type Tables } from './tables.ts';
import { mayStillRate } from './unit-rules.ts';
import { comment } from './words.ts';

/** Chance that a bad rating carries a tag; the others carry a text. */
const BAD_TAGGED = threshold(0.9);
const WEB = 1;
const QR = 3;
const PAD = 4;
const KIOSK = 5;

/**
 * Blocks of keyed words a service has for its rating: each question has its own, so that no switch moves another. Two
 * neighbours that nearly every rating needs are drawn together.
 */
const BLOCKS = 8;
const AT = { feelingAndAnswer: 0, momentAndTag: 2, secondTag: 4, prompting: 5, loss: 6 } as const;

/** The case whose services are being made. */
export interface CaseInHand {
  /** Index of the unit, of the task in the world, and its slot in the unit. */
  unit: number;
  task: number;
  slot: number;
  /** Day and serial, as the draws of the case name them. */
  entity: number;
  place: number;
  person: number;
}

/**
 * The experience of a service and the rating that comes of it, if any: who is asked, who answers, what is submitted
 * and what becomes of it. Each way in which real ratings go wrong is a switch of the scenario (answering).
 */
export class RatingMaker {
  private readonly block = new Block();
  private readonly blocks = new TwoBlocks();
  private out: RatingBatch = newRatingBatch(0);
  private trueLevels = new Uint8Array(0);
  private mechanisms = new Uint8Array(0);
  private serviceLevels = new Int32Array(0);
  private losses = new Int32Array(0);

  /** Where manipulations write. */
  private readonly desk: Desk;
  private readonly asked: Scenario['answering']['asked'];
  private readonly prompted: number;
  private readonly preselected: number;
  private readonly pressed: number;
  private readonly suppressed: number;
  private readonly lost: number;
  private readonly tagged: number;
  private readonly secondTag: number;
  private readonly text: number;
  private readonly badText: number;
  private readonly horizon: number;
  private readonly additional: AdditionalMaker;

  /** Nothing is rated at or after the horizon of the span. */
  constructor(
    scenario: Scenario,
    private readonly seed: number,
    private readonly tables: Tables,
    private readonly span: Span,
    /** Who tampers with ratings, where the scenario says so. */
    private readonly tamperer?: Tamperer,
  ) {
    const { answering } = scenario;
    this.additional = new AdditionalMaker(scenario, seed, tables, span);
    this.asked = answering.asked;
    this.prompted = threshold(answering.prompted);
    this.preselected = threshold(answering.preselected);
    this.pressed = threshold(answering.pressed);
    this.suppressed = threshold(answering.suppressed);
    this.lost = threshold(answering.lost);
    this.tagged = threshold(answering.tagged);
    this.secondTag = threshold(answering.secondTag);
    this.text = threshold(answering.text);
    this.badText = threshold(answering.badText);
    this.horizon = span.horizon;
    this.desk = this.makeDesk(answering.defaulting.level);
  }

  private makeDesk(defaultLevel: number): Desk {
    const { tables, horizon } = this;
    const current = (): RatingBatch => this.out;
    return {
      get out() {
        return current();
      },
      tables,
      horizon,
      defaultLevel,
      mechanismOf: (row) => this.mechanisms[row] ?? 0,
      write: ({ serviceKey, felt }, row, level, channel, at, how) => {
        if (row >= 0) this.drop();
        return this.record(serviceKey, level, channel, at, felt, how);
      },
      drop: () => {
        this.drop();
      },
      delay: (channel, word) => this.delay(channel, word),
      channel: (place, word) => this.channel(place, word),
      tags: (level, place, word) => {
        const choices = tables.tags[place * 6 + level];
        return choices === undefined ? 0 : bitOf(choices, word);
      },
      trace: (row, task, channel, person, windowWord, uploadWord) => {
        this.trace(row, task, channel, person, windowWord, uploadWord);
      },
    };
  }

  /** Takes the last rating away and leaves its row as new. */
  private drop(): void {
    const { out } = this;
    const row = --out.length;
    for (const column of [out.level, out.channel, out.tags, out.defaulted, out.device]) column[row] = 0;
    out.texts.delete(row);
  }

  private channel(place: number, word: number): number {
    const choices = this.tables.channels[place];
    return choices === undefined ? WEB : (choices.values[choose(choices.thresholds, word)] ?? WEB);
  }

  /** Ratings go to this batch from now on; it has room for `capacity` of them. */
  begin(out: RatingBatch, capacity: number): void {
    this.out = out;
    this.trueLevels = new Uint8Array(capacity);
    this.mechanisms = new Uint8Array(capacity);
    this.serviceLevels = new Int32Array(MAX_UNITS * 6);
    this.losses = new Int32Array(LOSS_CELLS);
    this.tamperer?.begin();
  }

  /** The truth of the batch begun last. */
  truth(): TruthBatch {
    return {
      level: this.trueLevels,
      mechanism: this.mechanisms,
      serviceLevels: this.serviceLevels,
      losses: this.losses,
      ledger: this.tamperer?.ledger() ?? [],
      totals: this.tamperer?.totals() ?? [],
    };
  }

  /** Lives through one service of the case; `number` says which draws are its own. */
  rate(
    inHand: CaseInHand,
    serviceKey: number,
    number: number,
    serviceAt: number,
    late: number,
    completed: boolean,
  ): void {
    const { tables } = this;
    const { unit, task, slot, entity, place } = inHand;
    const key = streamKey(stream.rating, (unit << 10) | slot);
    threefryTwice(this.seed, key, entity, number * BLOCKS + AT.feelingAndAnswer, this.blocks);
    const felt = this.feel(task, place, late, this.blocks.a);
    const row = this.live(inHand, serviceKey, key, number * BLOCKS, serviceAt, late, completed, felt);
    const { tamperer } = this;
    if (tamperer?.concerns(task)) {
      const office = tables.office[task] ?? 0;
      const order = (entity % MAX_SERIALS) * MAX_SERVICES + number;
      const { person } = inHand;
      const served = { serviceKey, unit, task, office, order, place, at: serviceAt, late, person, felt };
      tamperer.tamper(served, slot, Math.floor(entity / MAX_SERIALS), entity, number, row, this.desk);
    }
    this.additional.follow(this.out, this.trueLevels, this.mechanisms, serviceKey, place, number);
  }

  /** What comes of a service when nobody tampers: the row of its rating, or -1. */
  private live(
    { unit, task, entity, place, person }: CaseInHand,
    serviceKey: number,
    key: number,
    n: number,
    serviceAt: number,
    late: number,
    completed: boolean,
    felt: number,
  ): number {
    const { block, blocks, seed, tables } = this;
    const { b: answerWord, c: retainedWord, d: channelWord } = blocks;
    this.serviceLevels[unit * 6 + felt] = (this.serviceLevels[unit * 6 + felt] ?? 0) + 1;
    const invited =
      this.asked === 'everyone' || (this.asked === 'successful' ? completed && late === 0 : felt <= 3);
    let answers = invited && answerWord < (tables.answers[place * 6 + felt] ?? 0);
    if (!answers && invited && place === HALL && this.prompted > 0) {
      threefry(seed, key, entity, n + AT.prompting, block);
      answers = block.a < this.prompted;
    }

    if (!answers) {
      return retainedWord < (tables.defaulting[task] ?? 0)
        ? this.rateByDefault(serviceKey, unit, place, serviceAt, felt)
        : -1;
    }
    const how = this.submission(felt, place, retainedWord, key, entity, n);
    const shown = how === mechanism.own ? felt : 5;
    const channel = this.channel(place, channelWord);
    const levelled = (tables.rules.levelled[unit * 8 + channel] ?? 1) === 1;
    threefryTwice(seed, key, entity, n + AT.momentAndTag, blocks);
    const { a: momentWord } = blocks;
    const at =
      place === HOTLINE ? calledBackAt(serviceAt, momentWord) : serviceAt + this.delay(channel, momentWord);
    if (at >= this.horizon || !mayStillRate(tables.rules, this.span, unit, serviceAt, at)) return -1;
    // Only what would have come by now can be lost.
    if (shown <= 2 && this.isLost(unit, felt, key, entity, n)) return -1;
    const row = this.record(serviceKey, levelled ? shown : 0, channel, at, felt, how);
    if (row >= 0) this.trace(row, task, channel, person, retainedWord, channelWord);
    if (row >= 0 && levelled) this.comment(row, key, entity, n, shown, place, late);
    return row;
  }

  private feel(task: number, place: number, late: number, word: number): number {
    const row = ((task * 2 + (place === HALL ? HALL : ONLINE)) * 2 + late) * 4;
    let felt = 1;
    for (let i = 0; i < 4; i++) if (word >= (this.tables.levels[row + i] ?? 0)) felt++;
    return felt;
  }

  /** How the submitted level came about: the level felt is submitted only by mechanism `own`. */
  private submission(
    felt: number,
    place: number,
    retainedWord: number,
    key: number,
    entity: number,
    n: number,
  ): number {
    if (felt === 5) return mechanism.own;
    if (this.preselected > 0 || this.pressed > 0) {
      threefry(this.seed, key, entity, n + AT.prompting, this.block);
      if (felt <= 2 && place === HALL && this.block.b < this.pressed) return mechanism.pressed;
      threefry(this.seed, key, entity, n + AT.loss, this.block);
      if (this.block.b < this.preselected) return mechanism.preselected;
    }
    return retainedWord < (this.tables.retained[felt] ?? 0) ? mechanism.own : mechanism.lifted;
  }

  /** True when a bad rating could not be submitted or was lost on upload: only the truth knows of it. */
  private isLost(unit: number, felt: number, key: number, entity: number, n: number): boolean {
    if (this.suppressed === 0 && this.lost === 0) return false;
    threefry(this.seed, key, entity, n + AT.loss, this.block);
    // One word for both: what lies above the suppressed share is lost with its own chance.
    const { a: word } = this.block;
    const cause =
      word < this.suppressed
        ? lossCause.suppressed
        : word - this.suppressed < this.lost * (1 - this.suppressed / WORDS)
          ? lossCause.lost
          : 0;
    if (cause === 0) return false;
    const cell = (unit * 3 + cause) * 6 + felt;
    this.losses[cell] = (this.losses[cell] ?? 0) + 1;
    return true;
  }

  /** The system rates in one nightly batch, some days after the service. */
  private rateByDefault(
    serviceKey: number,
    unit: number,
    place: number,
    serviceAt: number,
    felt: number,
  ): number {
    const { defaultAfter, defaultLevel } = this.tables.rules;
    const level = defaultLevel[unit] ?? 0;
    if (level === 0) return -1;
    const at = (Math.floor(serviceAt / DAY_SECONDS) + (defaultAfter[unit] ?? 0)) * DAY_SECONDS + 7200;
    const channel = place === HALL ? PAD : WEB;
    const row = this.record(serviceKey, level, channel, at, felt, mechanism.defaulted);
    if (row < 0) return row;
    this.out.defaulted[row] = 1;
    this.out.rater[row] = NO_PERSON;
    this.out.uploadedAt[row] = at;
    return row;
  }

  /** Seconds between service and rating: between two neighbours of the channel's quantile table. */
  private delay(channel: number, word: number): number {
    const quantiles = this.tables.delays[channel];
    if (quantiles === undefined) return 3;
    const step = quantileIndex(word);
    const shortest = quantiles[step] ?? 0;
    const longest = quantiles[Math.min(step + 1, QUANTILES - 1)] ?? 0;
    return 3 + Math.round(shortest + ((longest - shortest) * (word & 0xfffff)) / 0x100000);
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
    if (at >= this.horizon) return -1;
    const { out } = this;
    const row = out.length++;
    out.key[row] = ratingKey(serviceKey, 1);
    out.level[row] = level;
    out.channel[row] = channel;
    out.assessedAt[row] = at;
    this.trueLevels[row] = felt;
    this.mechanisms[row] = how;
    return row;
  }

  /** Where the rating came from: a device at a window, a code or kiosk there, or the person's own network account. */
  private trace(
    row: number,
    task: number,
    channel: number,
    person: number,
    windowWord: number,
    uploadWord: number,
  ): void {
    const { out } = this;
    const windows = this.tables.windows[task] ?? 1;
    out.device[row] =
      channel >= QR && channel <= KIOSK ? 1 + ((windowWord & 0xffff) % windows) : FIRST_ACCOUNT + person;
    out.rater[row] = person;
    const uploadedAt = (out.assessedAt[row] ?? 0) + 1 + (uploadWord & 31);
    out.uploadedAt[row] = Math.min(uploadedAt, this.horizon - 1);
  }

  private comment(
    row: number,
    key: number,
    entity: number,
    n: number,
    shown: number,
    place: number,
    late: number,
  ): void {
    const { block, tables, out } = this;
    const { b: taggedWord, c: tagWord, d: textWord } = this.blocks;
    const bad = shown <= 2;
    const tagged = taggedWord < (bad ? BAD_TAGGED : this.tagged);
    if (tagged) {
      const list = (late === 1 && bad ? tables.timeTags : tables.tags)[place * 6 + shown];
      let tags = list === undefined ? 0 : bitOf(list, tagWord);
      threefry(this.seed, key, entity, n + AT.secondTag, block);
      const others = tables.tags[place * 6 + shown];
      if (block.a < this.secondTag && others !== undefined) tags |= bitOf(others, block.b);
      out.tags[row] = tags;
    }
    if (textWord < (bad ? this.badText : this.text) || (bad && !tagged)) {
      out.texts.set(row, comment(shown, place, textWord));
    }
  }
}

/** The hotline calls back the next day, between nine and five. */
const calledBackAt = (serviceAt: number, word: number): number =>
  (Math.floor(serviceAt / DAY_SECONDS) + 1) * DAY_SECONDS + 32_400 + (word % 28_800);

const bitOf = ({ thresholds, values }: Choice, word: number): number => values[choose(thresholds, word)] ?? 0;
