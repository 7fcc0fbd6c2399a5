import { describe, expect, it } from 'vitest';
import {
  cusumChart,
  ewmaChart,
  pChart,
  scatterOfShares,
  shewhartChart,
} from '../../../src/measure/change/control-chart.ts';
import { approximateNormalQuantile, draw, uniform } from '../../../src/model/math/random.ts';

const z = (seed: number, n: number): number => approximateNormalQuantile(uniform(draw(seed, 1, 0, 0, n)));

describe('a control chart', () => {
  it('names points outside the limits, and the seventh in a row on one side', () => {
    const values = [0, 4, 1, 1, 1, 1, 1, 1, -1];
    const { points } = shewhartChart(
      values,
      0,
      values.map(() => 1),
    );
    expect(points.map(({ isOutside }) => isOutside)).toEqual(values.map((value) => value === 4));
    expect(points.map(({ isInRun }) => isInRun)).toEqual(values.map((_, i) => i === 7));
  });

  it('keeps the limits of shares within 0 and 1', () => {
    const { points } = pChart([
      { count: 9, n: 10 },
      { count: 10, n: 10 },
    ]);
    for (const { limits } of points) {
      expect(limits.low).toBeGreaterThanOrEqual(0);
      expect(limits.high).toBe(1);
    }
  });

  it('finds a lasting change of one standard error that no single point shows', () => {
    const values = Array.from({ length: 40 }, (_, i) => 0.3 * z(3, i) + (i < 20 ? 0 : 1.2));
    const errors = values.map(() => 1);
    expect(shewhartChart(values, 0, errors).points.some(({ isOutside }) => isOutside)).toBe(false);
    const first = (points: readonly { isOutside: boolean }[]): number =>
      points.findIndex(({ isOutside }) => isOutside);
    for (const at of [first(ewmaChart(values, 0, errors).points), first(cusumChart(values, 0, errors))]) {
      expect(at).toBeGreaterThan(20);
      expect(at).toBeLessThan(32);
    }
  });
});

describe('the scatter of shares', () => {
  const shares = (times: number) =>
    Array.from({ length: 400 }, (_, i) => ({
      count: 900 + times * Math.sqrt(1000 * 0.9 * 0.1) * z(8, i),
      n: 1000,
    }));

  it('is about 1 for independent records and never less', () => {
    expect(scatterOfShares(shares(1))).toBeLessThan(1.1);
    expect(scatterOfShares(shares(0.2))).toBe(1);
  });

  it('is how many times as much they scatter, and hardly moved by one lasting change', () => {
    const twice = shares(2);
    expect(scatterOfShares(twice)).toBeGreaterThan(1.85);
    expect(scatterOfShares(twice)).toBeLessThan(2.15);
    const moved = shares(1).map((one, i) => ({ ...one, count: one.count + (i < 200 ? 0 : 20) }));
    expect(scatterOfShares(moved)).toBeLessThan(1.2);
  });

  it('is 1 where all agree', () => {
    expect(scatterOfShares([{ count: 5, n: 5 }])).toBe(1);
    expect(
      scatterOfShares([
        { count: 5, n: 5 },
        { count: 7, n: 7 },
      ]),
    ).toBe(1);
  });
});
