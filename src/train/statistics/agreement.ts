/** How far two or more raters agree (一致性), beyond what chance alone gives them. */

/** What a difference between two categories costs: all differ alike, by their distance, or by its square. */
export type KappaWeighting = 'plain' | 'linear' | 'quadratic';

/** A coefficient of agreement with its standard error over items; the error is null where no figure can be given. */
export interface Kappa {
  readonly value: number;
  readonly error: number | null;
}

/** Agreement of categories number i and j of k. */
function agreementOf(weighting: KappaWeighting, i: number, j: number, k: number): number {
  if (weighting === 'plain' || k < 2) return i === j ? 1 : 0;
  const distance = Math.abs(i - j) / (k - 1);
  return 1 - (weighting === 'linear' ? distance : distance * distance);
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/**
 * Cohen's kappa of two raters (or of a rater and the truth) over the same items, plain or weighted; categories are numbers 0 … k−1 in
 * their order. Undefined where there is no item, or chance alone would agree everywhere.
 * Error: J. L. Fleiss, J. Cohen and B. S. Everitt (1969), large-sample standard errors of kappa and weighted kappa.
 */
export function cohenKappa(
  first: readonly number[],
  second: readonly number[],
  k: number,
  weighting: KappaWeighting,
): Kappa | undefined {
  const n = first.length;
  if (n === 0) return undefined;
  const shares = Array.from({ length: k }, () => new Float64Array(k));
  for (const [item, i] of first.entries()) {
    const row = shares[i];
    const j = second[item] ?? -1;
    if (row === undefined || j < 0 || j >= k)
      throw new Error(`item ${String(item)} has a category beyond ${String(k)}`);
    row[j] = (row[j] ?? 0) + 1 / n;
  }
  const indices = Array.from({ length: k }, (_, i) => i);
  const share = (i: number, j: number): number => shares[i]?.[j] ?? 0;
  const weight = (i: number, j: number): number => agreementOf(weighting, i, j, k);
  const ofFirst = indices.map((i) => sum(indices.map((j) => share(i, j))));
  const ofSecond = indices.map((j) => sum(indices.map((i) => share(i, j))));
  const over = (value: (i: number, j: number) => number): number =>
    sum(indices.map((i) => sum(indices.map((j) => value(i, j)))));
  const observed = over((i, j) => weight(i, j) * share(i, j));
  const expected = over((i, j) => weight(i, j) * (ofFirst[i] ?? 0) * (ofSecond[j] ?? 0));
  if (expected >= 1) return undefined;
  const value = (observed - expected) / (1 - expected);
  const meanOfRow = indices.map((i) => sum(indices.map((j) => weight(i, j) * (ofSecond[j] ?? 0))));
  const meanOfColumn = indices.map((j) => sum(indices.map((i) => weight(i, j) * (ofFirst[i] ?? 0))));
  const squares = over(
    (i, j) =>
      share(i, j) * (weight(i, j) - ((meanOfRow[i] ?? 0) + (meanOfColumn[j] ?? 0)) * (1 - value)) ** 2,
  );
  const variance = (squares - (value - expected * (1 - value)) ** 2) / (n * (1 - expected) ** 2);
  return { value, error: n > 1 ? Math.sqrt(Math.max(0, variance)) : null };
}

/** Of each item how many raters chose each category. */
export type ChoiceCounts = readonly (readonly number[])[];

/** Mean share of pairs of raters that agree on an item, over items with two raters at least. */
export function pairAgreement(counts: ChoiceCounts): number | undefined {
  const shares = counts.flatMap((choices) => {
    const raters = sum(choices);
    return raters < 2 ? [] : [sum(choices.map((n) => n * (n - 1))) / (raters * (raters - 1))];
  });
  return shares.length === 0 ? undefined : sum(shares) / shares.length;
}

/** Agreement among any number of raters: J. L. Fleiss (1971). Undefined where chance alone would agree everywhere. */
export function fleissKappa(counts: ChoiceCounts): number | undefined {
  const observed = pairAgreement(counts);
  const all = sum(counts.map(sum));
  if (observed === undefined || all === 0) return undefined;
  const totals = (counts[0] ?? []).map((_, j) => sum(counts.map((choices) => choices[j] ?? 0)) / all);
  const expected = sum(totals.map((share) => share * share));
  return expected >= 1 ? undefined : (observed - expected) / (1 - expected);
}

/**
 * Gwet's AC1 among any number of raters (K. L. Gwet 2008): stays near the share of agreement where one category is rare, where kappa
 * falls. Undefined where no item has two raters, or there is one category only.
 */
export function gwetAc1(counts: ChoiceCounts): number | undefined {
  const observed = pairAgreement(counts);
  const k = counts[0]?.length ?? 0;
  const rated = counts.filter((choices) => sum(choices) > 0);
  if (observed === undefined || k < 2) return undefined;
  const shares = Array.from(
    { length: k },
    (_, j) => sum(rated.map((choices) => (choices[j] ?? 0) / sum(choices))) / rated.length,
  );
  const expected = sum(shares.map((share) => share * (1 - share))) / (k - 1);
  return (observed - expected) / (1 - expected);
}

/** Share of items on which two raters differ by no more than so many categories: 0 exact, 1 within one. */
export function agreementWithin(
  first: readonly number[],
  second: readonly number[],
  most: number,
): number | undefined {
  if (first.length === 0) return undefined;
  return first.filter((i, item) => Math.abs(i - (second[item] ?? Infinity)) <= most).length / first.length;
}
