import { describe, expect, it } from 'vitest';
import { ClusteredSum } from '../../../src/audit/two-worlds/clustered-mean.ts';
import { sampleLevels, shareOfCounts } from '../../../src/audit/two-worlds/simple-sample.ts';
import { testCategories, testMeans, testShares } from '../../../src/audit/two-worlds/test-differences.ts';
import { fisherExact } from '../../../src/model/math/fisher.ts';

const two = (count: number, n: number) => ({ count, n });

describe('Fisher’s exact test', () => {
  it('has the two-sided p of the tea-tasting lady, and of tables by hand', () => {
    // 3 of 4 against 1 of 4: tables with 0, 1, 2, 3, 4 have 1, 16, 36, 16, 1 of 70 chances.
    expect(fisherExact(two(3, 4), two(1, 4))).toBeCloseTo(34 / 70, 12);
    expect(fisherExact(two(4, 4), two(0, 4))).toBeCloseTo(2 / 70, 12);
    expect(fisherExact(two(0, 10), two(0, 20))).toBe(1);
  });
});

describe('tests of two samples', () => {
  it('compare shares by the normal test, and exactly where little is expected', () => {
    // z = (0.3 - 0.2) / sqrt(0.25 * 0.75 * 2 / 200)
    expect(testShares(shareOfCounts(60, 200), shareOfCounts(40, 200))).toEqual({
      test: 'proportions',
      p: expect.closeTo(0.020921, 5) as number,
    });
    expect(testShares(shareOfCounts(3, 4), shareOfCounts(1, 4))).toMatchObject({ test: 'fisher' });
    expect(testShares(shareOfCounts(0, 0), shareOfCounts(1, 4)).p).toBeNull();
  });

  it('find less where records come in clusters that are alike', () => {
    const [single, clustered] = [new ClusteredSum(), new ClusteredSum()];
    for (let i = 0; i < 400; i++) {
      single.add(i, Number(i % 10 < 3));
      // Persons with four records each, all alike.
      clustered.add(Math.floor(i / 4), Number(Math.floor(i / 4) % 10 < 3));
    }
    expect(single.mean()).toMatchObject({ n: 400, mean: 0.3, effect: expect.closeTo(1, 1) as number });
    expect(clustered.mean().effect).toBeCloseTo(4, 1);
    const other = shareOfCounts(90, 400);
    expect(testShares(single.mean(), other).p).toBeLessThan(0.02);
    expect(testShares(clustered.mean(), other).p).toBeGreaterThan(0.05);
  });

  it('compare means by Welch’s test and distributions by chi-square', () => {
    const mean = (n: number, value: number, variance: number) => ({ n, mean: value, variance, effect: 1 });
    // t = 1 / sqrt(4/10 + 9/20), 25.1 degrees of freedom.
    expect(testMeans(mean(10, 1, 4), mean(20, 0, 9)).p).toBeCloseTo(0.2884, 3);
    const shares = (n: number, ...counts: number[]) => counts.map((count) => shareOfCounts(count, n));
    // 100 × (0.1² / 0.5 × 4) / 2 … by hand: 2 for one degree of freedom.
    expect(testCategories(shares(100, 55, 45), shares(100, 45, 55)).p).toBeCloseTo(0.1573, 3);
    expect(testCategories(shares(100, 50, 50), shares(100, 50, 50)).p).toBe(1);
  });
});

describe('a sample of people asked', () => {
  const levels = [0, 10, 20, 30, 40, 900];

  it('is drawn without replacement, the same for the same seed', () => {
    expect(sampleLevels(levels, 1000, 7, 0)).toEqual(levels);
    expect(sampleLevels(levels, 5000, 7, 0)).toEqual(levels);
    const drawn = sampleLevels(levels, 400, 7, 0);
    expect(drawn.reduce((sum, n) => sum + n, 0)).toBe(400);
    expect(sampleLevels(levels, 400, 7, 0)).toEqual(drawn);
    expect(sampleLevels(levels, 400, 8, 0)).not.toEqual(drawn);
  });

  it('has the share of everybody on average', () => {
    let low = 0;
    for (let seed = 0; seed < 200; seed++) low += 400 - sampleLevels(levels, 400, seed, 0)[5]!;
    expect(low / 200 / 400).toBeCloseTo(0.1, 2);
  });
});
