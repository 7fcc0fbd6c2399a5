import type { RectificationLimits } from '../../model/rectification.ts';
import type { Limit } from '../../model/reference.ts';
import { DAY_SECONDS } from '../../model/time/time.ts';
import { dayAfter } from '../../simulate/span-limit.ts';
import type { AuditModel } from './audit-model.ts';

/** Working days from rectification to call-back, at most (docs/scenario.md). */
export const CALL_DAYS = 3;
const CALL: Limit = { kind: 'working', days: CALL_DAYS };
/** Of honest bad ratings that are not upheld: mistaken, malicious, withdrawn (docs/scenario.md). */
export const NOT_UPHELD = [0.5, 0.1, 0.4] as const;

/** The work order of a bad rating, as its times depend on it. */
export interface ExpectedOrder {
  readonly unit: number;
  /** Day of the rating. */
  readonly day: number;
  readonly complex: boolean;
}

/**
 * When bad ratings are followed up. A contact or an answer comes on a day within its limit, each as likely, or late: on
 * one of as many days and two after it. No contact comes after an answer in time, no answer before a late contact.
 */
export class OrderExpectation {
  private readonly lastDay: number;

  constructor(private readonly model: AuditModel) {
    this.lastDay = model.span.horizon / DAY_SECONDS - 1;
  }

  limits({ unit }: Pick<ExpectedOrder, 'unit'>): RectificationLimits {
    const limits = this.model.tables.rules.limits[unit];
    if (limits === undefined) throw new Error(`unit ${String(unit)} has no rules`);
    return limits;
  }

  answerLimit(order: ExpectedOrder): Limit {
    const { complex, ordinary } = this.limits(order);
    return order.complex ? complex : ordinary;
  }

  /** Days of the limit's kind from one day to another: the fewest that lead so far. */
  daysOf({ kind }: Limit, from: number, to: number): number {
    let n = 0;
    while (dayAfter(this.model.span, kind, from, n) < to) n++;
    return n;
  }

  /** True when so many days of the limit's kind still lead into the run. */
  reaches({ kind }: Limit, from: number, n: number): boolean {
    return dayAfter(this.model.span, kind, from, n) <= this.lastDay;
  }

  /** Share of the days from the `first` to the `last` that lie in the run. */
  private reached(limit: Limit, from: number, first: number, last: number): number {
    let n = 0;
    while (first + n <= last && this.reaches(limit, from, first + n)) n++;
    return n / (last - first + 1);
  }

  private inTime(limit: Limit, from: number): number {
    return this.reached(limit, from, 0, limit.days);
  }

  private late(limit: Limit, from: number): number {
    return this.reached(limit, from, limit.days + 1, 2 * limit.days + 2);
  }

  /** Chances that an answer to a rating comes within the run, the contact aside: by whether it is late. */
  private answers(order: ExpectedOrder): { readonly inTime: number; readonly late: number } {
    const { lateRectification } = this.model.scenario.rectification;
    const limit = this.answerLimit(order);
    return {
      inTime: (1 - lateRectification) * this.inTime(limit, order.day),
      late: lateRectification * this.late(limit, order.day),
    };
  }

  private lateContact(order: ExpectedOrder): number {
    const { lateContact } = this.model.scenario.rectification;
    return lateContact * this.late(this.limits(order).contact, order.day);
  }

  /** Chance that the person is contacted within the run. */
  private contact(order: ExpectedOrder): number {
    const { lateContact } = this.model.scenario.rectification;
    const { inTime, late } = this.answers(order);
    const notYet = (1 - this.inTime(this.limits(order).contact, order.day)) * (1 - inTime - late);
    return (1 - lateContact) * (1 - notYet) + this.lateContact(order);
  }

  /** Chance that the order is answered within the run. */
  answered(order: ExpectedOrder): number {
    const { lateContact } = this.model.scenario.rectification;
    const { inTime, late } = this.answers(order);
    return (1 - lateContact + this.lateContact(order)) * (inTime + late);
  }

  /** Chance that the person of an order was contacted, where it is answered by the end of the run, or is not. */
  contacted(order: ExpectedOrder, answered: boolean): number {
    if (answered) return 1;
    const chance = this.answered(order);
    const contact = this.contact(order);
    // Where every answer has come by the end, what lacks one lacks nothing else.
    return chance < 1 - 1e-9 ? Math.max(0, (contact - chance) / (1 - chance)) : contact;
  }

  /** Chance that a contact made within the run is late. */
  contactLate(order: ExpectedOrder): number {
    return ratio(this.lateContact(order), this.contact(order));
  }

  /** Chance of each number of days to a contact in time, where the answer came on this day, or has not come. */
  contactDays(order: ExpectedOrder, answerDay: number | undefined): number[] {
    const limit = this.limits(order).contact;
    const most = answerDay === undefined ? Infinity : this.daysOf(limit, order.day, answerDay);
    const days = Array.from({ length: limit.days + 1 }, (_, n) => n).filter(
      (n) => answerDay !== undefined || this.reaches(limit, order.day, n),
    );
    const chances = new Array<number>(limit.days + 1).fill(0);
    for (const n of days) {
      const at = Math.min(n, most);
      chances[at] = (chances[at] ?? 0) + 1 / days.length;
    }
    return chances;
  }

  /** Chance that an answer within the run is late, where the contact was not. */
  answerLate(order: ExpectedOrder): number {
    const { inTime, late } = this.answers(order);
    return ratio(late, inTime + late);
  }

  /** Chance of each number of days to an answer in time. */
  answerDays(order: ExpectedOrder): number[] {
    return this.evenly(this.answerLimit(order), order.day);
  }

  /** Chance that the person is called back within the run after an answer on this day. */
  calledBack(answerDay: number): number {
    return this.model.scenario.rectification.callBack * this.inTime(CALL, answerDay);
  }

  /** Chance of each number of working days to a call-back. */
  callDays(answerDay: number): number[] {
    return this.evenly(CALL, answerDay);
  }

  daysToCall(answerDay: number, day: number): number {
    return this.daysOf(CALL, answerDay, day);
  }

  /** Each day of a limit that lies in the run is as likely. */
  private evenly(limit: Limit, from: number): number[] {
    const days = Array.from({ length: limit.days + 1 }, (_, n) => (this.reaches(limit, from, n) ? 1 : 0));
    const all = days.reduce<number>((sum, n) => sum + n, 0);
    return days.map((n) => ratio(n, all));
  }
}

const ratio = (part: number, whole: number): number => (whole > 0 ? part / whole : 0);
