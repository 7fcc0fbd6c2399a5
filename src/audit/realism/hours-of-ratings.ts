import type { RealismFigure } from '../../model/realism/realism-check.ts';
import { DAY_SECONDS } from '../../model/time/time.ts';

/** The night ends at this hour. */
const MORNING = 6;

/** When in the day ratings of one channel come. */
export class HoursOfRatings {
  private readonly byHour = new Uint32Array(24);

  add(second: number): void {
    const hour = Math.floor((second % DAY_SECONDS) / 3600);
    this.byHour[hour] = (this.byHour[hour] ?? 0) + 1;
  }

  /** Share between midnight and six. */
  night(): RealismFigure {
    return this.share((hour) => hour < MORNING);
  }

  /** Share before the first of these hours or from the last one on. */
  outside(from: number, to: number): RealismFigure {
    return this.share((hour) => hour < from || hour >= to);
  }

  private share(counts: (hour: number) => boolean): RealismFigure {
    const n = this.byHour.reduce((sum, count) => sum + count, 0);
    const found = this.byHour.reduce((sum, count, hour) => (counts(hour) ? sum + count : sum), 0);
    return { value: n === 0 ? null : found / n, n };
  }
}
