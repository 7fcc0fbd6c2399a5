/** The chi-square distribution and what a test of fit needs besides. */

/** Logarithm of the gamma function for x > 0, by the series of Lanczos (g = 7, n = 9; relative error below 1e-14). */
export function logGamma(x: number): number {
  const terms = [
    676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406, 12.507343278686905,
    -0.13857109526572012, 9.984369578019572e-6, 1.5056327351493116e-7,
  ];
  const z = x - 1;
  const sum = terms.reduce((total, term, i) => total + term / (z + i + 1), 0.9999999999998099);
  const t = z + 7.5;
  return 0.5 * Math.log(2 * Math.PI) + (z + 0.5) * Math.log(t) - t + Math.log(sum);
}

const ENOUGH_TERMS = 10_000;
const SMALLEST = 1e-300;

/**
 * Upper regularised incomplete gamma function Q(a, x), a > 0: the power series below a + 1, the continued fraction of
 * Legendre (evaluated by Lentz's way) above. Source of both: Abramowitz and Stegun, 6.5.29 and 6.5.31.
 */
function upperGamma(a: number, x: number): number {
  if (x <= 0) return 1;
  const scale = Math.exp(a * Math.log(x) - x - logGamma(a));
  if (x < a + 1) {
    let term = 1 / a;
    let sum = term;
    for (let n = 1; n < ENOUGH_TERMS && term > sum * 1e-17; n++) {
      term *= x / (a + n);
      sum += term;
    }
    return Math.max(0, 1 - scale * sum);
  }
  let b = x + 1 - a;
  let c = 1 / SMALLEST;
  let d = 1 / b;
  let fraction = d;
  for (let n = 1; n < ENOUGH_TERMS; n++) {
    const step = -n * (n - a);
    b += 2;
    d = 1 / (Math.abs(step * d + b) < SMALLEST ? SMALLEST : step * d + b);
    c = Math.abs(b + step / c) < SMALLEST ? SMALLEST : b + step / c;
    const factor = c * d;
    fraction *= factor;
    if (Math.abs(factor - 1) < 1e-16) break;
  }
  return scale * fraction;
}

/** Chance that a chi-square variable with `df` > 0 degrees of freedom exceeds x. */
export const chiSquareTail = (x: number, df: number): number =>
  x === Infinity ? 0 : upperGamma(df / 2, x / 2);
