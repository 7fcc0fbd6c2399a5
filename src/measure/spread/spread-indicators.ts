import type { Indicator } from '../../model/method.ts';
import { jackknifeVariance } from './delete-a-group.ts';
import type { DrawnIndicator } from './drawn-indicator.ts';
import { clusterSquares, excessOf, type ClusterPart } from './cluster-squares.ts';
import { pooledExcess } from './pooled-excess.ts';
import { besideTheirKind } from './kinds-of-clusters.ts';

/** How an indicator of one unit varies in a new draw of persons and of clusters: offices or items. */
export interface IndicatorSpread {
  readonly variance: number;
  /** Times as large as if every record were drawn by itself (设计效应): for persons alone, and for both. */
  readonly personEffect: number;
  readonly designEffect: number;
  /** The clusters, in strata. */
  readonly clusters: readonly (readonly ClusterPart[])[];
}

/** The indicators of some units, unit by unit: undefined where nothing is drawn. */
export type DrawnUnits = readonly (readonly (DrawnIndicator | undefined)[])[];

/**
 * The spread of each indicator of each unit. How much records of one person, and of one cluster, have in common is asked of all units
 * together; how much that widens an interval hangs on the volume and the clusters of the unit.
 */
export function spreadIndicators(
  indicators: readonly Indicator[],
  units: DrawnUnits,
): (IndicatorSpread | undefined)[][] {
  const spreads = indicators.map((_, i) => spreadOver(units.flatMap((unit) => unit[i] ?? [])));
  return units.map((unit) =>
    unit.map((drawn, i) => (drawn === undefined ? undefined : spreads[i]?.get(drawn))),
  );
}

/** The spread of one indicator in each of the units that have it. */
function spreadOver(drawn: readonly DrawnIndicator[]): Map<DrawnIndicator, IndicatorSpread> {
  const person = personEffect(drawn);
  const beside = besideTheirKind(drawn.flatMap(({ clusters }) => clusters)).values();
  const clustered = drawn.map((one) => {
    const clusters = one.clusters.map((stratum) => {
      const deviations = beside.next().value ?? [];
      return stratum.map(({ n }, i): ClusterPart => {
        const [share, deviation] = [n / one.n, deviations[i]];
        return { share, error: deviation === undefined ? undefined : share * deviation };
      });
    });
    return { one, clusters, squares: clusterSquares(clusters) };
  });
  const shared = pooledExcess(
    clustered.map(({ one, squares }) => excessOf({ ...one, personEffect: person, squares })),
  );
  return new Map(
    clustered.map(({ one, clusters, squares }) => {
      const designEffect = person + shared * Math.max(0, one.n * squares.concentration - 1);
      return [one, { variance: one.single * designEffect, personEffect: person, designEffect, clusters }];
    }),
  );
}

/** How much more persons vary than single records: the mean over units, never below 1. */
function personEffect(drawn: readonly DrawnIndicator[]): number {
  const effects = drawn.flatMap(({ single, moves, value }) =>
    single === 0
      ? []
      : [
          jackknifeVariance(
            value,
            moves.map((move) => value + move),
          ) / single,
        ],
  );
  return effects.length === 0
    ? 1
    : Math.max(1, effects.reduce((sum, effect) => sum + effect, 0) / effects.length);
}
