import { newTable } from '../../model/record/columns.ts';
import { NO_PERSON, type RatingBatch, type RectificationBatch } from '../../model/record/batch.ts';
import {
  assessNumberOf,
  MAX_SERIALS,
  partsOf,
  serviceKeyOf,
  serviceNumberOf,
} from '../../model/record/key.ts';
import { Block, stream, streamKey, threefry, threshold, WORDS } from '../../model/math/random.ts';
import { verdict } from '../../model/codes.ts';
import type { Limit } from '../../model/reference.ts';
import type { Scenario } from '../../model/scenario/scenario.ts';
import { ABSENT, DAY_SECONDS } from '../../model/time/time.ts';
import { mechanism, type TruthBatch } from '../../model/truth.ts';
import type { Span } from '../span.ts';
import { dayAfter } from '../span-limit.ts';
import type { UnitRules } from '../world/unit-rules.ts';

/** Blocks of keyed words a rating has for its rectification: each question has its own. */
const BLOCKS = 8;
const AT = {
  order: 0,
  verdict: 1,
  contact: 2,
  contactTime: 3,
  answer: 4,
  answerTime: 5,
  call: 6,
  callTime: 7,
} as const;

/** Of honest bad ratings that are not upheld: shares found mistaken and malicious; the others are withdrawn. Assumed. */
const MISTAKEN = threshold(0.5);
const MALICIOUS = threshold(0.6);
/** Working days from rectification to call-back, at most: an assumption. */
const CALL_DAYS = 3;
/** Office hours: from nine, eight hours long. */
const OPENS = 32_400;
const OPEN = 28_800;

/** A time past every end: the calendar does not reach so far. */
const NEVER = 2 ** 31 - 1;

/** What becomes of one bad rating in the end. */
export interface Course {
  readonly verdict: number;
  readonly complex: number;
  readonly contactedAt: number;
  readonly rectifiedAt: number;
  readonly calledBackAt: number;
  readonly satisfied: number;
}

/**
 * Says what becomes of bad ratings: who is contacted and when, what is found, when it is rectified, who is called back.
 * Limits are those of the unit's rule profile, counted from the day after the rating. A review finds with its own
 * chances what really happened: the mechanism of the rating.
 */
export class Rectifier {
  private readonly block = new Block();
  private readonly chance: number;
  private readonly complex: number;
  private readonly lateContact: number;
  private readonly lateRectification: number;
  private readonly notUpheld: number;
  private readonly foundOut: number;
  private readonly callBack: number;
  private readonly satisfied: number;
  private key = 0;
  private entity = 0;
  private n = 0;

  constructor(
    { rectification }: Scenario,
    private readonly seed: number,
    private readonly rules: UnitRules,
    private readonly span: Span,
  ) {
    this.chance = threshold(rectification.chance);
    this.complex = threshold(rectification.complex);
    this.lateContact = threshold(rectification.lateContact);
    this.lateRectification = threshold(rectification.lateRectification);
    this.notUpheld = threshold(rectification.notUpheld);
    this.foundOut = threshold(rectification.foundOut);
    this.callBack = threshold(rectification.callBack);
    this.satisfied = threshold(rectification.satisfied);
  }

  /** The rectifications of a batch of ratings whose truth is known, in their order, with all that will become of them. */
  rectify(ratings: RatingBatch, truth: Pick<TruthBatch, 'mechanism'>): RectificationBatch {
    if (this.chance === 0) return newTable('rectification', 0);
    const bad: number[] = [];
    for (let row = 0; row < ratings.length; row++) {
      const level = ratings.level[row] ?? 0;
      if ((level === 1 || level === 2) && assessNumberOf(ratings.key[row] ?? 0) === 1) bad.push(row);
    }
    const rows = newTable('rectification', bad.length);
    for (const row of bad) {
      const key = ratings.key[row] ?? 0;
      const course = this.courseOf(key, ratings.assessedAt[row] ?? 0, truth.mechanism[row] ?? 0);
      if (course === undefined) continue;
      const to = rows.length++;
      rows.key[to] = key;
      rows.complex[to] = course.complex;
      rows.verdict[to] = course.verdict;
      rows.contactedAt[to] = course.contactedAt;
      rows.rectifiedAt[to] = course.rectifiedAt;
      recordCallBack(rows, to, course.calledBackAt, ratings.rater[row] ?? NO_PERSON, course.satisfied);
    }
    return rows;
  }

