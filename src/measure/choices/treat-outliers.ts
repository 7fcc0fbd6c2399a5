/** Limits of a column of values: one that is beyond both is treated. */
const MOST_SKEWNESS = 2;
const MOST_KURTOSIS = 3.5;
/** Points that are brought in at most before the logarithm is taken instead. */
const MOST_POINTS = 5;

/** What was done to a column. */
export interface Treatment {
  readonly values: Float64Array;
  /** Points brought in to the next value. */
  readonly winsorised: number;
  readonly logarithm: boolean;
}

/** Sums of powers of the distances from the mean. */
function centralSums(values: Float64Array): { n: number; second: number; third: number; fourth: number } {
  const n = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  let [second, third, fourth] = [0, 0, 0];
  for (const value of values) {
    const square = (value - mean) ** 2;
    second += square;
    third += square * (value - mean);
    fourth += square * square;
  }
  return { n, second, third, fourth };
}

/** Skewness (偏度) G1 of a sample, as spreadsheets have it; NaN for fewer than three values or equal ones. */
export function skewness(values: Float64Array): number {
  const { n, second, third } = centralSums(values);
  return (((Math.sqrt(n) * third) / second ** 1.5) * Math.sqrt(n * (n - 1))) / (n - 2);
}

/** Excess kurtosis (峰度) G2 of a sample, as spreadsheets have it; NaN for fewer than four values or equal ones. */
export function kurtosis(values: Float64Array): number {
  const { n, second, fourth } = centralSums(values);
  const excess = (n * fourth) / (second * second) - 3;
  return (((n + 1) * excess + 6) * (n - 1)) / ((n - 2) * (n - 3));
}

const hasOutliers = (values: Float64Array): boolean =>
  Math.abs(skewness(values)) >= MOST_SKEWNESS && kurtosis(values) >= MOST_KURTOSIS;

/**
 * Treats the outliers of a column by the rule of the package COINr (Becker, Caperna, Del Sorbo, Norlén, Papadimitriou and
 * Saisana 2022): where |skewness| ≥ 2 and kurtosis ≥ 3.5, the farthest value on the side of the skew is brought in to the
 * next one (winsorised), until the limits are kept or five points are; where five do not help, the logarithm
 * ln(x − min + 0.01 (max − min)) of the untreated values is taken. Values that are not there (NaN) stay so.
 */
export function treatOutliers(column: Float64Array, mayTakeLogarithm = true): Treatment {
  const there = column.filter((value) => !Number.isNaN(value));
  const untreated = { values: column, winsorised: 0, logarithm: false };
  if (!hasOutliers(there)) return untreated;
  const [least, most] = [Math.min(...there), Math.max(...there)];
  let [low, high] = [least, most];
  const between = (value: number): number => Math.min(high, Math.max(low, value));
  let treated = there;
  let winsorised = 0;
  while (hasOutliers(treated) && winsorised < MOST_POINTS) {
    if (skewness(treated) >= 0) high = treated.reduce((next, x) => (x < high && x > next ? x : next), low);
    else low = treated.reduce((next, x) => (x > low && x < next ? x : next), high);
    // Two values alone: bringing one in would leave nothing to compare.
    if (low === high) return untreated;
    treated = there.map(between);
    winsorised = there.filter((value) => value < low || value > high).length;
  }
  if (!hasOutliers(treated) || !mayTakeLogarithm) {
    return { values: column.map(between), winsorised, logarithm: false };
  }
  const shift = 0.01 * (most - least) - least;
  return { values: column.map((value) => Math.log(value + shift)), winsorised: 0, logarithm: true };
}
