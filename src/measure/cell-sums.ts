import type { RatingCell, TaskRatingCell } from '../model/cells.ts';

/** Ratings of all units together, offices and months not told apart: each sum stands in this month. */
export function sumOverUnits(cells: Iterable<RatingCell>, month: number): RatingCell[] {
  const sums = new Map<string, RatingCell>();
  for (const cell of cells) {
    const { channel, level, defaulted, flagged, additional } = cell;
    const key = [channel, level, defaulted, flagged, additional].join();
    const n = (sums.get(key)?.n ?? 0) + cell.n;
    sums.set(key, { ...cell, unit: 0, office: 0, month, n });
  }
  return [...sums.values()];
}

/** First ratings by task and level: six numbers a task, levels 0 to 5, in the order of the register. */
export function levelsByTask(tasks: number, cells: Iterable<TaskRatingCell>): Float64Array {
  const counts = new Float64Array(tasks * 6);
  for (const { task, level, n } of cells) {
    const index = task * 6 + level;
    counts[index] = (counts[index] ?? 0) + n;
  }
  return counts;
}
