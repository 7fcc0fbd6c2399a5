import type { Reference } from '../../model/reference.ts';
import { monthOf, printMonth, weekdayOf } from '../../model/time/time.ts';
import type { Span } from '../../simulate/span.ts';
import type { World } from '../../simulate/world/world.ts';
import { Counts, numbered, ShareCounter } from './counters.ts';
import type { CaseExpectation } from '../expected/cases.ts';
import type { GoodnessOfFit } from '../../model/quality-report.ts';

/** Where and when the run is sampled. */
export interface Scope {
  readonly world: World;
  /** True when this unit is sampled on this day. */
  readonly looksAt: (unit: number, day: number) => boolean;
}

const BY_PERSON = 1;
const BY_FIRM = 2;

/** Counts cases, and calls to the hotline, by unit, item and day. Their numbers are expected before any row is read. */
export class VolumeLines {
  private readonly units: Counts;
  private readonly items: Counts;
  private readonly calls = new ShareCounter();
  private readonly weekdays = new Counts(numbered(1, 7));
  private readonly months: Counts;
  private readonly userTypes = new Counts(numbered(0, 15));
  /** Cell of the month of each day of the run. */
  private readonly monthOfDay: Int32Array;

  constructor(
    private readonly expectation: CaseExpectation,
    { days, share }: Span,
    private readonly scope: Scope,
    { units, items }: Pick<Reference, 'units' | 'items'>,
  ) {
    const months = [...new Set(Array.from(days, (day) => printMonth(monthOf(day))))];
    this.monthOfDay = days.map((day) => months.indexOf(printMonth(monthOf(day))));
    this.months = new Counts(months);
    this.units = new Counts(units.map(({ code }) => code));
    this.items = new Counts(items.map(({ code }) => code));
    this.expect(days, share);
  }

  private expect(days: Int32Array, share: Float64Array): void {
    const { expectation, scope } = this;
    const { tasks } = scope.world;
    const perYear = new Map<number, { readonly cases: number; readonly all: number }>();
    tasks.forEach(({ unit }, t) => {
      const { cases, all } = perYear.get(unit.index) ?? { cases: 0, all: 0 };
      const more = expectation.cases(t);
      perYear.set(unit.index, { cases: cases + more, all: all + more + expectation.calls(t) });
    });
    /** ShareCounter of the year that is sampled, by unit. */
    const sampled = new Map<number, number>();
    for (const [unit, { cases, all }] of perYear) {
      let sum = 0;
      days.forEach((day, d) => {
        if (!scope.looksAt(unit, day)) return;
        const part = share[d] ?? 0;
        sum += part;
        this.weekdays.expect(weekdayOf(day), all * part);
        this.months.expect(this.monthOfDay[d] ?? 0, all * part);
      });
      sampled.set(unit, sum);
      this.units.expect(unit, cases * sum);
    }
    tasks.forEach(({ unit, item, itemIndex }, t) => {
      const year = sampled.get(unit.index) ?? 0;
      this.items.expect(itemIndex, expectation.cases(t) * year);
      this.userTypes.expect(
        item.audience === 'legal' ? BY_FIRM : BY_PERSON,
        (expectation.cases(t) + expectation.calls(t)) * year,
      );
    });
  }

  /** A case or call of a task, applied for on the d-th day. */
  add(task: number, day: number, d: number, userType: number, isCall: boolean): void {
    const simulated = this.scope.world.tasks[task];
    if (simulated === undefined) return;
    if (!isCall) {
      this.units.see(simulated.unit.index);
      this.items.see(simulated.itemIndex);
    }
    // Both are Poisson counts: of a sum that is known, each is a call with this chance.
    this.calls.add(isCall, this.expectation.callShare(task));
    this.weekdays.see(weekdayOf(day));
    this.months.see(this.monthOfDay[d] ?? 0);
    this.userTypes.see(userType);
  }

  lines(): GoodnessOfFit[] {
    return [
      ...this.units.volumes('volume', 'units'),
      ...this.items.volumes('volume', 'items'),
      ...this.calls.line('volume', 'calls'),
      ...this.weekdays.shapes('volume', 'weekdays'),
      ...this.months.shapes('volume', 'months'),
      ...this.userTypes.shapes('case', 'userTypes'),
    ];
  }
}
