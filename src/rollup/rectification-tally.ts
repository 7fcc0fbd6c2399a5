import type { Calendar } from '../model/time/calendar.ts';
import {
  rectificationComplex,
  rectificationSatisfied,
  rectificationVerdict,
} from '../model/record/packed-fields.ts';
import { isWithin, limitsOf, type RectificationLimits } from '../model/rectification.ts';
import type { Reference } from '../model/reference.ts';
import type { Register } from '../model/register.ts';
import type { RectificationRow } from '../model/record/row.ts';
import type { NamedRectificationCell, RectificationCell } from '../model/cells.ts';
import { monthOfSecond } from './month-of-day.ts';

/** The rating of a rectification: its item, its moment, and the owner of the telephone (negative where none is named). */
export interface RectifiedRating {
  readonly task: number;
  readonly assessedAt: number;
  readonly rater: number;
}

/** Verdict 属实. */
const UPHELD = 1;

/**
 * Counts accepted rectifications into cells, by the limits of the office's rule profile. They are few. One whose place
 * another takes is counted away: a cell may then be below 0, until it is added to what is stored.
 */
export class RectificationTally {
  private readonly limits: readonly (RectificationLimits | undefined)[];
  private readonly named = new Map<string, NamedRectificationCell>();
  private readonly counts = new Map<string, { readonly cell: Omit<RectificationCell, 'n'>; n: number }>();

  constructor(
    private readonly register: Register,
    { profiles, assumedRules }: Pick<Reference, 'profiles' | 'assumedRules'>,
    private readonly calendar: Calendar,
  ) {
    this.limits = register.offices.map(({ profile }) => {
      const rules = profiles.find(({ id }) => id === profile);
      return rules && limitsOf(rules, assumedRules);
    });
  }

  /** One rectification of a rating. */
  add(row: RectificationRow, rating: RectifiedRating): void {
    this.count(row, rating, 1);
  }

  /** One that was counted before and is no longer there. */
  remove(row: RectificationRow, rating: RectifiedRating): void {
    this.count(row, rating, -1);
  }

  private count(row: RectificationRow, { task, assessedAt, rater }: RectifiedRating, times: 1 | -1): void {
    const month = monthOfSecond(assessedAt);
    const { officeId: office = -1, unitIndex: unit = -1 } = this.register.tasks[task] ?? {};
    const limits = this.limits[office];
    if (month < 0 || limits === undefined) return;
    const done = (at: number, limit: RectificationLimits['contact']): number =>
      at < 0 ? 0 : isWithin(this.calendar, limit, assessedAt, at) ? 2 : 1;
    const cell = {
      unit,
      office,
      month,
      verdict: rectificationVerdict(row.packed),
      contacted: done(row.contactedAt, limits.contact),
      rectified: done(
        row.rectifiedAt,
        rectificationComplex(row.packed) === 1 ? limits.complex : limits.ordinary,
      ),
      calledBack: row.calledBackAt < 0 ? 0 : 1,
      satisfied: rectificationSatisfied(row.packed),
    };
    if (rater >= 0 && cell.verdict === UPHELD) this.addNamed(unit, month, times, cell.calledBack * times);
    const key = Object.values(cell).join();
    const counted = this.counts.get(key);
    if (counted) counted.n += times;
    else this.counts.set(key, { cell, n: times });
  }

  private addNamed(unit: number, month: number, orders: number, calledBack: number): void {
    const key = `${String(unit)},${String(month)}`;
    const before = this.named.get(key);
    this.named.set(key, {
      unit,
      month,
      orders: (before?.orders ?? 0) + orders,
      calledBack: (before?.calledBack ?? 0) + calledBack,
    });
  }

  /** Those of ratings that name a telephone. */
  namedCells(): Iterable<NamedRectificationCell> {
    return this.named.values();
  }

  *cells(): Iterable<RectificationCell> {
    for (const { cell, n } of this.counts.values()) yield { ...cell, n };
  }
}
