import type { RatingCell } from '../../model/cells.ts';

/**
 * Ratings by channel, level and default, summed from the cells. First and additional (追评) ones count alike, flagged
 * ones too, as in the measures; how many of each there are is kept beside.
 */
export interface RatingTable {
  /** Index (channel * 6 + level) * 2 + defaulted. */
  readonly counts: Float64Array;
  additional: number;
  flagged: number;
}

export const emptyRatingTable = (): RatingTable => ({
  counts: new Float64Array(8 * 6 * 2),
  additional: 0,
  flagged: 0,
});

/** Adds cells to a table. */
export function addRatings(table: RatingTable, cells: Iterable<RatingCell>): void {
  for (const cell of cells) {
    if (cell.flagged === 1) table.flagged += cell.n;
    if (cell.additional === 1) table.additional += cell.n;
    const index = (cell.channel * 6 + cell.level) * 2 + cell.defaulted;
    table.counts[index] = (table.counts[index] ?? 0) + cell.n;
  }
}

export interface RatingSelection {
  readonly channels?: readonly number[];
  readonly levels?: readonly number[];
  readonly defaulted?: 0 | 1;
}

/** Ratings that fit a selection; level 0 stands for ratings whose channel carries no level. */
export function countOf(table: RatingTable, selection: RatingSelection = {}): number {
  let sum = 0;
  for (const channel of selection.channels ?? [1, 2, 3, 4, 5, 6, 7]) {
    for (const level of selection.levels ?? [0, 1, 2, 3, 4, 5]) {
      for (const defaulted of [0, 1]) {
        if (selection.defaulted !== undefined && selection.defaulted !== defaulted) continue;
        sum += table.counts[(channel * 6 + level) * 2 + defaulted] ?? 0;
      }
    }
  }
  return sum;
}
