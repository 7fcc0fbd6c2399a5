import { newBatch, type ServiceBatch } from '../../model/record/batch.ts';
import { MAX_SERVICES } from '../../model/record/key.ts';
import { Block, fillWords, stream, streamKey, threefry, threshold } from '../../model/math/random.ts';
import type { Scenario } from '../../model/scenario/scenario.ts';
import { ABSENT, DAY_SECONDS } from '../../model/time/time.ts';
import { Applicants } from './applicants.ts';
import { CASE_WORDS, caseWord } from './case-draws.ts';
import { CaseLife } from './case-life.ts';
import { arrivalSecond, quantileIndex, type ArrivalTable } from '../distributions.ts';
import { ServiceInHand, type ItemInHand } from './in-hand.ts';
import type { LinkedCase } from '../one-things.ts';
import type { RatingMaker } from '../rating/rate.ts';
import type { Span } from '../span.ts';
import { secondAtWork, secondsAtCounter, sessionOpens } from '../world/office-hours.ts';
import { HALL, HOTLINE, ONLINE, type Tables } from '../world/tables.ts';

const WAITING = 1;
const ACCEPTED = 2;
const FINISHED = 3;
const STAGE = { consultation: 1, accepted: 3, supplement: 4, payment: 5, finished: 6 } as const;
const BY_NETWORK = 1;
const IN_PERSON = 2;

/**
 * Which draws belong to the nth service of a kind. Numbers are part of the data format; each kind has its own, so that
 * a service more or less changes what is felt and rated of no other.
 */
const DRAWS = { consultation: 3, supplement: 8, payment: 12, correction: 15 } as const;

/** Papers are asked for so much oftener where another department of the same matter has had them: an assumption. */
const REPEATED = 2.5;

/** The block whose second word is the word of the duration. */
const DURATION_BLOCK = caseWord.duration >> 1;

/** Makes the cases of the item in hand, service by service, each of which may be rated. */
export class CaseMaker {
  private services: ServiceBatch = newBatch(0, 0).services;
  /** The keyed words of the case in hand. */
  private readonly words = new Uint32Array(CASE_WORDS);
  private readonly block = new Block();
  private readonly inHand: ServiceInHand;
  private readonly life: CaseLife;
  private readonly applicants: Applicants;
  private readonly acceptanceRecorded: number;
  private readonly supplement: number;
  private readonly selectiveEntry: number;

  constructor(
    { handling }: Scenario,
    private readonly seed: number,
    private readonly tables: Tables,
    private readonly span: Span,
    private readonly item: ItemInHand,
    private readonly ratings: RatingMaker,
  ) {
    this.inHand = new ServiceInHand(item);
    this.life = new CaseLife(handling, seed);
    this.applicants = new Applicants(seed, tables.applicants);
    this.acceptanceRecorded = threshold(handling.acceptanceRecorded);
    this.supplement = threshold(handling.supplement);
    this.selectiveEntry = threshold(handling.selectiveEntry);
  }

  /** Services go to this batch from now on. */
  begin(services: ServiceBatch): void {
    this.services = services;
  }

