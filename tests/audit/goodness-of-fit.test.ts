import { describe, expect, it } from 'vitest';
import {
  compareCounts,
  compareShapes,
  compareShare,
  judge,
} from '../../src/audit/likeness/goodness-of-fit.ts';

const cells = (...pairs: (readonly [observed: number, expected: number])[]) =>
  pairs.map(([observed, expected], i) => ({ key: String(i), observed, expected }));

describe('a comparison', () => {
  it('of shapes scales what is expected and measures the share that lies elsewhere', () => {
    const { size, statistic, df, n } = compareShapes(cells([60, 1], [40, 1]), 0.02);
    expect({ size, statistic, df, n }).toEqual({ size: 0.1, statistic: 4, df: 1, n: 100 });
  });

  it('of counts sees a different total', () => {
    const { size, df } = compareCounts(cells([110, 100], [220, 200]), 0.02);
    expect(size).toBeCloseTo(0.05, 12);
    expect(df).toBe(2);
  });

  it('takes small cells together', () => {
    expect(compareShapes(cells([50, 50], [46, 46], [1, 1], [1, 1], [2, 2]), 0.02).df).toBe(1);
  });

  it('of something that cannot be leaves no chance', () => {
    const { p, statistic } = compareShapes(cells([1000, 1], [1, 0]), 0.02);
    expect({ p, statistic }).toEqual({ p: 0, statistic: null });
    expect(compareShare({ key: '', observed: 3, expected: 0 }, 0, 100, 0.1)).toMatchObject({ p: 0, size: 1 });
  });

  it('of nothing is no number', () => {
    expect(compareShapes([], 0.02)).toMatchObject({ size: 0, n: 0, p: 1 });
    expect(compareCounts([], 0.02).size).toBe(0);
  });
});

describe('a verdict', () => {
  const verdictOf = (scale: number, shift: number) =>
    judge([
      compareShapes(cells([0.5 * scale + shift * scale, 1], [0.5 * scale - shift * scale, 1]), 0.02),
    ])[0]!;

  it('is like for a small difference however significant', () => {
    const line = verdictOf(10_000_000, 0.01);
    expect(line.adjusted).toBeLessThan(1e-6);
    expect(line.verdict).toBe('like');
  });

  it('is unlike for a large one that is no chance', () => {
    expect(verdictOf(100_000, 0.05).verdict).toBe('unlike');
  });

  it('is too few where chance makes such differences', () => {
    expect(verdictOf(100, 0.05).verdict).toBe('few');
    expect(verdictOf(100, 0).verdict).toBe('few');
  });

  it('asks more of one p-value the more tests there are', () => {
    const one = compareShapes(cells([560, 1], [440, 1]), 0.02);
    const same = compareShapes(cells([50_000, 1], [50_000, 1]), 0.02);
    expect(judge([one])[0]!.verdict).toBe('unlike');
    expect(judge([one, ...Array.from({ length: 200 }, () => same)])[0]!.verdict).toBe('few');
  });
});
