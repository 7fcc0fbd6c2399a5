import type { RealismFigure } from '../../model/realism/realism-check.ts';
import { DAY_SECONDS } from '../../model/time/time.ts';

/** Whether cases rated badly took longer than cases rated with the highest level. */
export class SlowBadCases {
  private readonly best = { n: 0, used: 0 };
  private readonly bad = { n: 0, used: 0 };

  /** The rating of the completion of a case with a promised limit. */
  add(level: number, secondsTaken: number, promisedDays: number): void {
    const sums = level === 5 ? this.best : level <= 2 ? this.bad : undefined;
    if (sums === undefined) return;
    sums.n++;
    sums.used += secondsTaken / (promisedDays * DAY_SECONDS);
  }

  /** The mean share of the promised limit that bad ratings saw used, over that of level 5; n = bad ratings. */
  figure(): RealismFigure {
    const { best, bad } = this;
    const value = bad.n === 0 || best.used === 0 ? null : bad.used / bad.n / (best.used / best.n);
    return { value, n: bad.n };
  }
}
