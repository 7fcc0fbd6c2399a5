import { Z95 } from '../../model/math/interval.ts';
import { quantile } from '../../model/math/quantile.ts';
import { draw, stream } from '../../model/math/random.ts';

/**
 * Outcomes of a Monte Carlo plan after Saltelli: of two independent matrices of draws, A and B, and for each factor of A with
 * that factor taken from B.
 */
export interface SobolBlocks {
  readonly a: Float64Array;
  readonly b: Float64Array;
  readonly ab: readonly Float64Array[];
}

/** Share of the variance of the outcome that a factor makes. */
export interface SobolIndex {
  /** By itself. */
  readonly first: number;
  /** With all that it makes together with others. */
  readonly total: number;
}

/** A share with its standard error and the middle 90% of the bootstrap. */
export interface SobolEstimate {
  readonly value: number;
  readonly error: number;
  readonly low: number;
  readonly high: number;
}

export interface SobolResult {
  readonly first: SobolEstimate;
  readonly total: SobolEstimate;
  /** True where a first index exceeds its total by more than chance allows, or the error is large: more draws are needed. */
  readonly unsure: boolean;
}

/** Replications of the bootstrap, and the standard error above which an index is called unsure. */
const REPLICATIONS = 200;
const LARGEST_ERROR = 0.1;

const NO_INDEX: SobolIndex = { first: NaN, total: NaN };

/**
 * First indices by Saltelli, Annoni, Azzini, Campolongo, Ratto and Tarantola (2010), total ones by Jansen (1999), over the
 * variance of A and B together; as COINr computes them. Null where the outcome does not vary.
 */
export function sobolIndices({ a, b, ab }: SobolBlocks, rows?: Uint32Array): SobolIndex[] | null {
  const n = a.length;
  const at = (i: number): number => rows?.[i] ?? i;
  let sum = 0;
  for (let i = 0; i < n; i++) sum += (a[at(i)] ?? 0) + (b[at(i)] ?? 0);
  const mean = sum / (2 * n);
  let squares = 0;
  for (let i = 0; i < n; i++) squares += ((a[at(i)] ?? 0) - mean) ** 2 + ((b[at(i)] ?? 0) - mean) ** 2;
  const variance = squares / (2 * n - 1);
  if (!(variance > 0)) return null;
  return ab.map((mixed) => {
    let [first, total] = [0, 0];
    for (let i = 0; i < n; i++) {
      const row = at(i);
      const change = (mixed[row] ?? 0) - (a[row] ?? 0);
      first += (b[row] ?? 0) * change;
      total += change * change;
    }
    return { first: first / n / variance, total: total / (2 * n * variance) };
  });
}

/** Indices with the error that the number of draws leaves: rows are drawn anew with replacement, keyed by the seed. */
export function sobolWithErrors(blocks: SobolBlocks, seed: number): SobolResult[] | null {
  const values = sobolIndices(blocks);
  if (values === null) return null;
  const n = blocks.a.length;
  const rows = new Uint32Array(n);
  const replicated: SobolIndex[][] = [];
  for (let r = 0; r < REPLICATIONS; r++) {
    for (let i = 0; i < n; i++) rows[i] = draw(seed, stream.choiceBootstrap, r, i, 0) % n;
    const indices = sobolIndices(blocks, rows);
    if (indices) replicated.push(indices);
  }
  return values.map((value, factor) => {
    const of = (read: (index: SobolIndex) => number): SobolEstimate =>
      estimate(
        read(value),
        replicated.map((indices) => read(indices[factor] ?? NO_INDEX)),
      );
    const [first, total] = [of((index) => index.first), of((index) => index.total)];
    // Both come from the same rows: what lies between them has an error of its own.
    const excess = of((index) => index.first - index.total);
    const unsure =
      excess.value > Z95 * excess.error || first.error > LARGEST_ERROR || total.error > LARGEST_ERROR;
    return { first, total, unsure };
  });
}

function estimate(value: number, replicated: readonly number[]): SobolEstimate {
  const sorted = Float64Array.from(replicated).sort();
  const mean = sorted.reduce((sum, one) => sum + one, 0) / sorted.length;
  const squares = sorted.reduce((sum, one) => sum + (one - mean) ** 2, 0);
  return {
    value,
    error: Math.sqrt(squares / (sorted.length - 1)),
    low: quantile(sorted, 0.05),
    high: quantile(sorted, 0.95),
  };
}
