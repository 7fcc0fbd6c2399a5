import { NO_PERSON, type RatingBatch } from '../../model/record/batch.ts';
import { MAX_SERIALS, MAX_SERVICES, MAX_UNITS } from '../../model/record/key.ts';
import { Block, fillWords, stream, streamKey, threefry, threshold, WORDS } from '../../model/math/random.ts';
import type { Scenario } from '../../model/scenario/scenario.ts';
import { DAY_SECONDS } from '../../model/time/time.ts';
import { LOSS_CELLS, lossCause, mechanism, type TruthBatch } from '../../model/truth.ts';
import { AdditionalMaker } from './additional.ts';
import { RATING_WORDS, ratingBlock, ratingWord } from '../case/case-draws.ts';
import type { ServiceInHand } from '../case/in-hand.ts';
import { chosenValue } from '../choice.ts';
import type { RatingWriter } from '../defects/manipulation.ts';
import type { Manipulator } from '../defects/manipulator.ts';
import type { Span } from '../span.ts';
import { HALL, HOTLINE, type Tables } from '../world/tables.ts';
import { mayStillRate } from '../world/unit-rules.ts';
import { calledBackAt, channelOf, momentOf } from './channel-and-moment.ts';
import { ratingWriterOf } from './manipulated-rows.ts';
import { Experience } from './experience.ts';
import { RatingRows, windowOf } from './rating-rows.ts';
import { RatingTexts } from './rating-texts.ts';

/** Chance that a bad rating carries a tag; the others carry a text. */
const BAD_TAGGED = threshold(0.9);
const WEB = 1;
const PAD = 4;

/** Blocks of a service that only some ratings ask: each question has its own, so that no switch moves another. */
const AT = { secondTag: 4, prompting: 5, loss: 6 } as const;

/**
 * The experience of a service and the rating that comes of it, if any: who is asked, who answers, what is submitted
 * and what becomes of it. Each way in which real ratings go wrong is a switch of the scenario (answering).
 */
export class RatingMaker {
  private readonly block = new Block();
  /** The keyed words of the service in hand. */
  private readonly words = new Uint32Array(RATING_WORDS);
  private readonly rows: RatingRows;
  private readonly texts: RatingTexts;
  private serviceLevels = new Int32Array(0);
  private losses = new Int32Array(0);

  /** Where manipulations write. */
  private readonly writer: RatingWriter;
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
  private readonly additional: AdditionalMaker;
  private readonly experience: Experience;

  constructor(
    scenario: Scenario,
    private readonly seed: number,
    private readonly tables: Tables,
    private readonly span: Span,
    /** What manipulates ratings, where the scenario says so. */
    private readonly manipulator?: Manipulator,
  ) {
    const { answering } = scenario;
    this.additional = new AdditionalMaker(scenario, seed, tables, span);
    this.experience = new Experience(scenario, seed, tables, span);
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
    this.rows = new RatingRows(tables);
    this.texts = new RatingTexts(tables);
    this.writer = ratingWriterOf(this.rows, this.texts, tables, answering.defaulting?.level ?? 5);
  }

  /** Ratings go to this batch from now on; it has room for `capacity` of them. */
  begin(out: RatingBatch, capacity: number): void {
    this.rows.begin(out, capacity);
    this.serviceLevels = new Int32Array(MAX_UNITS * 6);
    this.losses = new Int32Array(LOSS_CELLS);
    this.manipulator?.begin();
  }

  /** The truth of the batch begun last. */
  truth(): Omit<TruthBatch, 'links'> {
    const { key, length } = this.rows.out;
    return {
      keys: key.slice(0, length),
      level: this.rows.levelsFelt,
      mechanism: this.rows.mechanisms,
      serviceLevels: this.serviceLevels,
      losses: this.losses,
      ledger: this.manipulator?.ledger() ?? [],
      totals: this.manipulator?.totals() ?? [],
    };
  }

  /** Decides how the service in hand is rated. */
  rate(inHand: ServiceInHand): void {
    const { rows } = this;
    const { item, entity, key, number, place } = inHand;
    fillWords(this.seed, streamKey(stream.rating, item.group), entity, ratingBlock(number), this.words);
    const window =
      place === HALL ? windowOf(this.tables, item.task, this.words[ratingWord.retained] ?? 0) : 0;
    inHand.felt = this.experience.levelOf(inHand, this.words[ratingWord.felt] ?? 0, window);
    this.countFelt(inHand);
    const { horizon } = this.span;
    if (this.manipulator?.concerns(item.task)) {
      // Who manipulates acts by what would have come in the end, whether the run goes on so long or not.
      rows.limit = Infinity;
      this.manipulate(this.manipulator, inHand, this.live(inHand));
      rows.dropLater(horizon, key);
    } else {
      rows.limit = horizon;
      this.live(inHand);
    }
    this.additional.follow(rows.out, rows.levelsFelt, rows.mechanisms, inHand);
  }

  private manipulate(manipulator: Manipulator, inHand: ServiceInHand, row: number): void {
    const { key: serviceKey, entity, number, place, rater: person, at, late, felt } = inHand;
    const { unit, task, slot, day } = inHand.item;
    const office = this.tables.office[task] ?? 0;
    const order = (entity % MAX_SERIALS) * MAX_SERVICES + number;
    const served = { serviceKey, unit, task, office, order, place, at, late, person, felt, service: inHand };
    manipulator.manipulate(served, slot, day, entity, number, row, this.writer);
  }

  private countFelt({ item, felt }: ServiceInHand): void {
    const cell = item.unit * 6 + felt;
    this.serviceLevels[cell] = (this.serviceLevels[cell] ?? 0) + 1;
  }

