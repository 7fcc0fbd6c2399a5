import { compareCounts, compareShapes, compareShare } from './goodness-of-fit.ts';
import type { Cell, GoodnessOfFit, LikenessGroup } from '../../model/quality-report.ts';
import { approximateNormalQuantile } from '../../model/math/random.ts';
import { LIMITS } from './limits.ts';

/** Observed and expected counts of a list of cells, by their number in it. */
export class Counts {
  private readonly observed: Float64Array;
  private readonly expected: Float64Array;

  constructor(private readonly keys: readonly string[]) {
    this.observed = new Float64Array(keys.length);
    this.expected = new Float64Array(keys.length);
  }

  see(cell: number): void {
    this.observed[cell] = (this.observed[cell] ?? 0) + 1;
  }

  expect(cell: number, n: number): void {
    this.expected[cell] = (this.expected[cell] ?? 0) + n;
  }

  /** Expects these chances of the cells from the one of this number on. */
  expectAll(first: number, chances: ArrayLike<number>): void {
    for (let i = 0; i < chances.length; i++) this.expect(first + i, chances[i] ?? 0);
  }

  /** The line of their shape, or none: a distribution of one cell says nothing. */
  shapes(group: LikenessGroup, name: string, limit: number = LIMITS.shape): GoodnessOfFit[] {
    const cells = this.cells();
    return cells.length > 1 ? [{ group, name, ...compareShapes(cells, limit) }] : [];
  }

  /** The line of their numbers. */
  volumes(group: LikenessGroup, name: string): GoodnessOfFit[] {
    const cells = this.cells();
    return cells.length > 1 ? [{ group, name, ...compareCounts(cells, LIMITS.volume) }] : [];
  }

  /** The cells where anything is expected or was seen. */
  private cells(): Cell[] {
    return this.keys
      .map((key, i) => ({ key, observed: this.observed[i] ?? 0, expected: this.expected[i] ?? 0 }))
      .filter(({ observed, expected }) => observed > 0 || expected > 0);
  }
}

/** A count of yes among chances that differ from one to the next. */
export class ShareCounter {
  private observed = 0;
  private expected = 0;
  private variance = 0;
  private n = 0;

  add(yes: boolean, chance: number): void {
    if (yes) this.observed++;
    this.expected += chance;
    this.variance += chance * (1 - chance);
    this.n++;
  }

  /** The line, or none: a share of nothing says nothing. */
  line(group: LikenessGroup, name: string): GoodnessOfFit[] {
    const { observed, expected } = this;
    if (observed === 0 && expected === 0) return [];
    const cell = { key: name, observed, expected };
    return [{ group, name, ...compareShare(cell, this.variance, this.n, LIMITS.share) }];
  }
}

const TENTHS = 10;

/** Delays: where each lies in the distribution expected, in tenths, and as normal scores. */
export class Delays {
  private readonly tenths = new Float64Array(TENTHS);
  private n = 0;
  private sum = 0;
  private squares = 0;

  /**
   * A delay that lies between these two shares of its distribution: seconds are whole, so its weight is spread over the
   * tenths between them (C. Czado, T. Gneiting, L. Held, Biometrics 65 (2009), 1254–1261).
   */
  add(low: number, high: number): void {
    const width = high - low;
    for (let i = Math.min(TENTHS - 1, Math.floor(low * TENTHS)); i < TENTHS; i++) {
      const from = Math.max(low, i / TENTHS);
      const to = Math.min(high, (i + 1) / TENTHS);
      if (to < from) break;
      this.tenths[i] = (this.tenths[i] ?? 0) + (width <= 0 ? 1 : (to - from) / width);
      if (width <= 0) break;
    }
    const score = approximateNormalQuantile(Math.min(1 - 1e-6, Math.max(1e-6, (low + high) / 2)));
    this.n++;
    this.sum += score;
    this.squares += score * score;
  }

  /** The line; its cells are tenths of the distribution expected, whose logarithm spreads so much. */
  line(name: string, spread: number): GoodnessOfFit {
    const mean = this.n === 0 ? 0 : this.sum / this.n;
    const deviation = this.n < 2 ? 1 : Math.sqrt(Math.max(0, this.squares / this.n - mean * mean));
    return {
      group: 'rating',
      name,
      ...compareShapes(
        Array.from(this.tenths, (observed, i) => ({ key: String(i + 1), observed, expected: 1 })),
        LIMITS.shape,
      ),
      n: this.n,
      factors: { median: Math.exp(mean * spread), spread: deviation },
    };
  }
}

/** Keys of cells that are whole numbers. */
export const numbered = (from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, i) => String(from + i));
