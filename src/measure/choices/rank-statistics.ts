import { quantile } from '../../model/math/quantile.ts';

/** Ranks of scores, 1 = highest, behind all that are strictly higher; 0 without a figure (NaN). Written into `ranks`. */
export function rankInto(scores: Float64Array, ranks: Uint16Array): void {
  for (let unit = 0; unit < scores.length; unit++) {
    const score = scores[unit] ?? NaN;
    let rank = Number.isNaN(score) ? 0 : 1;
    if (rank === 1) for (let i = 0; i < scores.length; i++) if ((scores[i] ?? NaN) > score) rank++;
    ranks[unit] = rank;
  }
}

/** Where the ranks of a unit lie over many draws. */
export interface RankStatistics {
  readonly mean: number;
  readonly median: number;
  /** The middle 90% of the draws. */
  readonly low: number;
  readonly high: number;
}

/** Mean, median and 5% and 95% points of ranks; null of none. */
export function rankStatistics(ranks: readonly number[]): RankStatistics | null {
  if (ranks.length === 0) return null;
  const sorted = Float64Array.from(ranks).sort();
  return {
    mean: sorted.reduce((sum, rank) => sum + rank, 0) / sorted.length,
    median: quantile(sorted, 0.5),
    low: quantile(sorted, 0.05),
    high: quantile(sorted, 0.95),
  };
}
