import type { RealismFigure } from '../../model/realism/realism-check.ts';
import type { GroupedSums } from './grouped-sums.ts';

/**
 * How alike values of one group are: the intraclass correlation of one-way analysis of variance,
 * (MSB − MSW) / (MSB + (k₀ − 1) MSW) with k₀ = (N − Σnᵢ²/N) / (a − 1) for groups of unequal size (R. A. Fisher 1925;
 * A. Donner, International Statistical Review 54 (1986), 67–82). Groups of one value say nothing of it and are left
 * out. A negative estimate counts as 0, as usual. Null where all values are equal, or there is only one group.
 */
export function intraclassCorrelation(values: GroupedSums): RealismFigure {
  let groups = 0;
  let n = 0;
  let sum = 0;
  let squares = 0;
  let ofSizes = 0;
  let between = 0;
  values.each((size, groupSum, groupSquares) => {
    if (size < 2) return;
    groups++;
    n += size;
    sum += groupSum;
    squares += groupSquares;
    ofSizes += size * size;
    between += (groupSum * groupSum) / size;
  });
  if (groups < 2) return { value: null, n };
  const meanBetween = (between - (sum * sum) / n) / (groups - 1);
  const meanWithin = (squares - between) / (n - groups);
  const size = (n - ofSizes / n) / (groups - 1);
  const variance = meanBetween + (size - 1) * meanWithin;
  return { value: variance <= 1e-12 ? null : Math.max(0, (meanBetween - meanWithin) / variance), n };
}
