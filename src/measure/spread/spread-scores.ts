import { mapTree, type Tree } from '../score-unit.ts';
import { clusterSquares, excessOf, type ClusteredRecords, type ClusterPart } from './cluster-squares.ts';
import { jackknifeVariance } from './delete-a-group.ts';
import { clusterings, type Clustering, type DrawnIndicator } from './drawn-indicator.ts';
import { pooledExcess } from './pooled-excess.ts';
import type { IndicatorSpread } from './spread-indicators.ts';

/** How a score of one unit varies in a new draw of persons, and of persons, offices and items. */
export interface DrawnSpread {
  readonly persons: number;
  readonly personFreedom: number;
  readonly variance: number;
  readonly designEffect: number;
  /** Degrees of freedom of the variance after Satterthwaite: a unit with few clusters of weight is not like the others. */
  readonly freedom: number;
}

/** A unit with what records say of its indicators, and by how much these move its scores. */
export interface DrawnUnit {
  readonly drawn: readonly (DrawnIndicator | undefined)[];
  readonly spreads: readonly (IndicatorSpread | undefined)[];
  readonly slopes: Tree<readonly number[]>;
}

/** What a score varies by between persons, and by what its clusters have a part in between them. */
interface Parts {
  readonly persons: number;
  readonly freedom: number;
  /** Variance of single records. */
  readonly single: number;
  /** What the clusters have a part in, and what they show of it. */
  readonly clusters: Readonly<Record<Clustering, ClusteredRecords>>;
}

/**
 * Spread of the scores of each unit up the tree. A group of persons or a cluster moves all indicators it has a part in at once, each
 * by its weight, so that figures made of the same ratings vary together as they do. As for indicators, what records of one cluster
 * have in common is asked of all units, which have one method.
 */
export function spreadScores(units: readonly DrawnUnit[]): Tree<DrawnSpread>[] {
  const parts = units.map(partsOfUnit);
  const [first] = parts;
  if (first === undefined) return [];
  const shared = mapTree<Parts, Record<Clustering, number>>(first, (_, at) => {
    const ofUnits = parts.flatMap((tree) => at(tree) ?? []);
    return byClustering((of) => pooledExcess(ofUnits.map(({ clusters }) => excessOf(clusters[of]))));
  });
  return parts.map((tree) =>
    mapTree<Parts, DrawnSpread>(tree, (of, at) => {
      if (of === null) return null;
      const { persons, single, freedom, clusters } = of;
      let [variance, doubt] = [persons, persons ** 2 / freedom];
      for (const clustering of clusterings) {
        const { single: ofRecords, n, squares } = clusters[clustering];
        const added = (at(shared)?.[clustering] ?? 0) * n * squares.concentration * ofRecords;
        variance += added;
        if (added > 0) doubt += added ** 2 / Math.max(1, CLUSTER_FREEDOM * (squares.freedom - 1));
      }
      return {
        persons,
        personFreedom: freedom,
        variance,
        freedom: doubt === 0 ? freedom : variance ** 2 / doubt,
        designEffect: single === 0 ? 1 : variance / single,
      };
    }),
  );
}

/**
 * What records of a cluster have in common is pooled over units, and still differs between them: it counts as known from so many
 * times the clusters that a unit has. An assumption: with the clusters alone intervals came out a quarter too wide at great volumes,
 * with those of all units together too narrow (npm run prove -- coverage).
 */
const CLUSTER_FREEDOM = 1.75;

const byClustering = <T>(of: (clustering: Clustering) => T): Record<Clustering, T> => ({
  offices: of('offices'),
  items: of('items'),
});

const partsOfUnit = ({ drawn, spreads, slopes }: DrawnUnit): Tree<Parts> =>
  mapTree<readonly number[], Parts>(slopes, (ofNode) => {
    if (ofNode === null) return null;
    const moving = drawn.flatMap((indicator, i): Moving[] => {
      const [slope, spread] = [ofNode[i] ?? 0, spreads[i]];
      return indicator === undefined || spread === undefined || slope === 0
        ? []
        : [{ indicator, slope, spread }];
    });
    return {
      persons: personVariance(moving),
      freedom: (moving[0]?.indicator.moves.length ?? 2) - 1,
      single: singleVariance(moving),
      clusters: byClustering((clustering) => {
        const clustered = moving.filter(({ indicator }) => indicator.clustering === clustering);
        return {
          single: singleVariance(clustered),
          personEffect: weighedBySingle(clustered, ({ spread }) => spread.personEffect),
          n: weighedBySingle(clustered, ({ indicator }) => indicator.n),
          squares: clusterSquares(clusterParts(clustered)),
        };
      }),
    };
  });

/** An indicator that moves a node, by so many points for a move of one. */
interface Moving {
  readonly indicator: DrawnIndicator;
  readonly slope: number;
  readonly spread: IndicatorSpread;
}

function personVariance(moving: readonly Moving[]): number {
  const groups = moving[0]?.indicator.moves.length ?? 0;
  const moves = Array.from({ length: groups }, (_, group) =>
    moving.reduce((sum, { indicator, slope }) => sum + slope * (indicator.moves[group] ?? 0), 0),
  );
  return jackknifeVariance(0, moves);
}

/** Clusters in a node: their shares of its records, and what they add to the error of its score. */
function clusterParts(moving: readonly Moving[]): ClusterPart[][] {
  const strata = moving[0]?.spread.clusters ?? [];
  return strata.map((stratum, h) =>
    stratum.map((_, i) => {
      const part = ({ spread }: Moving): ClusterPart | undefined => spread.clusters[h]?.[i];
      const errors = moving.map((one) => {
        const error = part(one)?.error;
        return error === undefined ? undefined : one.slope * error;
      });
      return {
        share: weighedBySingle(moving, (one) => part(one)?.share ?? 0),
        error: errors.reduce((sum, error) =>
          sum === undefined || error === undefined ? undefined : sum + error,
        ),
      };
    }),
  );
}

/** Variance of single records: that between persons, less what persons have in common in these indicators. */
function singleVariance(moving: readonly Moving[]): number {
  const effect = weighedBySingle(moving, ({ spread }) => spread.personEffect);
  return effect === 0 ? 0 : personVariance(moving) / effect;
}

/** Mean of what indicators have, each counting by the variance of single records that it brings. */
function weighedBySingle(moving: readonly Moving[], of: (one: Moving) => number): number {
  const weight = ({ indicator, slope }: Moving): number => slope ** 2 * indicator.single;
  const all = moving.reduce((sum, one) => sum + weight(one), 0);
  if (all === 0) return 0;
  return moving.reduce((sum, one) => sum + weight(one) * of(one), 0) / all;
}
