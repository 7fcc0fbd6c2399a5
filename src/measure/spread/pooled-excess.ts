/** How much more than single records the clusters of one unit vary, how many records count as one cluster, how well it is known. */
export interface Excess {
  /** Variance seen between clusters against that of single records, less that of single records itself. */
  readonly excess: number;
  readonly size: number;
  readonly freedom: number;
}

/**
 * The variance that records of one cluster have in common, against that of single records, from several units: each unit’s excess /
 * size, weighed by how well it is known (one step of scoring from their ratio). Never below 0. One unit alone has few clusters of
 * weight, and would tell next to nothing.
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
