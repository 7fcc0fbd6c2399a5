/** Student's t distribution with df ≥ 1 degrees of freedom, whole or not; df infinite is the normal distribution. */
import { normalCdf, normalQuantile } from './normal.ts';

/** From so many degrees of freedom on, the normal distribution stands for it: a tail differs by a part of t⁴ / (4 df). */
const NORMAL_FROM = 1e9;
const ENOUGH_STEPS = 1_000_000;
const SMALLEST = 1e-300;

/**
 * Γ(a + ½) / Γ(a): the asymptotic series above 20 (relative error below 1e-12), brought down by Γ(a + 1) = a Γ(a). A
 * difference of two logarithms would lose the digits that many degrees of freedom need.
 */
function gammaRatio(a: number): number {
  let factor = 1;
  let from = a;
  while (from < 20) {
    factor *= from / (from + 0.5);
    from += 1;
  }
  const x = 1 / from;
  const series =
    1 +
    x *
      (-1 / 8 +
        x *
          (1 / 128 +
            x *
              (5 / 1024 +
                x *
                  (-21 / 32_768 +
                    x * (-399 / 262_144 + x * (869 / 4_194_304 + (x * 39_325) / 33_554_432))))));
  return factor * Math.sqrt(from) * series;
}

/**
 * The continued fraction of the incomplete beta function, evaluated by Lentz's way; it converges fast for
 * x < (a + 1) / (a + b + 2). Source: Abramowitz and Stegun, 26.5.8.
 */
function betaFraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 / notNothing(1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let m = 1; m < ENOUGH_STEPS; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / notNothing(1 + even * d);
    c = notNothing(1 + even / c);
    fraction *= c * d;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / notNothing(1 + odd * d);
    c = notNothing(1 + odd / c);
    fraction *= c * d;
    if (Math.abs(c * d - 1) < 1e-16) break;
  }
  return fraction;
}

const notNothing = (x: number): number => (Math.abs(x) < SMALLEST ? SMALLEST : x);

/** Density at 0 of the distribution. */
const densityAtZero = (df: number): number => gammaRatio(df / 2) / Math.sqrt(Math.PI * df);

/** Density at t. */
const density = (t: number, df: number): number =>
  densityAtZero(df) * Math.exp((-(df + 1) / 2) * Math.log1p((t * t) / df));

/** Chance of a value above t > 0, and that of one between 0 and t: whichever is computed without a loss of digits. */
function parts(t: number, df: number): { readonly above: number; readonly within: number } {
  const a = df / 2;
  const square = t * t;
  const x = df / (df + square);
  // x^a (1 - x)^½ / B(a, ½), with B(a, ½) = Γ(a) √π / Γ(a + ½).
  const scale =
    (Math.exp(-a * Math.log1p(square / df)) * Math.sqrt(square / (df + square)) * gammaRatio(a)) /
    Math.sqrt(Math.PI);
  if (x < (a + 1) / (a + 2.5)) {
    const above = (scale * betaFraction(x, a, 0.5)) / a / 2;
    return { above, within: 0.5 - above };
  }
  const within = scale * betaFraction(square / (df + square), 0.5, a);
  return { above: 0.5 - within, within };
}

/** Chance that a t variable lies below t. Relative error below 1e-10, in the lower tail too, up to 10⁸ degrees of freedom. */
export function tCdf(t: number, df: number): number {
  if (df >= NORMAL_FROM) return normalCdf(t);
  if (t === 0) return 0.5;
  if (Math.abs(t) > 1e150) return t > 0 ? 1 : 0;
  const { above } = parts(Math.abs(t), df);
  return t > 0 ? 1 - above : above;
}

/** Steps of Newton's way; it needs about ten. */
const MOST_STEPS = 100;

/**
 * The value below which a t variable lies with chance p, 0 < p < 1; infinite at 0 and 1. Newton's way on functions bent to one
 * side only, so that it cannot run away: the chance from 0 on in the middle, the logarithms of tail and value outside.
 */
export function tQuantile(p: number, df: number): number {
  if (df >= NORMAL_FROM) return normalQuantile(p);
  const less = p < 0.5 ? p : 1 - p;
  if (less <= 0) return p < 0.5 ? -Infinity : Infinity;
  if (p === 0.5) return 0;
  const value = less > 0.25 ? nearValue(0.5 - less, df) : farValue(less, df);
  return p < 0.5 ? -value : value;
}

/** The t > 0 with this chance between 0 and it. */
function nearValue(within: number, df: number): number {
  let t = within / densityAtZero(df);
  for (let step = 0; step < MOST_STEPS; step++) {
    const move = (within - parts(t, df).within) / density(t, df);
    t += move;
    if (Math.abs(move) <= 1e-15 * t) break;
  }
  return t;
}

/** The t > 0 with this chance above it. */
function farValue(above: number, df: number): number {
  let t = -normalQuantile(above);
  for (let step = 0; step < MOST_STEPS; step++) {
    const tail = parts(t, df).above;
    const move = (Math.log(tail / above) * tail) / (density(t, df) * t);
    t *= Math.exp(move);
    if (Math.abs(move) <= 1e-15) break;
  }
  return t;
}
