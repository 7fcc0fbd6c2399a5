import type { Cell, Comparison, Judged, Verdict } from '../../model/quality-report.ts';
import { chiSquareTail } from '../../model/math/chi-square.ts';
import { holm } from '../../model/math/multiple-tests.ts';

/**
 * Compares counts with what a model expects. With millions of rows the roundings of a model become “significant”, and
 * with few rows nothing does: so a verdict goes by the size of the difference, and the p-value only says whether chance
 * could have made it.
 */

/** Pearson's test asks for so many expected counts in each cell; smaller ones are taken together. */
const LEAST_EXPECTED = 5;
/** Mean absolute value of a standard normal variable. */
const MEAN_ABSOLUTE = Math.sqrt(2 / Math.PI);

const total = (cells: readonly Cell[], of: 'observed' | 'expected'): number =>
  cells.reduce((sum, cell) => sum + cell[of], 0);

/** Takes the cells with the smallest expected counts together until each cell has enough. */
function pooled(cells: readonly Cell[]): Cell[] {
  const rising = [...cells].sort((a, b) => a.expected - b.expected);
  const large: Cell[] = [];
  let small: Cell = { key: '', observed: 0, expected: 0 };
  for (const cell of rising) {
    if (cell.expected >= LEAST_EXPECTED && (small.expected === 0 || small.expected >= LEAST_EXPECTED)) {
      large.push(cell);
    } else {
      small = {
        key: '',
        observed: small.observed + cell.observed,
        expected: small.expected + cell.expected,
      };
    }
  }
  return small.expected > 0 ? [small, ...large] : large;
}

function pearson(
  cells: readonly Cell[],
  lostDegrees: number,
): { statistic: number | null; df: number; p: number } {
  const impossible = cells.some(({ observed, expected }) => expected <= 0 && observed > 0);
  const kept = pooled(cells.filter(({ expected }) => expected > 0));
  const df = Math.max(0, kept.length - lostDegrees);
  if (impossible) return { statistic: null, df, p: 0 };
  const statistic = kept.reduce(
    (sum, { observed, expected }) => sum + (observed - expected) ** 2 / expected,
    0,
  );
  return { statistic, df, p: df === 0 ? 1 : chiSquareTail(statistic, df) };
}

/** Compares the shape of a distribution: expected counts are scaled to the number observed. */
export function compareShapes(cells: readonly Cell[], limit: number): Comparison {
  const n = total(cells, 'observed');
  const all = total(cells, 'expected');
  const scaled = cells.map((cell) => ({ ...cell, expected: all === 0 ? 0 : (cell.expected * n) / all }));
  return {
    effect: 'distance',
    size:
      n === 0 ? 0 : scaled.reduce((sum, cell) => sum + Math.abs(cell.observed - cell.expected), 0) / (2 * n),
    limit,
    noise:
      n === 0
        ? Infinity
        : (MEAN_ABSOLUTE *
            scaled.reduce(
              (sum, { expected }) => sum + Math.sqrt(Math.max(0, expected * (1 - expected / n))),
              0,
            )) /
          (2 * n),
    ...pearson(scaled, 1),
    n,
    cells: scaled,
  };
}

/** Compares counts that each are Poisson around their expectation: the total counts too. */
export function compareCounts(cells: readonly Cell[], limit: number): Comparison {
  const all = total(cells, 'expected');
  return {
    effect: 'distance',
    size:
      all === 0
        ? 0
        : cells.reduce((sum, cell) => sum + Math.abs(cell.observed - cell.expected), 0) / (2 * all),
    limit,
    noise:
      all === 0
        ? Infinity
        : (MEAN_ABSOLUTE * cells.reduce((sum, { expected }) => sum + Math.sqrt(expected), 0)) / (2 * all),
    ...pearson(cells, 0),
    n: total(cells, 'observed'),
    cells,
  };
}

/** Compares one count with its expectation, known to vary by this variance; `n` are those that could have been counted. */
export function compareShare(cell: Cell, variance: number, n: number, limit: number): Comparison {
  const { observed, expected } = cell;
  const impossible = variance <= 0 && Math.abs(observed - expected) > 1e-6 * Math.max(1, expected);
  const statistic = variance <= 0 ? 0 : (observed - expected) ** 2 / variance;
  return {
    effect: 'ratio',
    size: expected > 0 ? Math.abs(observed / expected - 1) : observed > 0 ? 1 : 0,
    limit,
    noise: expected > 0 ? (MEAN_ABSOLUTE * Math.sqrt(Math.max(0, variance))) / expected : 0,
    statistic: impossible ? null : statistic,
    df: 1,
    p: impossible ? 0 : chiSquareTail(statistic, 1),
    n,
    cells: [cell],
  };
}

/** A difference is held to be no chance below this p-value, adjusted for the number of tests. */
const LEVEL = 0.01;

/** Judges several comparisons together. */
export function judge<T extends Comparison>(comparisons: readonly T[]): (T & Judged)[] {
  const adjusted = holm(comparisons.map(({ p }) => p));
  return comparisons.map((comparison, i) => {
    const p = adjusted[i] ?? 1;
    return { ...comparison, adjusted: p, verdict: verdictOn(comparison, p) };
  });
}

function verdictOn({ size, limit, noise }: Comparison, p: number): Verdict {
  if (size > limit) return p < LEVEL ? 'unlike' : 'few';
  return noise > limit ? 'few' : 'like';
}