  /** Makes the case of a serial, with its services in the run; a linked one is of the applicant of its matter. */
  makeCase(serial: number, linked?: LinkedCase): void {
    const { item, span, life, words } = this;
    const { day, d, position, instant } = item;
    life.begin(streamKey(stream.service, item.group), item.firstEntity + serial);
    if (d < span.first && !this.livesOn(serial)) return;
    this.draw(serial);
    if (linked !== undefined) this.link(linked);
    const timeWord = words[caseWord.time] ?? 0;
    const durationWord = words[caseWord.duration] ?? 0;
    this.applicants.choose(this.inHand, words, linked?.plan.type);
    const place = (words[caseWord.place] ?? 0) < this.onlineBelow() ? ONLINE : HALL;
    const begins = day * DAY_SECONDS;
    const second = arrivalSecond(this.arrivalsAt(place), timeWord);
    const appliedAt = begins + second;
    const supplementWord = words[caseWord.supplement] ?? 0;

    const taken = this.daysTaken(durationWord);
    const withdrawnAfter = instant ? ABSENT : life.withdrawnAfter(taken);
    const overrun = taken > item.promised ? 1 : 0;

    if (overrun === 1 && withdrawnAfter === ABSENT && (words[caseWord.entry] ?? 0) < this.selectiveEntry)
      return;

    this.open(serial, place, appliedAt);
    const isRepeated = linked !== undefined && linked.step > 0 && !linked.integrated;
    if (isRepeated) this.inHand.choices = this.tables.repeatedPapers;
    const supplement = isRepeated ? this.supplement * REPEATED : this.supplement;
    let usualNumber = 0;
    const opensAt = begins + this.opensBefore(place, second);
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
    // A withdrawn case is recorded at its acceptance in any case: there is no completion to show it.
    if ((words[caseWord.acceptance] ?? 0) < this.acceptanceRecorded || withdrawnAfter !== ABSENT)
      this.serve(ACCEPTED, STAGE.accepted, ABSENT, appliedAt, 0, usualNumber++);
    if (taken > 1 && supplementWord < supplement) {
      const firstDay = taken >> 1;
      const lastDay = withdrawnAfter === ABSENT ? taken - 1 : withdrawnAfter;
      const supplements = life.supplements(lastDay - firstDay + 1);
      for (let i = 0; i < supplements; i++) {
        const askedDay = span.following[position + firstDay + i];
        if (askedDay === undefined) return;
        const word = life.supplementWord(i, supplementWord);
        this.serve(
          ACCEPTED,
          STAGE.supplement,
          ABSENT,
          askedDay * DAY_SECONDS + this.workedAt(word),
          0,
          i === 0 ? usualNumber++ : DRAWS.supplement + i - 1,
        );
      }
    }
    const finishDay = instant ? day : span.following[position + taken];
    if (withdrawnAfter !== ABSENT || finishDay === undefined) return;
    const finishedAt = instant
      ? appliedAt + this.servedFor(place, second, durationWord)
      : finishDay * DAY_SECONDS + this.workedAt(durationWord & 0xfffff);
    const finished = finishedAt - finishDay * DAY_SECONDS;
    const payable = instant ? appliedAt : finishedAt - finished + this.opensBefore(place, finished);
    const payments = life.payments();
    for (let i = 0; i < payments; i++)
      this.serve(ACCEPTED, STAGE.payment, ABSENT, life.paidAt(i, payable, finishedAt), 0, DRAWS.payment + i);
    this.serve(FINISHED, STAGE.finished, finishedAt, finishedAt, taken, usualNumber);
    const more = life.daysToCorrection();
    const correctedDay = more === 0 ? undefined : span.following[position + taken + more];
    if (correctedDay === undefined) return;
    const correctedAt = correctedDay * DAY_SECONDS + this.workedAt(life.correctionTime());
    this.serve(FINISHED, STAGE.finished, correctedAt, correctedAt, taken + more, DRAWS.correction);
  }

  /** A call to the hotline about an item: a consultation answered at once, and asked about the next day. */
  makeCall(serial: number): void {
    const { item, tables, words } = this;
    const { day } = item;
    this.draw(serial);
    const timeWord = words[caseWord.time] ?? 0;
    const calledAt = day * DAY_SECONDS + arrivalSecond(tables.onlineArrivals, timeWord);
    const length = 60 + ((words[caseWord.duration] ?? 0) % 600);
    const answeredAt = Math.min(calledAt + length, (day + 1) * DAY_SECONDS - 1);

    this.applicants.choose(this.inHand, words);
    this.open(serial, HOTLINE, calledAt);
    this.serve(FINISHED, STAGE.consultation, answeredAt, answeredAt, 0, 0);
  }

  /** When people come to this place for the item in hand. */
  private arrivalsAt(place: number): ArrivalTable {
    const { onlineArrivals, officeHours } = this.tables;
    return place === HALL ? (officeHours.arrivals[this.item.template] ?? onlineArrivals) : onlineArrivals;
  }

  /** When the place has opened by this second of the day, last. */
  private opensBefore(place: number, second: number): number {
    const { onlineArrivals, officeHours } = this.tables;
    return place === HALL
      ? sessionOpens(officeHours, this.item.template, second)
      : (onlineArrivals.from[0] ?? 0);
  }

