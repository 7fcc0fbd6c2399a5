/** A cluster (群) of a unit: an office or an item, what it is in other units too, its records and their mean or share. */
export interface ClusterFigure {
  readonly kind: string;
  readonly n: number;
  readonly mean: number;
}

/** Where fewer records are in kinds of clusters that another stratum has too, nothing is known of the kinds. */
const SHARED = 0.5;

/**
 * How far each cluster lies from what its stratum and its kind make expect. The police, or a marriage certificate, is not like other
 * offices and items anywhere: that is no matter of chance, and another draw has it too. Deviations from the stratum are averaged
 * over the strata that have the kind, and taken off; what that takes off too much, since each was part of the average itself, is
 * given back. Undefined for a cluster that no other stratum has. Where hardly any kind is shared, all stay as they are.
 */
export function besideTheirKind(
  strata: readonly (readonly ClusterFigure[])[],
): (readonly (number | undefined)[])[] {
  const deviations = strata.map((stratum) => {
    const mean = sumOver(stratum, ({ n, mean: own }) => n * own) / sumOver(stratum, ({ n }) => n);
    return stratum.map((cluster) => (cluster.n === 0 ? 0 : cluster.mean - mean));
  });
  const kinds = new Map<string, { n: number; deviation: number; strata: Set<number> }>();
  strata.forEach((stratum, h) => {
    stratum.forEach(({ kind, n }, i) => {
      if (n === 0) return;
      const before = kinds.get(kind) ?? { n: 0, deviation: 0, strata: new Set() };
      kinds.set(kind, {
        n: before.n + n,
        deviation: before.deviation + n * (deviations[h]?.[i] ?? 0),
        strata: before.strata.add(h),
      });
    });
  });
  const shared = [...kinds.values()].filter(({ strata: having }) => having.size > 1);
  if (sumOver(shared, ({ n }) => n) < SHARED * sumOver([...kinds.values()], ({ n }) => n)) return deviations;
  return strata.map((stratum, h) =>
    stratum.map(({ kind, n }, i) => {
      if (n === 0) return 0;
      const of = kinds.get(kind);
      if (of === undefined || of.strata.size < 2) return undefined;
      return ((deviations[h]?.[i] ?? 0) - of.deviation / of.n) / Math.sqrt(1 - n / of.n);
    }),
  );
}

const sumOver = <T>(list: readonly T[], of: (one: T) => number): number =>
  list.reduce((sum, one) => sum + of(one), 0);
