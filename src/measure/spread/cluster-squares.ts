import type { Excess } from './pooled-excess.ts';

/**
 * A cluster in an indicator: its share of the records, and what it adds to the error of the value beyond what its kind makes expect;
 * undefined where nobody can tell.
 */
export interface ClusterPart {
  readonly share: number;
  readonly error: number | undefined;
}

/** What the errors of the clusters of a unit show of what the records of a cluster have in common. */
export interface ClusterSquares {
  /** Sum of the squared errors of the clusters, each against the level of its stratum. */
  readonly sum: number;
  /** What single records alone would make it, against their variance. */
  readonly expected: number;
  /** What the variance between clusters of equal quality would make it, against that variance. */
  readonly ofShared: number;
  /** Sum of squared shares: in a new draw of clusters the score varies by so much of the variance between them. */
  readonly concentration: number;
  /** Clusters of equal size that tell as much. */
  readonly freedom: number;
}

/**
 * Squares of the errors of clusters by the method of moments. A great cluster pulls the level it is compared with, so that its
 * error comes out too small: with shares v of a stratum that has the share W of all records, the squares of clusters that vary by
 * 1 add up to W² × (Σ v² − 2 Σ v³ + (Σ v²)²), and those of single records that vary by 1 together to W × (1 − Σ v²). A cluster
 * whose error nobody can tell adds to the concentration only.
 */
export function clusterSquares(strata: readonly (readonly ClusterPart[])[]): ClusterSquares {
  let [sum, expected, ofShared, concentration] = [0, 0, 0, 0];
  for (const stratum of strata) {
    for (const { share } of stratum) concentration += share ** 2;
    const told = stratum.flatMap(({ share, error }) => (error === undefined ? [] : [{ share, error }]));
    const whole = told.reduce((total, { share }) => total + share, 0);
    if (whole === 0) continue;
    const level = told.reduce((total, { error }) => total + error, 0) / whole;
    let [squares, cubes] = [0, 0];
    for (const { share, error } of told) {
      sum += (error - share * level) ** 2;
      squares += (share / whole) ** 2;
      cubes += (share / whole) ** 3;
    }
    expected += whole * (1 - squares);
    ofShared += whole ** 2 * (squares - 2 * cubes + squares ** 2);
  }
  return { sum, expected, ofShared, concentration, freedom: concentration === 0 ? 0 : 1 / concentration };
}

/** Records of a unit: their number, the variance of single ones together, and how much more persons vary than these. */
export interface ClusteredRecords {
  readonly n: number;
  readonly single: number;
  readonly personEffect: number;
  readonly squares: ClusterSquares;
}

/** How much more than their persons the clusters of a unit vary: a person who comes back mostly comes back to the same place. */
export const excessOf = ({
  n,
  single,
  personEffect,
  squares: { sum, expected, ofShared, freedom },
}: ClusteredRecords): Excess => ({
  excess: single === 0 ? 0 : sum / single - expected * personEffect,
  size: single === 0 ? 0 : n * ofShared,
  freedom,
});
