/** The standard normal distribution, as figures need it: exact to rounding in the middle and in the tails. */

/** From here on a tail is computed by its continued fraction, whose terms leave a relative error below 1e-15. */
const TAIL_FROM = 4;
const TAIL_TERMS = 30;
const ROOT_TWO_PI = 2.5066282746310002;

/**
 * Chance that a standard normal variable lies below x: the algorithm of Hart (1968) as given by G. West, Wilmott Magazine
 * (May 2005), up to 4; beyond, the continued fraction of Laplace. Relative error below 1e-12, in the lower tail too.
 */
export function normalCdf(x: number): number {
  const z = Math.abs(x);
  if (z > 38) return x > 0 ? 1 : 0;
  const e = Math.exp((-z * z) / 2);
  let upper: number;
  if (z < TAIL_FROM) {
    const a =
      (((((0.0352624965998911 * z + 0.700383064443688) * z + 6.37396220353165) * z + 33.912866078383) * z +
        112.079291497871) *
        z +
        221.213596169931) *
        z +
      220.206867912376;
    const b =
      ((((((0.0883883476483184 * z + 1.75566716318264) * z + 16.064177579207) * z + 86.7807322029461) * z +
        296.564248779674) *
        z +
        637.333633378831) *
        z +
        793.826512519948) *
        z +
      440.413735824752;
    upper = (e * a) / b;
  } else {
    let fraction = z;
    for (let k = TAIL_TERMS; k > 0; k--) fraction = z + k / fraction;
    upper = e / (fraction * ROOT_TWO_PI);
  }
  return x > 0 ? 1 - upper : upper;
}

/** A polynomial, the coefficient of the highest power first. */
const polynomial = (x: number, coefficients: readonly number[]): number =>
  coefficients.reduce((sum, coefficient) => sum * x + coefficient, 0);

/** Numerator and denominator of each of the three stretches, in the order of the printed algorithm turned round. */
const middle = [
  [
    2509.0809287301227, 33430.57558358813, 67265.7709270087, 45921.95393154987, 13731.69376550946,
    1971.5909503065513, 133.14166789178438, 3.3871328727963665,
  ],
  [
    5226.495278852854, 28729.085735721943, 39307.89580009271, 21213.794301586597, 5394.196021424751,
    687.1870074920579, 42.31333070160091, 1,
  ],
] as const;
const outer = [
  [
    0.0007745450142783414, 0.022723844989269184, 0.2417807251774506, 1.2704582524523684, 3.6478483247632045,
    5.769497221460691, 4.630337846156546, 1.4234371107496835,
  ],
  [
    1.0507500716444169e-9, 0.0005475938084995345, 0.015198666563616457, 0.14810397642748008, 0.6897673349851,
    1.6763848301838038, 2.053191626637759, 1,
  ],
] as const;
const far = [
  [
    2.0103343992922881e-7, 0.000027115555687434876, 0.0012426609473880784, 0.026532189526576124,
    0.29656057182850487, 1.7848265399172913, 5.463784911164114, 6.657904643501103,
  ],
  [
    2.0442631033899397e-15, 1.421511758316446e-7, 0.000018463183175100548, 0.0007868691311456133,
    0.014875361290850615, 0.1369298809227358, 0.599832206555888, 1,
  ],
] as const;

/**
 * The value below which a standard normal variable lies with chance p, 0 < p < 1; infinite at 0 and 1. M. J. Wichura,
 * Algorithm AS 241, Applied Statistics 37 (1988), 477–484 (PPND16: relative error about 1e-16).
 */
export function normalQuantile(p: number): number {
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) {
    const r = 0.180625 - q * q;
    return (q * polynomial(r, middle[0])) / polynomial(r, middle[1]);
  }
  const less = q < 0 ? p : 1 - p;
  if (less <= 0) return q < 0 ? -Infinity : Infinity;
  const r = Math.sqrt(-Math.log(less));
  const [[above, under], from] = r <= 5 ? [outer, 1.6] : [far, 5];
  const value = polynomial(r - from, above) / polynomial(r - from, under);
  return q < 0 ? -value : value;
}
