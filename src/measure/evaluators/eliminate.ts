/** A symmetric matrix, row by row; only entries on and above the diagonal are read and changed. */
export interface SymmetricMatrix {
  readonly size: number;
  readonly values: Float64Array;
}

/**
 * Gaussian elimination of the first `count` rows and columns of a positive semidefinite matrix, in place: what then stands in the
 * others is their Schur complement, and what stands in the eliminated rows are these as they were when their turn came. A pivot that is
 * no more than `nothing` of what it was at first belongs to a row that depends on earlier ones, and is passed over; this gives the same
 * complement as any generalised inverse. Returns the pivots, 0 for those passed over.
 */
export function eliminate({ size, values }: SymmetricMatrix, count: number, nothing: number): number[] {
  const at = (row: number, column: number): number => values[row * size + column] ?? 0;
  const before = Array.from({ length: count }, (_, k) => at(k, k));
  const pivots: number[] = [];
  for (let k = 0; k < count; k++) {
    const pivot = at(k, k);
    if (pivot <= nothing * (before[k] ?? 0)) {
      pivots.push(0);
      continue;
    }
    pivots.push(pivot);
    const pivotRow = values.subarray(k * size, (k + 1) * size);
    for (let i = k + 1; i < size; i++) {
      const factor = (pivotRow[i] ?? 0) / pivot;
      if (factor === 0) continue;
      const row = i * size;
      for (let j = i; j < size; j++) values[row + j] = (values[row + j] ?? 0) - factor * (pivotRow[j] ?? 0);
    }
  }
  return pivots;
}

/** Solves a small system of linear equations; null unless its matrix is positive definite. */
export function solvePositive(
  matrix: readonly (readonly number[])[],
  right: readonly number[],
): number[] | null {
  const n = right.length;
  const size = n + 1;
  const values = new Float64Array(size * size);
  matrix.forEach((row, i) => {
    values.set(row, i * size);
    values[i * size + n] = right[i] ?? 0;
  });
  const pivots = eliminate({ size, values }, n, 0);
  if (pivots.includes(0)) return null;
  const solution: number[] = Array.from({ length: n }, () => 0);
  for (let i = n - 1; i >= 0; i--) {
    let rest = values[i * size + n] ?? 0;
    for (let j = i + 1; j < n; j++) rest -= (values[i * size + j] ?? 0) * (solution[j] ?? 0);
    solution[i] = rest / (pivots[i] ?? NaN);
  }
  return solution;
}
