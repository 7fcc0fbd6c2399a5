/** Ranks from the lowest value, ties at the mean of their places. */
function meanRanks(values: readonly number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  return values.map((value) => (sorted.indexOf(value) + sorted.lastIndexOf(value)) / 2);
}

/**
 * Rank correlation of Spearman (1904): the product-moment correlation of the ranks, ties at their mean place. NaN for
 * fewer than two pairs, or where one side does not vary.
 */
export function spearman(a: readonly number[], b: readonly number[]): number {
  const [x, y] = [meanRanks(a), meanRanks(b)];
  const middle = (a.length - 1) / 2;
  const product = (p: readonly number[], q: readonly number[]): number =>
    p.reduce((sum, value, i) => sum + (value - middle) * ((q[i] ?? 0) - middle), 0);
  return product(x, y) / Math.sqrt(product(x, x) * product(y, y));
}

/**
 * Rank correlation of Kendall (1938), τ-b: pairs in the same order less pairs in the other, over all pairs that neither side ties.
 * NaN for fewer than two pairs, or where one side does not vary.
 */
export function kendall(a: readonly number[], b: readonly number[]): number {
  let order = 0;
  let [apartA, apartB] = [0, 0];
  for (let i = 1; i < a.length; i++) {
    for (let j = 0; j < i; j++) {
      const [x, y] = [Math.sign((a[i] ?? 0) - (a[j] ?? 0)), Math.sign((b[i] ?? 0) - (b[j] ?? 0))];
      order += x * y;
      apartA += Math.abs(x);
      apartB += Math.abs(y);
    }
  }
  return order / Math.sqrt(apartA * apartB);
}
