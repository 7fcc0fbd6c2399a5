/** P-values of several tests, adjusted so that a level stated for all of them together may be compared with each. */

/**
 * Adjusted so that true hypotheses are rejected, any of them, with no more than the level stated (family-wise error; S. Holm,
 * Scandinavian Journal of Statistics 6 (1979), 65–70). In the order given.
 */
export function holm(pValues: readonly number[]): number[] {
  const order = pValues.map((p, i) => ({ p, i })).sort((a, b) => a.p - b.p);
  const adjusted = new Array<number>(pValues.length).fill(1);
  let reached = 0;
  order.forEach(({ p, i }, rank) => {
    reached = Math.max(reached, Math.min(1, p * (pValues.length - rank)));
    adjusted[i] = reached;
  });
  return adjusted;
}

/**
 * Adjusted so that of all rejections no more than the level stated are expected to be false (false discovery rate; Y. Benjamini and
 * Y. Hochberg, Journal of the Royal Statistical Society B 57 (1995), 289–300). In the order given.
 */
export function benjaminiHochberg(pValues: readonly number[]): number[] {
  const order = pValues.map((p, i) => ({ p, i })).sort((a, b) => b.p - a.p);
  const adjusted = new Array<number>(pValues.length).fill(1);
  let reached = 1;
  order.forEach(({ p, i }, after) => {
    reached = Math.min(reached, p * (pValues.length / (pValues.length - after)));
    adjusted[i] = reached;
  });
  return adjusted;
}
