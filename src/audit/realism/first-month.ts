import { MAX_DAYS } from '../../model/record/key.ts';
import type { RealismFigure } from '../../model/realism/realism-check.ts';
import { isWorkingDay, knows, type Calendar } from '../../model/time/calendar.ts';
import { monthOf } from '../../model/time/time.ts';

/** Whether a run is as full in its first month as afterwards: a world that begins empty is not. */
export class FirstMonth {
  private readonly services = new Uint32Array(MAX_DAYS);

  constructor(private readonly calendar: Calendar) {}

  add(day: number): void {
    if (day >= 0 && day < MAX_DAYS) this.services[day] = (this.services[day] ?? 0) + 1;
  }

  /** Service records a working day in the first month, over those in all later months; n = those of the first month. */
  figure(): RealismFigure {
    const { services, calendar } = this;
    const from = services.findIndex((count) => count > 0);
    const to = services.findLastIndex((count) => count > 0);
    const first = { services: 0, workingDays: 0 };
    const later = { services: 0, workingDays: 0 };
    const firstMonth = monthOf(from);
    for (let day = from; day >= 0 && day <= to; day++) {
      if (!knows(calendar, day)) return { value: null, n: 0 };
      const sums = monthOf(day) === firstMonth ? first : later;
      sums.services += services[day] ?? 0;
      if (isWorkingDay(calendar, day)) sums.workingDays++;
    }
    const known = first.workingDays > 0 && later.workingDays > 0 && later.services > 0;
    const perDay = (sums: typeof first): number => sums.services / sums.workingDays;
    return { value: known ? perDay(first) / perDay(later) : null, n: first.services };
  }
}
