import type { Reference } from '../../model/reference.ts';
import { DAY_SECONDS, monthOf, printMonth, weekdayOf } from '../../model/time/time.ts';
import type { Span } from '../../simulate/span.ts';
import type { World } from '../../simulate/world/world.ts';
import { Counts, numbered, ShareCounter } from './counters.ts';
import { workingDaysInto } from '../expected/working-days.ts';
import type { CaseExpectation } from '../expected/cases.ts';
import type { GoodnessOfFit } from '../../model/quality-report.ts';

/** Where and when the run is sampled. */
export interface Scope {
  readonly world: World;
  /** True when this unit is sampled on this day. */
  readonly looksAt: (unit: number, day: number) => boolean;
}

/**
 * Counts cases whose first record is in the run, and calls to the hotline, by unit, item and day. Their numbers are
 * expected before any row is read.
 */
export class VolumeLines {
  private readonly units: Counts;
  private readonly items: Counts;
  private readonly calls = new ShareCounter();
  private readonly weekdays = new Counts(numbered(1, 7));
  private readonly months: Counts;
  private readonly userTypes = new Counts(numbered(0, 15));
  private readonly firstMonth: number;
  private readonly monthOfDay = new Map<number, number>();

  constructor(
    private readonly expectation: CaseExpectation,
    private readonly span: Span,
    private readonly scope: Scope,
    { units, items }: Pick<Reference, 'units' | 'items'>,
  ) {
    const firstMonth = monthOf(span.days[span.first] ?? 0);
    const lastMonth = monthOf(span.days.at(-1) ?? 0);
    this.months = new Counts(
      numbered(0, lastMonth - firstMonth).map((n) => printMonth(firstMonth + Number(n))),
    );
    this.firstMonth = firstMonth;
    this.units = new Counts(units.map(({ code }) => code));
    this.items = new Counts(items.map(({ code }) => code));
    this.expect();
  }

  private expect(): void {
    for (const tasks of this.alike()) this.expectAlike(tasks);
  }

  /** The tasks of each unit whose cases live alike: they have the same promise. */
  private alike(): Iterable<readonly number[]> {
    const { expectation, scope } = this;
    const groups = new Map<string, number[]>();
    scope.world.tasks.forEach(({ unit }, t) => {
      const key = `${String(unit.index)} ${String(expectation.durationsOf(t).promised)}`;
      const group = groups.get(key);
      if (group) group.push(t);
      else groups.set(key, [t]);
    });
    return groups.values();
  }

  private expectAlike(tasks: readonly number[]): void {
    const { expectation, scope } = this;
    const [one = 0] = tasks;
    const { unit } = scope.world.tasks[one] ?? {};
    if (unit === undefined) return;
    for (const off of [false, true]) {
      const cases = tasks.reduce((sum, t) => sum + expectation.cases(t, off), 0);
      const calls = tasks.reduce((sum, t) => sum + expectation.calls(t, off), 0);
      const recordedBy = expectation.firstRecords(one);
      const { firstRecords, ofCalls } = this.expectDays(unit.index, recordedBy, off, cases, calls);
      this.units.expect(unit.index, cases * firstRecords);
      for (const t of tasks) {
        const task = scope.world.tasks[t];
        if (task === undefined) continue;
        const own = expectation.cases(t, off) * firstRecords;
        this.items.expect(task.itemIndex, own);
        const all = own + expectation.calls(t, off) * ofCalls;
        const { types, chances } = expectation.applicants(t);
        types.forEach((type, i) => {
          this.userTypes.expect(type, all * (chances[i] ?? 0));
        });
      }
    }
  }

  /**
   * Expects cases and calls of tasks that live alike, of working days or of days off, by weekday and month; the shares of
   * these days of the year whose cases have their first record in the run, and whose calls are in it.
   */
  private expectDays(
    unit: number,
    recordedBy: Float64Array,
    off: boolean,
    cases: number,
    calls: number,
  ): { readonly firstRecords: number; readonly ofCalls: number } {
    const { days, share, first, following } = this.span;
    let [firstRecords, ofCalls] = [0, 0];
    for (let d = 0; d < days.length; d++) {
      const day = days[d] ?? 0;
      if ((this.span.off[d] === 1) !== off || !this.scope.looksAt(unit, day)) continue;
      const part = share[d] ?? 0;
      const { least, most } = workingDaysInto(this.span, d);
      const position = this.span.position[d] ?? 0;
      let inRun = 0;
      for (let n = least; n < recordedBy.length && n <= most; n++) {
        const chance = (recordedBy[n] ?? 0) - (n === 0 ? 0 : (recordedBy[n - 1] ?? 0));
        inRun += chance;
        if (chance === 0) continue;
        const recorded = n === 0 ? day : (following[position + n] ?? 0);
        this.months.expect(this.monthAt(recorded), cases * part * chance);
      }
      firstRecords += part * inRun;
      this.weekdays.expect(weekdayOf(day), cases * part * inRun);
      if (d < first) continue;
      ofCalls += part;
      this.weekdays.expect(weekdayOf(day), calls * part);
      this.months.expect(this.monthAt(day), calls * part);
    }
    return { firstRecords, ofCalls };
  }

  /** Position of a day's month among those of the run, looked up once a day of the calendar. */
  private monthAt(day: number): number {
    const known = this.monthOfDay.get(day);
    if (known !== undefined) return known;
    const month = monthOf(day) - this.firstMonth;
    this.monthOfDay.set(day, month);
    return month;
  }

  /** A case or call of a task, applied for on the dth day of the span, whose first record is of another or the same. */
  add(task: number, d: number, recordedAt: number, userType: number, isCall: boolean): void {
    const simulated = this.scope.world.tasks[task];
    if (simulated === undefined) return;
    if (!isCall) {
      this.units.see(simulated.unit.index);
      this.items.see(simulated.itemIndex);
    }
    // Both are Poisson counts: of a sum that is known, each is a call with this chance.
    this.calls.add(isCall, this.expectation.callShare(task, this.span.off[d] === 1));
    this.weekdays.see(weekdayOf(this.span.days[d] ?? 0));
    this.months.see(monthOf(Math.floor(recordedAt / DAY_SECONDS)) - this.firstMonth);
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
