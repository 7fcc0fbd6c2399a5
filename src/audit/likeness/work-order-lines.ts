import {
  ratingLevel,
  rectificationComplex,
  rectificationSatisfied,
  rectificationVerdict,
} from '../../model/record/packed-fields.ts';
import { verdict } from '../../model/codes.ts';
import type { RatingRow, RectificationRow } from '../../model/record/row.ts';
import type { Scenario } from '../../model/scenario/scenario.ts';
import { DAY_SECONDS } from '../../model/time/time.ts';
import { Counts, numbered, ShareCounter } from './counters.ts';
import { CALL_DAYS, NOT_UPHELD, type ExpectedOrder, type OrderExpectation } from '../expected/work-orders.ts';
import type { GoodnessOfFit } from '../../model/quality-report.ts';

/** The longest limit that a rule profile may state, in days. */
const LONGEST_LIMIT = 366;
const SATISFIED = 2;
/** Verdicts other than upheld, by their number less two. */
const notUpheldKeys = ['mistaken', 'malicious', 'withdrawn'] as const;

const dayOf = (second: number): number => Math.floor(second / DAY_SECONDS);

/** Counts the work orders of bad ratings, step by step: each as far as the step before it is stored. */
export class OrderLines {
  private readonly orders = new ShareCounter();
  private readonly complex = new ShareCounter();
  private readonly answered = new ShareCounter();
  private readonly contacted = new ShareCounter();
  private readonly lateContacts = new ShareCounter();
  private readonly contactDays = new Counts(numbered(0, LONGEST_LIMIT));
  private readonly lateAnswers = new ShareCounter();
  private readonly answerDays = new Counts(numbered(0, LONGEST_LIMIT));
  private readonly upheld = new ShareCounter();
  private readonly notUpheld = new Counts(notUpheldKeys);
  private readonly calledBack = new ShareCounter();
  private readonly callDays = new Counts(numbered(0, CALL_DAYS + 1));
  private readonly satisfied = new ShareCounter();

  constructor(
    private readonly expectation: OrderExpectation,
    private readonly rectification: Scenario['rectification'],
  ) {}

  /** The first rating of a service of a unit, and what followed it. */
  add(unit: number, { packed, assessedAt }: RatingRow, row: RectificationRow | undefined): void {
    const level = ratingLevel(packed);
    if (level < 1 || level > 2) return;
    this.orders.add(row !== undefined, this.rectification.chance);
    if (row === undefined) return;
    const order = { unit, day: dayOf(assessedAt), complex: rectificationComplex(row.packed) === 1 };
    this.complex.add(order.complex, this.rectification.complex);
    const answered = row.rectifiedAt >= 0;
    this.answered.add(answered, this.expectation.answered(order));
    const contacted = row.contactedAt >= 0;
    this.contacted.add(contacted, this.expectation.contacted(order, answered));
    if (contacted) this.addContact(order, row, answered);
    if (answered) this.addVerdict(row);
  }

  private addContact(
    order: ExpectedOrder,
    { contactedAt, rectifiedAt }: RectificationRow,
    answered: boolean,
  ): void {
    const { expectation } = this;
    const limit = expectation.limits(order).contact;
    const days = expectation.daysOf(limit, order.day, dayOf(contactedAt));
    const late = days > limit.days;
    this.lateContacts.add(late, expectation.contactLate(order));
    if (late) return;
    this.contactDays.see(days);
    this.contactDays.expectAll(0, expectation.contactDays(order, answered ? dayOf(rectifiedAt) : undefined));
    if (answered) this.addAnswer(order, rectifiedAt);
  }

  private addAnswer(order: ExpectedOrder, rectifiedAt: number): void {
    const { expectation } = this;
    const limit = expectation.answerLimit(order);
    const days = expectation.daysOf(limit, order.day, dayOf(rectifiedAt));
    const late = days > limit.days;
    this.lateAnswers.add(late, expectation.answerLate(order));
    if (late) return;
    this.answerDays.see(days);
    this.answerDays.expectAll(0, expectation.answerDays(order));
  }

  private addVerdict(row: RectificationRow): void {
    const found = rectificationVerdict(row.packed);
    const upheld = found === verdict.upheld;
    this.upheld.add(upheld, 1 - this.rectification.notUpheld);
    if (upheld) {
      this.addCall(row);
      return;
    }
    this.notUpheld.see(found - verdict.mistaken);
    this.notUpheld.expectAll(0, NOT_UPHELD);
  }

  private addCall({ packed, rectifiedAt, calledBackAt }: RectificationRow): void {
    const { expectation } = this;
    const answerDay = dayOf(rectifiedAt);
    this.calledBack.add(calledBackAt >= 0, expectation.calledBack(answerDay));
    if (calledBackAt < 0) return;
    // Days beyond the last are one cell, in which nothing is expected.
    const days = expectation.daysToCall(answerDay, dayOf(calledBackAt));
    this.callDays.see(Math.min(CALL_DAYS + 1, days));
    this.callDays.expectAll(0, expectation.callDays(answerDay));
    this.satisfied.add(rectificationSatisfied(packed) === SATISFIED, this.rectification.satisfied);
  }

  lines(): GoodnessOfFit[] {
    return [
      ...this.orders.line('rectification', 'orders'),
      ...this.complex.line('rectification', 'complexOrders'),
      ...this.contacted.line('rectification', 'contacted'),
      ...this.lateContacts.line('rectification', 'lateContacts'),
      ...this.contactDays.shapes('rectification', 'contactDays'),
      ...this.answered.line('rectification', 'answered'),
      ...this.lateAnswers.line('rectification', 'lateAnswers'),
      ...this.answerDays.shapes('rectification', 'answerDays'),
      ...this.upheld.line('rectification', 'upheld'),
      ...this.notUpheld.shapes('rectification', 'notUpheld'),
      ...this.calledBack.line('rectification', 'calledBack'),
      ...this.callDays.shapes('rectification', 'callBackDays'),
      ...this.satisfied.line('rectification', 'satisfied'),
    ];
  }
}
