/**
 * The nine definitions of a sample quantile of R. J. Hyndman and Y. Fan, “Sample quantiles in statistical packages”, The American
 * Statistician 50 (1996), 361–365. Type 7 is the one of R and of spreadsheets.
 */
export type QuantileType = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;

/** By type 4 to 9: the α = β of the plotting positions (k − α) / (n + 1 − α − β); type 4 alone has β = 1. */
const positions: Readonly<Record<4 | 5 | 6 | 7 | 8 | 9, readonly [alpha: number, beta: number]>> = {
  4: [0, 1],
  5: [0.5, 0.5],
  6: [0, 0],
  7: [1, 1],
  8: [1 / 3, 1 / 3],
  9: [3 / 8, 3 / 8],
};

/** What a position may miss a whole number by through rounding and still be taken for it. */
const ROUNDING = 4 * Number.EPSILON;

/** The p-quantile, 0 ≤ p ≤ 1, of at least one value in rising order. */
export function quantile(rising: ArrayLike<number>, p: number, type: QuantileType = 7): number {
  const n = rising.length;
  const at = (place: number): number => rising[Math.min(n, Math.max(1, place)) - 1] ?? NaN;
  if (type === 1 || type === 2 || type === 3) {
    const place = n * p - (type === 3 ? 0.5 : 0);
    const whole = Math.floor(place + ROUNDING);
    const exact = place - whole < ROUNDING;
    if (!exact) return at(whole + 1);
    if (type === 1) return at(whole);
    if (type === 2) return (at(whole) + at(whole + 1)) / 2;
    return at(whole % 2 === 0 ? whole : whole + 1);
  }
  const [alpha, beta] = positions[type];
  const place = alpha + p * (n + 1 - alpha - beta);
  const whole = Math.floor(place + ROUNDING);
  const part = Math.abs(place - whole) < ROUNDING ? 0 : place - whole;
  return part === 0 ? at(whole) : (1 - part) * at(whole) + part * at(whole + 1);
}
