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
import { addNamedCell, addRectificationCell, emptyHandling } from '../model/counts/handling-counts.ts';
import { personGroup } from '../model/counts/random-groups.ts';
import { serviceKeyOf } from '../model/record/key.ts';
import { ratingPlace, rectificationCellKey, rectificationCellOf } from './cell-key.ts';
import { CountTable } from './count-table.ts';
import { GroupTally } from './group-tally.ts';
import { monthOfSecond } from './month-of-day.ts';
import { taskColumns } from './task-columns.ts';

/** The rating of a rectification: its item, its moment, the owner of the telephone (negative where none is named), the person of its service. */
export interface RectifiedRating {
  readonly task: number;
  readonly assessedAt: number;
  readonly rater: number;
  readonly person: number;
}

/** Verdict 属实. */
const UPHELD = 1;
/** Counters of those that name a telephone. */
const ORDERS = 0;
const CALLED_BACK = 1;

/**
 * Counts accepted rectifications into cells, by the limits of the office's rule profile. They are few. One whose place
 * another takes is counted away: a cell may then be below 0, until it is added to what is stored.
 */
export class RectificationTally {
  private readonly limits: readonly (RectificationLimits | undefined)[];
  private readonly named = new CountTable(2);
  private readonly counts = new CountTable(1);
  /** The same counts by random group. */
  readonly groups: GroupTally;

  constructor(
    private readonly register: Register,
    { profiles, assumedRules }: Pick<Reference, 'profiles' | 'assumedRules'>,
    private readonly calendar: Calendar,
  ) {
    this.groups = new GroupTally(taskColumns(register));
    this.limits = register.offices.map(({ profile }) => {
      const rules = profiles.find(({ id }) => id === profile);
      return rules && limitsOf(rules, assumedRules);
    });
  }

  /** One rectification of a rating. */
  add(row: RectificationRow, rating: RectifiedRating): void {
    this.count(row, rating, 1);
  }

  /** Takes back a rectification that was counted, and was replaced since. */
  remove(row: RectificationRow, rating: RectifiedRating): void {
    this.count(row, rating, -1);
  }

  private count(
    row: RectificationRow,
    { task, assessedAt, rater, person }: RectifiedRating,
    times: 1 | -1,
  ): void {
    const month = monthOfSecond(assessedAt);
    const { officeId: office = -1, unitIndex: unit = -1 } = this.register.tasks[task] ?? {};
    const limits = this.limits[office];
    if (month < 0 || limits === undefined) return;
    const done = (at: number, limit: RectificationLimits['contact']): number =>
      at < 0 ? 0 : isWithin(this.calendar, limit, assessedAt, at) ? 2 : 1;
    const verdict = rectificationVerdict(row.packed);
    const ordinary = rectificationComplex(row.packed) === 0;
    const calledBack = row.calledBackAt < 0 ? 0 : 1;
    const key = rectificationCellKey(
      month,
      verdict,
      done(row.contactedAt, limits.contact),
      done(row.rectifiedAt, ordinary ? limits.ordinary : limits.complex),
      calledBack,
      rectificationSatisfied(row.packed),
    );
    const place = ratingPlace(unit, office);
    this.counts.add(this.counts.row(place, key), 0, times);
    const handling = emptyHandling();
    addRectificationCell(handling, rectificationCellOf(place, key, 1));
    if (rater >= 0 && verdict === UPHELD) {
      addNamedCell(handling, { orders: 1, calledBack });
      const named = this.named.row(unit, month);
      this.named.add(named, ORDERS, times);
      this.named.add(named, CALLED_BACK, calledBack * times);
    }
    this.groups.addHandling(task, month, personGroup(person, serviceKeyOf(row.key)), handling, times);
  }

  *cells(): Iterable<RectificationCell> {
    const { counts } = this;
    for (const row of counts.sortedRows())
      yield rectificationCellOf(counts.high(row), counts.low(row), counts.count(row, 0));
  }

  /** Those of ratings that name a telephone. */
  *namedCells(): Iterable<NamedRectificationCell> {
    const { named } = this;
    for (const row of named.sortedRows())
      yield {
        unit: named.high(row),
        month: named.low(row),
        orders: named.count(row, ORDERS),
        calledBack: named.count(row, CALLED_BACK),
      };
  }
}
