import type { RealismFigure } from '../../model/realism/realism-check.ts';
import type { GroupedSums } from './grouped-sums.ts';

/**
 * How alike values of one group are: the intraclass correlation of one-way analysis of variance,
 * (MSB − MSW) / (MSB + (k₀ − 1) MSW) with k₀ = (N − Σnᵢ²/N) / (a − 1) for groups of unequal size (R. A. Fisher 1925;
 * A. Donner, International Statistical Review 54 (1986), 67–82). Groups of one value say nothing of it and are left
 * out. A negative estimate counts as 0, as usual. Null where all values are equal, or there is only one group.
 */
export class IntraclassCorrelation {
  private groups = 0;
  private n = 0;
  private sum = 0;
  private squares = 0;
  private ofSizes = 0;
  private between = 0;

  /** A group of values: how many, their sum, the sum of their squares. */
  add(size: number, sum: number, squares: number): void {
    if (size < 2) return;
    this.groups++;
    this.n += size;
    this.sum += sum;
    this.squares += squares;
    this.ofSizes += size * size;
    this.between += (sum * sum) / size;
  }

  figure(): RealismFigure {
    const { groups, n, sum, between } = this;
    if (groups < 2) return { value: null, n };
    const meanBetween = (between - (sum * sum) / n) / (groups - 1);
    const meanWithin = (this.squares - between) / (n - groups);
    const size = (n - this.ofSizes / n) / (groups - 1);
    const variance = meanBetween + (size - 1) * meanWithin;
    return { value: variance <= 1e-12 ? null : Math.max(0, (meanBetween - meanWithin) / variance), n };
  }
}

export function intraclassCorrelation(values: GroupedSums): RealismFigure {
  const correlation = new IntraclassCorrelation();
  values.each((size, sum, squares) => {
    correlation.add(size, sum, squares);
  });
  return correlation.figure();
}
