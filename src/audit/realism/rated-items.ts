import type { RealismFigure } from '../../model/realism/realism-check.ts';
import type { Task } from '../../model/register.ts';
import { DAY_SECONDS, monthOf } from '../../model/time/time.ts';

/** Which items have a rating in which month. */
export class RatedItems {
  private readonly byMonth = new Map<number, Uint8Array>();
  private day = -1;
  private rated: Uint8Array | undefined;

  constructor(private readonly tasks: readonly Pick<Task, 'unitIndex'>[]) {}

  add(task: number, assessedAt: number): void {
    const rated = this.ratedOn(Math.floor(assessedAt / DAY_SECONDS));
    rated[task] = 1;
  }

  private ratedOn(day: number): Uint8Array {
    // Rows come day by day.
    if (day === this.day && this.rated !== undefined) return this.rated;
    const month = monthOf(day);
    let rated = this.byMonth.get(month);
    if (rated === undefined) this.byMonth.set(month, (rated = new Uint8Array(this.tasks.length)));
    this.day = day;
    this.rated = rated;
    return rated;
  }

  /** Share of items with a rating in a month, over the listed items of the units that have any, and all months. */
  figure(): RealismFigure {
    const units = new Set(
      this.tasks
        .filter((_, task) => [...this.byMonth.values()].some((rated) => rated[task] === 1))
        .map(({ unitIndex }) => unitIndex),
    );
    const listed = this.tasks.filter(({ unitIndex }) => units.has(unitIndex)).length;
    const n = listed * this.byMonth.size;
    let found = 0;
    for (const rated of this.byMonth.values()) found += rated.reduce((sum, one) => sum + one, 0);
    return { value: n === 0 ? null : found / n, n };
  }
}
