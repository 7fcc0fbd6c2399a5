import type { TaskRatingCell } from '../model/cells.ts';

/** First ratings by task and level: six numbers a task, levels 0 to 5, in the order of the register. */
export function levelsByTask(tasks: number, cells: Iterable<TaskRatingCell>): Float64Array {
  const counts = new Float64Array(tasks * 6);
  for (const { task, level, n } of cells) {
    const index = task * 6 + level;
    counts[index] = (counts[index] ?? 0) + n;
  }
  return counts;
}
