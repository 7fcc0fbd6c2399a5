import type { RealismFigure } from '../../model/realism/realism-check.ts';
import { isWorkingDay, knows, type Calendar } from '../../model/time/calendar.ts';

/** Online applications on weekends and holidays among all online ones; days that the calendar does not know are left out. */
export class OffDayApplications {
  private n = 0;
  private offDays = 0;

  constructor(private readonly calendar: Calendar) {}

  add(day: number): void {
    if (!knows(this.calendar, day)) return;
    this.n++;
    if (!isWorkingDay(this.calendar, day)) this.offDays++;
  }

  figure(): RealismFigure {
    const { n, offDays } = this;
    return { value: n === 0 ? null : offDays / n, n };
  }
}
