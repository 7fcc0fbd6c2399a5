/**
 * What counts as nothing: far above rounding, far below what a design gives that tells variances apart. At variances of 1 the information
 * of one that can be estimated is about half the number of its levels.
 */
const NOTHING = 1e-9;

/**
 * Which variances the design of assessments tells apart. A variance can be estimated only where its matrix is no combination of those of
 * the others (C. R. Rao, Journal of Multivariate Analysis 1 (1971), 257–275): with the expected information F at variances of 1, where
 * something of F_kk is left after the others are swept out. One evaluator, for instance, is one with the mean, and evaluators of one
 * assessment each are one with the residual.
 */
export function toldApart(information: readonly (readonly number[])[]): boolean[] {
  return information.map((_, k) => leftAfter(information, others(information.length, k), k));
}

/**
 * Which variances to keep in an estimate so that each of those kept is told apart from the other ones kept: the last (the residual) first,
 * then in their order.
 */
export function keptApart(information: readonly (readonly number[])[]): boolean[] {
  const kept: number[] = [];
  const last = information.length - 1;
  for (const k of [last, ...others(last + 1, last)]) if (leftAfter(information, kept, k)) kept.push(k);
  return information.map((_, k) => kept.includes(k));
}

const others = (count: number, k: number): number[] =>
  Array.from({ length: count }, (_, i) => i).filter((i) => i !== k);

/** Whether anything of row k is left when other rows are swept out; of these, those that depend on one another are passed over. */
function leftAfter(matrix: readonly (readonly number[])[], swept: readonly number[], k: number): boolean {
  const at = (i: number, j: number): number => matrix[i]?.[j] ?? 0;
  const scale = matrix.map((_, i) => Math.sqrt(at(i, i)));
  const order = [...swept, k].filter((i) => at(i, i) > NOTHING);
  if (!order.includes(k)) return false;
  const a = order.map((i) => order.map((j) => at(i, j) / ((scale[i] ?? 0) * (scale[j] ?? 0))));
  a.slice(0, -1).forEach((pivotRow, p) => {
    const pivot = pivotRow[p] ?? 0;
    if (pivot <= NOTHING) return;
    for (const row of a.slice(p + 1)) {
      const factor = (row[p] ?? 0) / pivot;
      pivotRow.forEach((entry, j) => (row[j] = (row[j] ?? 0) - factor * entry));
    }
  });
  return (a.at(-1)?.at(-1) ?? 0) > NOTHING;
}
