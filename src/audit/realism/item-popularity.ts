import type { RealismFigure } from '../../model/realism/realism-check.ts';
import type { Task } from '../../model/register.ts';

/** Items with fewer cases have no rank that means anything. */
const LEAST_CASES = 5;
/** A line through fewer items of a unit says nothing. */
const LEAST_ITEMS = 10;

/** Cases of each item of a unit. */
export class ItemPopularity {
  private readonly cases: Uint32Array;

  constructor(private readonly tasks: readonly Pick<Task, 'unitIndex'>[]) {
    this.cases = new Uint32Array(tasks.length);
  }

  add(task: number): void {
    this.cases[task] = (this.cases[task] ?? 0) + 1;
  }

  /** The mean over units of the Zipf slope of their items; n = the cases of these. */
  slope(): RealismFigure {
    const byUnit = new Map<number, number[]>();
    this.tasks.forEach(({ unitIndex }, task) => {
      const count = this.cases[task] ?? 0;
      if (count < LEAST_CASES) return;
      const counts = byUnit.get(unitIndex);
      if (counts === undefined) byUnit.set(unitIndex, [count]);
      else counts.push(count);
    });
    const units = [...byUnit.values()].filter((counts) => counts.length >= LEAST_ITEMS);
    const slopes = units.map(zipfSlope);
    return {
      value: units.length === 0 ? null : slopes.reduce((sum, slope) => sum + slope, 0) / units.length,
      n: units.reduce((sum, counts) => counts.reduce((all, count) => all + count, sum), 0),
    };
  }
}

/** How steeply counts fall with their rank: minus the slope of ln(count) on ln(rank), by least squares. */
export function zipfSlope(counts: readonly number[]): number {
  const points = [...counts]
    .sort((a, b) => b - a)
    .map((count, i) => ({ x: Math.log(i + 1), y: Math.log(count) }));
  const meanX = points.reduce((sum, { x }) => sum + x, 0) / points.length;
  const meanY = points.reduce((sum, { y }) => sum + y, 0) / points.length;
  const together = points.reduce((sum, { x, y }) => sum + (x - meanX) * (y - meanY), 0);
  const spread = points.reduce((sum, { x }) => sum + (x - meanX) ** 2, 0);
  return -together / spread;
}
