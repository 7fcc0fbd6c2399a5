import type { RatingCell, ServiceCell } from '../model/cells.ts';
import { printMonth } from '../model/time/time.ts';

/** Sums of `n` by a text. */
function countBy<Cell>(
  cells: readonly Cell[],
  keyOf: (cell: Cell) => string,
  n: (cell: Cell) => number,
): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const cell of cells) counts[keyOf(cell)] = (counts[keyOf(cell)] ?? 0) + n(cell);
  return counts;
}

/** The counts that a right aggregation of the accepted records finds: ratings by what they say, services by month. */
export const answerCounts = (ratings: readonly RatingCell[], services: readonly ServiceCell[]) => ({
  ratingsByLevel: countBy(
    ratings,
    ({ level }) => String(level),
    ({ n }) => n,
  ),
  ratingsByChannel: countBy(
    ratings,
    ({ channel }) => String(channel),
    ({ n }) => n,
  ),
  ratingsByMonth: countBy(
    ratings,
    ({ month }) => printMonth(month),
    ({ n }) => n,
  ),
  ratingsByDefault: countBy(
    ratings,
    ({ defaulted }) => String(defaulted),
    ({ n }) => n,
  ),
  servicesByMonth: countBy(
    services,
    ({ month }) => printMonth(month),
    (cell) => cell.services,
  ),
});
