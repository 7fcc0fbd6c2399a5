import type { IndicatorValue } from '../../model/measurement.ts';
import type { Basis, Indicator } from '../../model/method.ts';
import { formulaOf } from '../formulas/formulas.ts';
import type { Ratio } from '../formulas/formula.ts';
import type { GroupedCounts } from '../group-counts.ts';
import { withoutGroup } from '../group-counts.ts';
import type { Scale } from '../scale.ts';
import type { UnitCounts } from '../unit-counts.ts';
import type { ClusterFigure } from './kinds-of-clusters.ts';

/** What is drawn with all of its records. */
export const clusterings = ['offices', 'items'] as const;
export type Clustering = (typeof clusterings)[number];

/** An indicator of one unit, as records drawn anew would move it. */
export interface DrawnIndicator {
  readonly value: number;
  readonly n: number;
  readonly isMean: boolean;
  /** Variance if every record were drawn by itself. */
  readonly single: number;
  /** How far the value moves when a group of persons is left out, by group. */
  readonly moves: readonly number[];
  /** The figure of each cluster, in strata. */
  readonly clusters: readonly (readonly ClusterFigure[])[];
  readonly clustering: Clustering;
}

/** Counts by group that are known. */
export type KnownGroups = { readonly [K in keyof GroupedCounts]-?: NonNullable<GroupedCounts[K]> };

/** What of the records of a unit is drawn: its counts without each group of persons, and those of each cluster. */
export interface DrawnCounts {
  readonly total: UnitCounts;
  readonly withoutPersons: readonly UnitCounts[];
  readonly clusters: Readonly<Record<Clustering, readonly (readonly ClusterCounts[])[]>>;
}

interface ClusterCounts {
  readonly kind: string;
  readonly counts: UnitCounts;
}

export const drawnCounts = (
  total: UnitCounts,
  { persons, offices, departments, items }: KnownGroups,
): DrawnCounts => ({
  total,
  withoutPersons: persons.map((group) => withoutGroup(total, group)),
  clusters: {
    offices: offices.map((stratum, h) =>
      stratum.map((counts, group) => ({
        kind: departments[h]?.[group] ?? '',
        counts: { ...total, ...counts },
      })),
    ),
    items: items.map((stratum) =>
      stratum.map(({ basicCode, ...counts }) => ({ kind: basicCode, counts: { ...total, ...counts } })),
    ),
  },
});

/**
 * What records say of an indicator of a unit. Undefined without a figure, and where nothing is drawn: of the register, and of which
 * items were rated at all. What is said of a service, and whether anything is, hangs on the office; what is applied for, how and by
 * when it is done, on the item.
 */
export function drawnIndicator(
  indicator: Indicator,
  measured: IndicatorValue | undefined,
  scale: Scale,
  { total, withoutPersons, clusters }: DrawnCounts,
): DrawnIndicator | undefined {
  const value = measured?.value ?? null;
  const clustering = clusteringOf[indicator.basis];
  if (value === null || clustering === undefined || indicator.ratingsPerItem !== undefined) return undefined;
  const { ratio } = formulaOf(indicator.formula);
  const { denominator: n, mean } = ratio(total, scale, indicator);
  return {
    value,
    n,
    isMean: mean !== undefined,
    single: (mean?.variance ?? value * (1 - value)) / n,
    moves: withoutPersons.map((counts) => {
      const rest = ratio(counts, scale, indicator);
      return rest.denominator > 0 ? valueOf(rest) - value : 0;
    }),
    clusters: clusters[clustering].map((stratum) =>
      stratum.map(({ kind, counts }): ClusterFigure => {
        const own = ratio(counts, scale, indicator);
        return { kind, n: own.denominator, mean: own.denominator > 0 ? valueOf(own) : 0 };
      }),
    ),
    clustering,
  };
}

/** Undefined for a register, in which nothing is drawn, and for evaluators, who draw items and not people. */
const clusteringOf: Readonly<Record<Basis, Clustering | undefined>> = {
  register: undefined,
  evaluators: undefined,
  ratings: 'offices',
  handling: 'offices',
  participation: 'offices',
  services: 'items',
};

const valueOf = ({ numerator, denominator, mean }: Ratio): number => mean?.value ?? numerator / denominator;