  /** What comes of a service when nobody manipulates it: the row of its rating, or -1. */
  private live(inHand: ServiceInHand): number {
    const { tables, words, rows } = this;
    const { place, felt, at: serviceAt } = inHand;
    const { unit, task } = inHand.item;
    if (!this.answers(inHand)) {
      return (words[ratingWord.retained] ?? 0) < (tables.rules.defaultShare[unit] ?? 0)
        ? this.rateByDefault(inHand)
        : -1;
    }
    const how = this.submission(inHand);
    const shown = how === mechanism.own ? felt : 5;
    const channel = channelOf(tables, place, words[ratingWord.channel] ?? 0);
    const levelled = (tables.rules.levelled[unit * 8 + channel] ?? 1) === 1;
    const momentWord = words[ratingWord.moment] ?? 0;
    const at =
      place === HOTLINE
        ? calledBackAt(tables, serviceAt, momentWord)
        : momentOf(tables, channel, serviceAt, momentWord);
    if (at >= rows.limit || !mayStillRate(tables.rules, this.span, unit, serviceAt, at)) return -1;
    if (shown <= 2 && this.isLost(inHand, at)) return -1;
    const row = rows.append(inHand.key, levelled ? shown : 0, channel, at, felt, how);
    if (row < 0) return row;
    const retainedWord = words[ratingWord.retained] ?? 0;
    rows.trace(row, task, channel, inHand.rater, retainedWord, words[ratingWord.channel] ?? 0);
    if (levelled) this.comment(row, inHand, shown);
    return row;
  }

  private answers(inHand: ServiceInHand): boolean {
    const { place, felt } = inHand;
    const invited =
      this.asked === 'everyone' ||
      (this.asked === 'successful' ? inHand.completed && inHand.late === 0 : felt <= 3);
    if (!invited) return false;
    if ((this.words[ratingWord.answer] ?? 0) < (this.tables.answers[place * 6 + felt] ?? 0)) return true;
    return place === HALL && this.prompted > 0 && this.ask(inHand, AT.prompting).a < this.prompted;
  }

  /** The words of a question that only some ratings ask. */
  private ask({ item, entity, number }: ServiceInHand, question: number): Block {
    const key = streamKey(stream.rating, item.group);
    threefry(this.seed, key, entity, ratingBlock(number) + question, this.block);
    return this.block;
  }

  /** How the submitted level came about: the level felt is submitted only by mechanism `own`. */
  private submission(inHand: ServiceInHand): number {
    const { felt, place } = inHand;
    if (felt === 5) return mechanism.own;
    if (this.preselected > 0 || this.pressed > 0) {
      if (felt <= 2 && place === HALL && this.ask(inHand, AT.prompting).b < this.pressed)
        return mechanism.pressed;
      if (this.ask(inHand, AT.loss).b < this.preselected) return mechanism.preselected;
    }
    return (this.words[ratingWord.retained] ?? 0) < (this.tables.retained[felt] ?? 0)
      ? mechanism.own
      : mechanism.lifted;
  }

  /** True when a bad rating could not be submitted or was lost on upload: only the truth knows of it. */
  private isLost(inHand: ServiceInHand, at: number): boolean {
    if (this.suppressed === 0 && this.lost === 0) return false;
    // One word for both: what lies above the suppressed share is lost with its own chance.
    const { a: word } = this.ask(inHand, AT.loss);
    const cause =
      word < this.suppressed
        ? lossCause.suppressed
        : word - this.suppressed < this.lost * (1 - this.suppressed / WORDS)
          ? lossCause.lost
          : 0;
    if (cause === 0) return false;
    // What would have come after the end has not been lost by then.
    if (at >= this.span.horizon) return true;
    const cell = (inHand.item.unit * 3 + cause) * 6 + inHand.felt;
    this.losses[cell] = (this.losses[cell] ?? 0) + 1;
    return true;
  }

  /** The system rates in one nightly batch, some days after the service. */
  private rateByDefault({ item, key, place, at: serviceAt, felt }: ServiceInHand): number {
    const { defaultAfter, defaultLevel } = this.tables.rules;
    const level = defaultLevel[item.unit] ?? 0;
    if (level === 0) return -1;
    const at = (Math.floor(serviceAt / DAY_SECONDS) + (defaultAfter[item.unit] ?? 0)) * DAY_SECONDS + 7200;
    const channel = place === HALL ? PAD : WEB;
    const row = this.rows.append(key, level, channel, at, felt, mechanism.defaulted);
    if (row < 0) return row;
    const { out } = this.rows;
    out.defaulted[row] = 1;
    out.rater[row] = NO_PERSON;
    out.uploadedAt[row] = at;
    return row;
  }

  private comment(row: number, inHand: ServiceInHand, shown: number): void {
    const { words, rows } = this;
    const { place } = inHand;
    const { tags: usual, timeTags } = inHand.choices;
    const textWord = words[ratingWord.text] ?? 0;
    const bad = shown <= 2;
    const tagged = (words[ratingWord.tagged] ?? 0) < (bad ? BAD_TAGGED : this.tagged);
    if (tagged) {
      const list = (inHand.late === 1 && bad ? timeTags : usual)[place * 6 + shown];
      let tags = list === undefined ? 0 : chosenValue(list, words[ratingWord.tag] ?? 0);
      const { a: moreWord, b: otherWord } = this.ask(inHand, AT.secondTag);
      const others = usual[place * 6 + shown];
      if (moreWord < this.secondTag && others !== undefined) tags |= chosenValue(others, otherWord);
      rows.out.tags[row] = tags;
    }
    if (textWord < (bad ? this.badText : this.text) || (bad && !tagged)) {
      this.texts.write(rows.out, row, inHand, shown, textWord);
    }
  }
}
