/** What a figure is among the records of one office: a share, or a mean, with the variance of its records (divisor n). */
export interface GroupFigure {
  readonly n: number;
  readonly mean: number;
  readonly variance: number;
}

/** Mean squares of an analysis of variance. */
export interface MeanSquares {
  readonly between: number;
  readonly within: number;
  /** Size of group that stands for groups of unequal size. */
  readonly size: number;
  /** Groups less strata. */
  readonly freedom: number;
}

/**
 * Mean squares between and within groups, in strata. In one stratum (between − within) / (between + (size − 1) × within) is the
 * intraclass correlation (组内相关系数). Source: S. R. Searle, G. Casella and C. E. McCulloch, Variance Components (1992),
 * chapter 3. Undefined where no stratum has two groups, or there are no more records than groups.
 */
export function meanSquares(strata: readonly (readonly GroupFigure[])[]): MeanSquares | undefined {
  let [between, within, sizes, groups, records, freedom] = [0, 0, 0, 0, 0, 0];
  for (const stratum of strata) {
    const held = stratum.filter(({ n }) => n > 0);
    if (held.length === 0) continue;
    const n = held.reduce((sum, group) => sum + group.n, 0);
    const mean = held.reduce((sum, group) => sum + group.n * group.mean, 0) / n;
    between += held.reduce((sum, group) => sum + group.n * (group.mean - mean) ** 2, 0);
    within += held.reduce((sum, group) => sum + group.n * group.variance, 0);
    sizes += n - held.reduce((sum, group) => sum + group.n ** 2, 0) / n;
    groups += held.length;
    records += n;
    freedom += held.length - 1;
  }
  if (freedom === 0 || records <= groups) return undefined;
  return { between: between / freedom, within: within / (records - groups), size: sizes / freedom, freedom };
}

/** How much more than single records would the offices of one unit vary, how many records count as one office, how well is it known. */
export interface Excess {
  /** Variance seen between offices against that of single records, less 1. */
  readonly excess: number;
  readonly size: number;
  readonly freedom: number;
}

/**
 * The share of variance that records of one office have in common, against the rest, from several units of the same kind of
 * offices: each unit’s excess / size, weighed by how well it is known (one step of scoring from their ratio). Never below 0. One
 * unit alone has few offices of weight, and would tell next to nothing.
 */
export function pooledExcess(units: readonly Excess[]): number {
  const told = units.filter(({ size, freedom }) => size > 0 && freedom > 0);
  const pooled = (weight: (unit: Excess) => number): number => {
    const all = told.reduce((sum, unit) => sum + weight(unit), 0);
    if (all === 0) return 0;
    return Math.max(0, told.reduce((sum, unit) => sum + (weight(unit) * unit.excess) / unit.size, 0) / all);
  };
  const first = pooled(({ size, freedom }) => freedom * size);
  return pooled(({ size, freedom }) => freedom * (size / (1 + first * size)) ** 2);
}
