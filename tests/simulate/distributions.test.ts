import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalCdf } from '../../src/model/math/normal.ts';
import { Block, threefry, WORDS } from '../../src/model/math/random.ts';
import {
  arrivalSecond,
  arrivalTable,
  choose,
  cumulativeThresholds,
  logNormalQuantiles,
  poisson,
  quantileIndex,
  QUANTILES,
  shiftedShare,
} from '../../src/simulate/distributions.ts';

/** Keyed words, the same ones every time. */
const keyedWords = (count: number, stream: number): number[] => {
  const block = new Block();
  return Array.from({ length: count }, (_, i) => {
    threefry(7, stream, i, 0, block);
    return block.a;
  });
};
const word = fc.integer({ min: 0, max: WORDS - 1 });

describe('a Poisson count', () => {
  const n = 20_000;

  it.each([0.02, 0.5, 3, 12, 39.9, 40.1, 700])('of mean %d has that mean and variance', (mean) => {
    const counts = keyedWords(n, 11).map((w) => poisson(mean, w));
    const average = counts.reduce((sum, count) => sum + count, 0) / n;
    const variance = counts.reduce((sum, count) => sum + (count - average) ** 2, 0) / (n - 1);
    // Five standard errors: of a mean, and of a variance whose fourth moment is mean + 3 mean².
    expect(Math.abs(average - mean)).toBeLessThan(5 * Math.sqrt(mean / n));
    expect(Math.abs(variance - mean)).toBeLessThan(5 * Math.sqrt((mean + 2 * mean * mean) / n) + 0.1);
    expect(counts.every((count) => Number.isInteger(count) && count >= 0)).toBe(true);
  });

  it.each([0.5, 3, 12])('of mean %d turns up each number as often as it should', (mean) => {
    const counts = keyedWords(n, 12).map((w) => poisson(mean, w));
    let probability = Math.exp(-mean);
    for (let k = 0; k < 25; k++) {
      const share = counts.filter((count) => count === k).length / n;
      expect(Math.abs(share - probability)).toBeLessThan(
        5 * Math.sqrt((probability * (1 - probability)) / n) + 1e-4,
      );
      probability *= mean / (k + 1);
    }
  });

  it('is 0 for no demand, and never falls as the word rises', () => {
    expect([poisson(0, 5), poisson(-1, WORDS - 1)]).toEqual([0, 0]);
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 300, noNaN: true }), word, word, (mean, a, b) => {
        expect(poisson(mean, Math.min(a, b))).toBeLessThanOrEqual(poisson(mean, Math.max(a, b)));
      }),
    );
  });

  it('is finite for the last of all words', () => {
    expect(poisson(39.9, WORDS - 1)).toBeLessThan(120);
    expect(poisson(41, 0)).toBeLessThan(10);
  });
});

describe('a weighted choice', () => {
  it('comes as often as its weight says', () => {
    const weights = [0.56, 0.36, 0.03, 0.05];
    const n = 40_000;
    const thresholds = cumulativeThresholds(weights);
    const counts = [0, 0, 0, 0];
    for (const w of keyedWords(n, 13)) counts[choose(thresholds, w)]!++;
    weights.forEach((weight, i) => {
      expect(Math.abs(counts[i]! / n - weight)).toBeLessThan(5 * Math.sqrt((weight * (1 - weight)) / n));
    });
  });

  it('reaches every entry with a weight and none without', () => {
    const weight = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 50 }));
    const weights = fc
      .array(weight, { minLength: 1, maxLength: 8 })
      .filter((list) => list.some((w) => w > 0));
    fc.assert(
      fc.property(weights, (list) => {
        const thresholds = cumulativeThresholds(list);
        const total = list.reduce((sum, w) => sum + w, 0);
        let before = 0;
        list.forEach((w, i) => {
          // The middle of its stretch of all words.
          const middle = Math.floor(((before + w / 2) / total) * WORDS);
          if (w > 0) expect(choose(thresholds, middle)).toBe(i);
          before += w;
        });
        for (const end of [0, WORDS - 1]) expect(list[choose(thresholds, end)]).toBeGreaterThan(0);
      }),
    );
  });
});

describe('a table of arrivals', () => {
  it('has each hour in proportion to its weight, in order', () => {
    const weights = [0, 0, 0, 0, 0, 0, 0, 0, 3, 13, 20, 16, 4, 5, 16, 14, 9, 0, 0, 0, 0, 0, 0, 0];
    const hours = [...arrivalTable(weights, [[0, 86_400]]).from].map((second) => second / 3600);
    expect(hours.length).toBe(QUANTILES);
    expect(hours).toEqual([...hours].sort((a, b) => a - b));
    weights.forEach((weight, hour) => {
      const share = hours.filter((h) => h === hour).length / QUANTILES;
      if (weight === 0) expect(share).toBe(0);
      expect(Math.abs(share - weight / 100)).toBeLessThanOrEqual(1 / QUANTILES);
    });
  });

  it('has of an hour that is open in part this part of its weight, and nothing out of hours', () => {
    const sessions = [
      [8.5 * 3600, 12 * 3600],
      [13.75 * 3600, 15 * 3600],
    ] as const;
    const table = arrivalTable(Array<number>(24).fill(1), sessions);
    const seconds = keyedWords(20_000, 13).map((w) => arrivalSecond(table, w));
    expect(seconds.every((at) => sessions.some(([opens, closes]) => at >= opens && at < closes))).toBe(true);
    for (const [from, to] of [
      [8.5, 9],
      [11, 12],
      [13.75, 14],
    ] as const) {
      const share = seconds.filter((at) => at >= from * 3600 && at < to * 3600).length / seconds.length;
      expect(Math.abs(share - (to - from) / 4.75)).toBeLessThan(0.015);
    }
  });

  it('is entered by the top twelve bits of a word', () => {
    expect([quantileIndex(0), quantileIndex(0x000fffff), quantileIndex(0x00100000)]).toEqual([0, 0, 1]);
    expect(quantileIndex(WORDS - 1)).toBe(QUANTILES - 1);
  });
});

describe('a table of log-normal times', () => {
  it('has its median in the middle and its spread on the log scale', () => {
    const table = logNormalQuantiles(90, 1.6);
    const middle = (table[QUANTILES / 2 - 1]! + table[QUANTILES / 2]!) / 2;
    expect(middle).toBeCloseTo(90, 2);
    const oneSpreadUp = Math.floor(normalCdf(1) * QUANTILES);
    expect(Math.log(table[oneSpreadUp]! / 90) / 1.6).toBeCloseTo(1, 2);
    expect([...table]).toEqual([...table].sort((a, b) => a - b));
  });
});

describe('a shifted share', () => {
  it('moves by the shift on the logit scale and stays a share', () => {
    const share = fc.double({ min: 0.01, max: 0.99, noNaN: true });
    const shift = fc.double({ min: -5, max: 5, noNaN: true });
    const logit = (p: number): number => Math.log(p / (1 - p));
    fc.assert(
      fc.property(share, shift, (mean, by) => {
        const moved = shiftedShare(mean, by);
        expect(moved).toBeGreaterThan(0);
        expect(moved).toBeLessThan(1);
        expect(logit(moved) - logit(mean)).toBeCloseTo(by, 8);
      }),
    );
  });
});
