import type { RatingCell } from '../../model/cells.ts';

/** Ratings month by month: all, those with a level, the good ones, and their mean score. */
export interface MonthRow {
  readonly month: number;
  ratings: number;
  levelled: number;
  good: number;
  /** Sum of the level scores of the levelled ratings, and of their squares. */
  points: number;
  squares: number;
}

/** One row a month from first to last, months without ratings included. */
export function monthRows(
  cells: Iterable<RatingCell>,
  months: readonly number[],
  levels: readonly { readonly level: number; readonly score: number; readonly bad: boolean }[],
): MonthRow[] {
  const rows = new Map<number, MonthRow>(
    months.map((month) => [month, { month, ratings: 0, levelled: 0, good: 0, points: 0, squares: 0 }]),
  );
  const known = new Map(levels.map((level) => [level.level, level]));
  for (const { month, level, n } of cells) {
    const row = rows.get(month);
    if (row === undefined) continue;
    row.ratings += n;
    const meaning = known.get(level);
    if (meaning === undefined) continue;
    row.levelled += n;
    row.points += n * meaning.score;
    row.squares += n * meaning.score ** 2;
    if (!meaning.bad) row.good += n;
  }
  return [...rows.values()];
}
