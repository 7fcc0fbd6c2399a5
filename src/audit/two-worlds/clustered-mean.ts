/** A mean of records that come in clusters, of which those of one cluster may be alike. */
export interface ClusteredMean {
  readonly n: number;
  readonly mean: number;
  /** Of a single record. */
  readonly variance: number;
  /** By how many times the variance of the mean is larger than of as many independent records; 1 at least. */
  readonly effect: number;
}

/** Adds up a figure of records by cluster; clusters have numbers from 0. */
export class ClusteredSum {
  private n = 0;
  private sum = 0;
  private squares = 0;
  private readonly ofCluster: number[] = [];
  private readonly recordsOfCluster: number[] = [];

  add(cluster: number, value: number): void {
    this.n++;
    this.sum += value;
    this.squares += value * value;
    this.ofCluster[cluster] = (this.ofCluster[cluster] ?? 0) + value;
    this.recordsOfCluster[cluster] = (this.recordsOfCluster[cluster] ?? 0) + 1;
  }

  /** The variance of the mean by the deviations of the clusters (a ratio of two sums, linearised). */
  mean(): ClusteredMean {
    const { n, sum, squares } = this;
    if (n === 0) return { n, mean: 0, variance: 0, effect: 1 };
    const mean = sum / n;
    const variance = n < 2 ? 0 : Math.max(0, squares - n * mean * mean) / (n - 1);
    let [clusters, deviations] = [0, 0];
    for (const [i, records] of this.recordsOfCluster.entries()) {
      // A cluster of which no record counts leaves a gap.
      if (!(records > 0)) continue;
      clusters++;
      deviations += ((this.ofCluster[i] ?? 0) - mean * records) ** 2;
    }
    const clustered = clusters < 2 ? 0 : (deviations * clusters) / (clusters - 1) / n;
    return { n, mean, variance, effect: variance === 0 ? 1 : Math.max(1, clustered / variance) };
  }
}
