/** What all units of a kind say of a value before any of them is looked at (先验): where it lies, and how much units differ. */
export interface EmpiricalPrior {
  readonly mean: number;
  /** Standard deviation between units, beside that of their draws. */
  readonly deviation: number;
}

/** A value and its variance for a new draw. */
export interface DrawnValue {
  readonly value: number;
  readonly variance: number;
}

const FEWEST = 3;
const STEPS = 60;

/**
 * The prior of empirical Bayes (经验贝叶斯) from values of unequal certainty: the variance between units with which the weighted squares of
 * the values are what chance would make them, by the method of moments. Source: R. C. Paule and J. Mandel, Journal of Research of the
 * National Bureau of Standards 87 (1982), 377–385. Undefined for fewer than three units.
 */
export function empiricalPrior(units: readonly DrawnValue[]): EmpiricalPrior | undefined {
  if (units.length < FEWEST) return undefined;
  const meanWith = (between: number): number => {
    const weights = units.map(({ variance }) => 1 / (variance + between));
    const all = weights.reduce((sum, weight) => sum + weight, 0);
    return units.reduce((sum, { value }, i) => sum + (weights[i] ?? 0) * value, 0) / all;
  };
  const excess = (between: number): number => {
    const mean = meanWith(between);
    const squares = units.reduce(
      (sum, { value, variance }) => sum + (value - mean) ** 2 / (variance + between),
      0,
    );
    return squares - (units.length - 1);
  };
  const least = Math.min(...units.map(({ variance }) => variance));
  if (least > 0 && excess(0) <= 0) return { mean: meanWith(0), deviation: 0 };
  let [low, high] = [0, 1];
  while (excess(high) > 0) high *= 2;
  for (let step = 0; step < STEPS; step++) {
    const middle = (low + high) / 2;
    if (excess(middle) > 0) low = middle;
    else high = middle;
  }
  return { mean: meanWith(high), deviation: Math.sqrt(high) };
}

/** A value drawn towards the prior, the more the less it is known (C. N. Morris, JASA 78 (1983), 47–55). */
export function shrink({ value, variance }: DrawnValue, { mean, deviation }: EmpiricalPrior): number {
  const own = deviation ** 2 / (deviation ** 2 + variance);
  return mean + own * (value - mean);
}