  /** A second of the day at which the office of the item in hand is at work. */
  private workedAt(word: number): number {
    return secondAtWork(this.tables.officeHours, this.item.template, word);
  }

  /** Seconds that a case done on the spot takes; a hall that closes finishes what it has in hand. */
  private servedFor(place: number, second: number, word: number): number {
    const [least, spread] = [240, 1500];
    const most =
      place === HALL
        ? secondsAtCounter(this.tables.officeHours, this.item.template, second, least + spread)
        : least + spread;
    return least + ((word >>> 0) % (most - least));
  }

  /** Working days that the case in hand takes unless it is withdrawn; none for what is done on the spot. */
  private daysTaken(durationWord: number): number {
    const { item, tables, life } = this;
    if (item.instant) return 0;
    const share = (tables.duration[quantileIndex(durationWord)] ?? 0) * item.speed;
    return life.daysKept(Math.max(1, Math.round(item.promised * share)), item.promised);
  }

  /** True where a case begun before the run may have services in it; one word of it tells of most that they have none. */
  private livesOn(serial: number): boolean {
    const { seed, item, span, life, block } = this;
    threefry(seed, streamKey(stream.service, item.group), item.firstEntity + serial, DURATION_BLOCK, block);
    const last = this.daysTaken(block.b) + life.longestCorrection;
    // What is done on the spot late in the evening may end after midnight.
    return item.position + Math.max(last, item.instant ? 1 : 0) >= span.firstPosition;
  }

  /** Draws the words of the case of a serial. */
  private draw(serial: number): void {
    const { seed, item, words } = this;
    fillWords(seed, streamKey(stream.service, item.group), item.firstEntity + serial, 0, words);
  }

  /** Gives the case in hand the words that it has in common with the others of its matter. */
  private link({ person, agent, place, time, integrated }: LinkedCase): void {
    const { words } = this;
    words[caseWord.person] = person;
    words[caseWord.place] = place;
    // The lower half of this word says whether an agent files.
    words[caseWord.acceptance] = ((words[caseWord.acceptance] ?? 0) & 0xffff0000) | (agent & 0xffff);
    if (integrated) words[caseWord.time] = time;
  }

  /** A word below it sends a case of the applicant in hand online. */
  private onlineBelow(): number {
    const { item, tables, inHand } = this;
    return item.online + (tables.ages.online[inHand.band] ?? 0) * item.onlineRange;
  }

  /** Takes the case of an applicant in hand; its services follow. */
  private open(serial: number, place: number, appliedAt: number): void {
    const { item, inHand } = this;
    inHand.entity = item.firstEntity + serial;
    inHand.place = place;
    inHand.appliedAt = appliedAt;
    inHand.caseWord = this.words[caseWord.felt] ?? 0;
    inHand.supplements = 0;
    inHand.choices = item.choices;
    // The key of its first service less one: each service counts on.
    inHand.key = item.firstKey + serial * MAX_SERVICES - 1;
  }

  /**
   * Numbers the next service of the case in hand; where it is of the run, records it and lets it be rated. `draws` says
   * which are its own.
   */
  private serve(
    status: number,
    stage: number,
    finishedAt: number,
    at: number,
    days: number,
    draws: number,
  ): void {
    const { item, inHand, services, span } = this;
    inHand.key++;
    if (stage === STAGE.supplement) inHand.supplements++;
    if (at < span.begin || at >= span.horizon) return;
    const row = services.length++;
    services.key[row] = inHand.key;
    services.task[row] = item.taskId;
    services.status[row] = status;
    services.stage[row] = stage;
    services.channel[row] = inHand.place === HALL ? IN_PERSON : BY_NETWORK;
    services.userType[row] = inHand.userType;
    services.acceptedAt[row] = status === WAITING ? ABSENT : inHand.appliedAt;
    services.finishedAt[row] = finishedAt;
    services.serviceAt[row] = at;
    services.person[row] = inHand.person;
    inHand.number = draws;
    inHand.at = at;
    inHand.days = days;
    inHand.late = days > item.promised ? 1 : 0;
    inHand.stage = stage;
    inHand.completed = stage === STAGE.finished || inHand.place === HOTLINE;
    this.ratings.rate(inHand);
  }
}
