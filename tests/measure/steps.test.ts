import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bandOf } from '../../src/measure/band.ts';
import { combine, effectiveWeights } from '../../src/measure/combine.ts';
import { normalise } from '../../src/measure/normalise.ts';
import { rank } from '../../src/measure/rank.ts';
import { indicatorScore } from '../../src/measure/indicator-score.ts';
import { anIndicator } from './samples.ts';

describe('a band', () => {
  const ends = { veryHigh: 90, high: 80, medium: 65 };
  it.each([
    [100, 'veryHigh'],
    [90.000001, 'veryHigh'],
    [90, 'high'],
    [80.000001, 'high'],
    [80, 'medium'],
    [65.76, 'medium'],
    [65, 'low'],
    [0, 'low'],
  ])('of %d is %s: a score on an end falls below it', (score, band) => {
    expect(bandOf(score, ends)).toBe(band);
  });
});

describe('a rank', () => {
  it('is shared by ties, then one more when dense, and skips in competition', () => {
    const scores = [96.73, 93.93, 96.73, 91.9, 93.93, 70];
    expect(rank(scores, 'dense')).toEqual([1, 2, 1, 3, 2, 4]);
    expect(rank(scores, 'competition')).toEqual([1, 3, 1, 5, 3, 6]);
  });

  it('is absent without a figure and leaves no gap', () => {
    expect(rank([null, 80, null, 90], 'dense')).toEqual([null, 2, null, 1]);
    expect(rank([], 'dense')).toEqual([]);
  });

  it('is taken from unrounded scores', () => {
    expect(rank([90.004, 90.0041], 'dense')).toEqual([2, 1]);
  });

  it('stays with its unit when units are given in another order', () => {
    const scores = fc.array(fc.option(fc.integer({ min: 0, max: 20 })), { maxLength: 40 });
    fc.assert(
      fc.property(
        scores,
        fc.constantFrom('dense' as const, 'competition' as const),
        fc.infiniteStream(fc.nat()),
        (list, kind, keys) => {
          const order = list
            .map((_, i) => ({ i, key: keys.next().value as number }))
            .sort((a, b) => a.key - b.key);
          const shuffled = rank(
            order.map(({ i }) => list[i] ?? null),
            kind,
          );
          const ranks = rank(list, kind);
          order.forEach(({ i }, j) => expect(shuffled[j]).toBe(ranks[i]));
        },
      ),
    );
  });
});

describe('a normalised value', () => {
  it('is 0 at the worst goalpost, 100 at the best, linear between, held beyond', () => {
    expect([0.9, 0.95, 1, 0.2, 1.4].map((value) => normalise(value, [0.9, 1]))).toEqual([
      0,
      expect.closeTo(50, 9),
      100,
      0,
      100,
    ]);
  });

  it('falls with the value where the better goalpost is the smaller one', () => {
    expect([30, 15, 0, 40, -1].map((value) => normalise(value, [30, 0]))).toEqual([0, 50, 100, 0, 100]);
  });
});

describe('a combined score', () => {
  const children = fc.array(
    fc.record({
      weight: fc.double({ min: 0.01, max: 5, noNaN: true }),
      score: fc.option(fc.double({ min: 0, max: 100, noNaN: true })),
    }),
    { minLength: 1, maxLength: 8 },
  );

  it('lies between its lowest and highest child and is the sum of effective weight × score', () => {
    fc.assert(
      fc.property(children, (list) => {
        const score = combine(list, 0.01);
        const scores = list.flatMap((child) => (child.score === null ? [] : [child.score]));
        if (score === null) return;
        expect(score).toBeGreaterThanOrEqual(Math.min(...scores) - 1e-9);
        expect(score).toBeLessThanOrEqual(Math.max(...scores) + 1e-9);
        const weights = effectiveWeights(list);
        expect(weights.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9);
        expect(weights.reduce((total, weight, i) => total + weight * (list[i]?.score ?? 0), 0)).toBeCloseTo(
          score,
          9,
        );
      }),
    );
  });

  it('weighs what is there when enough is there, and is no figure below that', () => {
    const list = [
      { weight: 0.4, score: 90 },
      { weight: 0.26, score: 50 },
      { weight: 0.34, score: null },
    ];
    expect(effectiveWeights(list)).toEqual([
      expect.closeTo(0.4 / 0.66, 12),
      expect.closeTo(0.26 / 0.66, 12),
      0,
    ]);
    expect(combine(list, 0.66)).toBeCloseTo((0.4 * 90 + 0.26 * 50) / 0.66, 12);
    expect(combine(list, 0.67)).toBeNull();
    for (const availability of [0.01, 1e-12])
      expect(combine([{ weight: 1, score: null }], availability)).toBeNull();
  });
});

describe('a spread', () => {
  const value = {
    id: 'x',
    numerator: 95,
    denominator: 100,
    value: 0.95,
    low: 0.93,
    high: 1.02,
    redraw: null,
    normalised: 50,
  };
  const sampled = { ...anIndicator, basis: 'ratings' as const, goalposts: [0.9, 1] as [number, number] };

  it('of an indicator is its interval between the goalposts, held in 0..100', () => {
    expect(indicatorScore(sampled, value)).toEqual({ score: 50, low: expect.closeTo(30, 9), high: 100 });
  });

  it('turns with reversed goalposts', () => {
    expect(indicatorScore({ ...sampled, goalposts: [1, 0.9] }, value)).toEqual({
      score: 50,
      low: 0,
      high: expect.closeTo(70, 9),
    });
  });

  it('of a register indicator is nothing: the register is counted in full', () => {
    expect(indicatorScore({ ...sampled, basis: 'register' }, value)).toEqual({
      score: 50,
      low: 50,
      high: 50,
    });
  });

  it('of an indicator without a figure is no figure', () => {
    expect(
      indicatorScore(sampled, { ...value, value: null, low: null, high: null, normalised: null }),
    ).toBeNull();
  });
});