  /** What becomes of a bad rating of this key, time and mechanism; undefined where there is no work order. */
  courseOf(ratingKey: number, assessedAt: number, how: number): Course | undefined {
    const serviceKey = serviceKeyOf(ratingKey);
    const { unit, day, slot, serial } = partsOf(serviceKey);
    const limits = this.rules.limits[unit];
    this.key = streamKey(stream.rectification, (unit << 10) | slot);
    this.entity = day * MAX_SERIALS + serial;
    this.n = (serviceNumberOf(serviceKey) - 1) * BLOCKS;
    const { block } = this;
    this.draw(AT.order);
    if (limits === undefined || block.a >= this.chance) return undefined;
    const complex = block.b < this.complex ? 1 : 0;

    const assessedDay = Math.floor(assessedAt / DAY_SECONDS);
    const limit = complex === 1 ? limits.complex : limits.ordinary;
    this.draw(AT.answer);
    const answerDay = this.dayWithin(limit, assessedDay, block.a < this.lateRectification, block.b);
    this.draw(AT.contact);
    const lateContact = block.a < this.lateContact;
    const contactDay = this.dayWithin(limits.contact, assessedDay, lateContact, block.b);
    this.draw(AT.contactTime);
    // Who answers in time has made contact by then, even where the limit for the contact is the longer one.
    const contactedAt = notBefore(
      assessedAt,
      lateContact ? contactDay : Math.min(contactDay, answerDay),
      block.a,
    );
    this.draw(AT.answerTime);
    const rectifiedAt = notBefore(contactedAt, answerDay, block.a);
    const found = this.find(how);

    let calledBackAt = ABSENT;
    let satisfied = 0;
    if (found === verdict.upheld) {
      this.draw(AT.call);
      const called = block.a < this.callBack;
      const days = Math.floor((block.b / WORDS) * (CALL_DAYS + 1));
      this.draw(AT.callTime);
      const callDay = dayAfter(this.span, 'working', Math.floor(rectifiedAt / DAY_SECONDS), days);
      const at = notBefore(rectifiedAt, callDay, block.a);
      if (called) {
        calledBackAt = Math.min(at, NEVER);
        satisfied = block.b < this.satisfied ? 2 : 1;
      }
    }
    return {
      verdict: found,
      complex,
      contactedAt: Math.min(contactedAt, NEVER),
      rectifiedAt: Math.min(rectifiedAt, NEVER),
      calledBackAt,
      satisfied,
    };
  }

  private draw(n: number): void {
    threefry(this.seed, this.key, this.entity, this.n + n, this.block);
  }

  /** A day within the limit, each as likely; a late one comes up to as many days and two after it. */
  private dayWithin({ kind, days }: Limit, from: number, late: boolean, word: number): number {
    const share = word / WORDS;
    const n = late ? days + 1 + Math.floor(share * (days + 2)) : Math.floor(share * (days + 1));
    return dayAfter(this.span, kind, from, n);
  }

  /** What the review finds. */
  private find(how: number): number {
    const { block } = this;
    this.draw(AT.verdict);
    if (how === mechanism.malicious || how === mechanism.misclick) {
      if (block.a >= this.foundOut) return verdict.upheld;
      return how === mechanism.malicious ? verdict.malicious : verdict.mistaken;
    }
    if (block.a >= this.notUpheld) return verdict.upheld;
    return block.b < MISTAKEN
      ? verdict.mistaken
      : block.b < MALICIOUS
        ? verdict.malicious
        : verdict.withdrawn;
  }
}

/** A moment in office hours of a day, or soon after `before`, on that very day, where it would come too early. */
function notBefore(before: number, day: number, word: number): number {
  const at = day * DAY_SECONDS + OPENS + Math.floor((word / WORDS) * OPEN);
  if (at >= before) return at;
  const left = (Math.floor(before / DAY_SECONDS) + 1) * DAY_SECONDS - 1 - before;
  return before + Math.floor((word / WORDS) * Math.min(left, 7200));
}

/** Takes from rectifications what has not come before the horizon: an open one shows how far it is. */
export function cutRectifications(rows: RectificationBatch, horizon: number): void {
  for (let row = 0; row < rows.length; row++) {
    if ((rows.calledBackAt[row] ?? ABSENT) >= horizon) recordCallBack(rows, row, ABSENT, NO_PERSON, 0);
    if ((rows.rectifiedAt[row] ?? ABSENT) >= horizon) {
      rows.rectifiedAt[row] = ABSENT;
      rows.verdict[row] = 0;
    }
    if ((rows.contactedAt[row] ?? ABSENT) >= horizon) rows.contactedAt[row] = ABSENT;
  }
}

/**
 * Writes down the call-back of a rectification: when, whose telephone, what was said. Also the hook for falsified ones:
 * rectified without a call-back (ABSENT), or called back to a number of the staff.
 */
export function recordCallBack(
  rows: RectificationBatch,
  row: number,
  at: number,
  owner: number,
  satisfied: number,
): void {
  rows.calledBackAt[row] = at;
  rows.calledBackTo[row] = at === ABSENT ? NO_PERSON : owner;
  rows.satisfied[row] = at === ABSENT ? 0 : satisfied;
}
