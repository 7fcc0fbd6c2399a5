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

/** Verdict 属实. */
const UPHELD = 1;

/** Counts accepted rectifications into cells, by the limits of the office's rule profile. They are few. */
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

  /** One rectification of a rating of this item, moment and owner of a telephone (negative where none is named). */
  add(
    row: RectificationRow,
    {
      task,
      assessedAt,
      rater,
    }: { readonly task: number; readonly assessedAt: number; readonly rater: number },
  ): void {
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
    if (rater >= 0 && cell.verdict === UPHELD) this.addNamed(unit, month, cell.calledBack);
    const key = Object.values(cell).join();
    const counted = this.counts.get(key);
    if (counted) counted.n++;
    else this.counts.set(key, { cell, n: 1 });
  }

  private addNamed(unit: number, month: number, calledBack: number): void {
    const key = `${String(unit)},${String(month)}`;
    const { orders = 0, calledBack: before = 0 } = this.named.get(key) ?? {};
    this.named.set(key, { unit, month, orders: orders + 1, calledBack: before + calledBack });
  }

  /** Those of ratings that name a telephone. */
  namedCells(): Iterable<NamedRectificationCell> {
    return this.named.values();
  }

  *cells(): Iterable<RectificationCell> {
    for (const { cell, n } of this.counts.values()) yield { ...cell, n };
  }
}
