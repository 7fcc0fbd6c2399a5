/** Eigenvalues of a symmetric matrix, and by eigenvalue its eigenvector of length 1. */
export interface SymmetricEigen {
  readonly values: Float64Array;
  readonly vectors: readonly Float64Array[];
}

/** Rounds over all pairs of rows; ten suffice for hundreds of rows. */
const MOST_ROUNDS = 60;
const SMALL = 1e-13;

/**
 * Jacobi's way, which is exact to rounding: pairs of rows are turned until nothing but the diagonal is left. The rows are changed. Source:
 * G. H. Golub, C. F. Van Loan, Matrix Computations (4th edition, 2013), §8.5.
 */
export function symmetricEigen(rows: readonly Float64Array[]): SymmetricEigen {
  const n = rows.length;
  const vectors = rows.map((_, i) => Float64Array.from({ length: n }, (_, j) => (i === j ? 1 : 0)));
  const scale = Math.sqrt(rows.reduce((sum, row) => sum + row.reduce((squares, x) => squares + x * x, 0), 0));
  const small = (SMALL * scale) / Math.max(1, n);
  for (let round = 0, turned = true; turned && round < MOST_ROUNDS; round++) {
    turned = false;
    rows.forEach((rowP, p) => {
      for (let q = p + 1; q < n; q++) {
        const rowQ = rows[q];
        const [vectorP, vectorQ] = [vectors[p], vectors[q]];
        if (rowQ === undefined || vectorP === undefined || vectorQ === undefined) continue;
        const off = rowP[q] ?? 0;
        if (Math.abs(off) <= small) continue;
        turned = true;
        const theta = ((rowQ[q] ?? 0) - (rowP[p] ?? 0)) / (2 * off);
        const tangent = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        const cosine = 1 / Math.sqrt(tangent * tangent + 1);
        const sine = tangent * cosine;
        turn(rowP, rowQ, cosine, sine);
        for (const row of rows) turnPair(row, p, q, cosine, sine);
        turn(vectorP, vectorQ, cosine, sine);
      }
    });
  }
  return { values: Float64Array.from(rows, (row, i) => row[i] ?? 0), vectors };
}

function turn(one: Float64Array, other: Float64Array, cosine: number, sine: number): void {
  for (let j = 0; j < one.length; j++) {
    const a = one[j] ?? 0;
    const b = other[j] ?? 0;
    one[j] = cosine * a - sine * b;
    other[j] = sine * a + cosine * b;
  }
}

function turnPair(row: Float64Array, p: number, q: number, cosine: number, sine: number): void {
  const a = row[p] ?? 0;
  const b = row[q] ?? 0;
  row[p] = cosine * a - sine * b;
  row[q] = sine * a + cosine * b;
}
