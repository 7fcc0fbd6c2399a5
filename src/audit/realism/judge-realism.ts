import type { RealismCheck, RealismFigure, RealismFigures } from '../../model/realism/realism-check.ts';
import type { RealismRange } from '../../model/realism/realism-range.ts';

/** Puts each statistic beside its range; `figures` are absent where no rows were kept. */
export const judgeRealism = (
  ranges: readonly RealismRange[],
  figures: RealismFigures | undefined,
  /** All rows of the run were counted, not a sample of them. */
  whole: boolean,
): RealismCheck[] =>
  ranges.map((range) => {
    const { value, n } =
      figures === undefined || (range.wholeOnly && !whole) ? { value: null, n: 0 } : figures[range.id];
    return { ...range, value, n, verdict: verdictOn(range, { value, n }) };
  });

function verdictOn(range: RealismRange, { value, n }: RealismFigure): RealismCheck['verdict'] {
  if (value === null) return 'few';
  if (n < range.least && !(range.highWhereFew && value < range.low)) return 'few';
  return value >= range.low && value <= range.high ? 'inside' : 'outside';
}
