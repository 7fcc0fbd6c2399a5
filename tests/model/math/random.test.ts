import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrangements, type NextPair } from '../../../bench/word-arrangements.ts';
import { normalCdf } from '../../../src/model/math/normal.ts';
import {
  Block,
  draw,
  drawNormal,
  fillWords,
  approximateNormalQuantile,
  stream,
  streamKey,
  threefry,
  threshold,
  uniform,
  WORDS,
} from '../../../src/model/math/random.ts';
import { failings } from './word-battery.ts';

const block = (k0: number, k1: number, c0: number, c1: number): [number, number] => {
  const out = new Block();
  threefry(k0, k1, c0, c1, out);
  return [out.a, out.b];
};

describe('Threefry-2x32-20', () => {
  // Known answers of Random123 (kat_vectors).
  it.each([
    [0, 0, 0, 0, 0x6b200159, 0x99ba4efe],
    [0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff, 0x1cb996fc, 0xbb002be7],
    [0x13198a2e, 0x03707344, 0x243f6a88, 0x85a308d3, 0xc4923a9c, 0x483df7a0],
  ])('with key %i, %i and counter %i, %i gives its known answer', (k0, k1, c0, c1, a, b) => {
    expect(block(k0, k1, c0, c1)).toEqual([a, b]);
  });

  it('takes keys and counters as words: signed or unsigned is the same', () => {
    expect(block(-1, -1, -1, -1)).toEqual([0x1cb996fc, 0xbb002be7]);
  });
});

describe('words that are filled in', () => {
  it('are those of the blocks one after another', () => {
    const word = fc.integer({ min: 0, max: WORDS - 1 });
    fc.assert(
      fc.property(word, word, word, word, fc.integer({ min: 1, max: 8 }), (k0, k1, c0, c1, blocks) => {
        const words = new Uint32Array(blocks * 2);
        fillWords(k0, k1, c0, c1, words);
        const expected = Array.from({ length: blocks }, (_, n) => block(k0, k1, c0, c1 + n));
        expect([...words]).toEqual(expected.flat());
      }),
    );
  });
});

describe('a draw', () => {
  const word = fc.integer({ min: 0, max: WORDS - 1 });
  const small = fc.integer({ min: 0, max: 65_535 });

  it('depends on nothing but its arguments, and gives both words of a block', () => {
    fc.assert(
      fc.property(word, small, word, fc.integer({ min: 0, max: 1000 }), (seed, group, entity, n) => {
        const both = block(seed, streamKey(stream.task, group), entity, n);
        expect(draw(seed, stream.task, group, entity, 2 * n)).toBe(both[0]);
        expect(draw(seed, stream.task, group, entity, 2 * n + 1)).toBe(both[1]);
      }),
    );
  });

  it('changes with each of its arguments', () => {
    const base = [7, stream.task, 3, 9, 0] as const;
    const others = base.map((_, i) => base.map((value, j) => (i === j ? value + 1 : value)));
    const drawn = [base, ...others].map(([seed = 0, number = 0, group = 0, entity = 0, n = 0]) =>
      draw(seed, number, group, entity, n),
    );
    expect(new Set(drawn).size).toBe(6);
  });

  it('has streams that never share a key', () => {
    const numbers = Object.values(stream);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(streamKey(stream.task, 65_535) >>> 16).toBe(stream.task);
    expect(streamKey(stream.demand, 0)).not.toBe(streamKey(stream.task, 65_535));
  });

  it('as a normal value has mean 0 and variance 1', () => {
    const n = 20_000;
    const values = Array.from({ length: n }, (_, i) => drawNormal(20_250_301, stream.office, 1, i, 0));
    const mean = values.reduce((sum, value) => sum + value, 0) / n;
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / n;
    // Five standard errors.
    expect(Math.abs(mean)).toBeLessThan(5 / Math.sqrt(n));
    expect(Math.abs(variance - 1)).toBeLessThan(5 * Math.sqrt(2 / n));
  });
});

describe('words', () => {
  // Chosen once: the results are the same in every run. Over five hundred tests, each at 4.5 standard deviations.
  it.each(Object.keys(arrangements))('look random in the order “%s”', (name) => {
    expect(failings(arrangements[name]!(7))).toEqual({});
  });

  const badGenerators: Record<string, () => NextPair> = {
    'a counter': () => {
      let n = 0;
      return (out) => {
        out.a = n++;
        out.b = n++;
      };
    },
    'a linear congruential generator': () => {
      let state = 1;
      const next = (): number => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0);
      return (out) => {
        out.a = next();
        out.b = next();
      };
    },
    'a good generator with a bit that is set a little too often': () => {
      let n = 0;
      return (out) => {
        threefry(7, 0, n++, 0, out);
        if (n % 20 === 0) out.a = (out.a | 0x1000) >>> 0;
      };
    },
    'a good generator whose neighbours share a few bits': () => {
      let n = 0;
      return (out) => {
        threefry(7, 0, n++, 0, out);
        if (n % 20 === 0) out.b = ((out.b & 0x0fffffff) | (out.a & 0xf0000000)) >>> 0;
      };
    },
  };
  it.each(Object.keys(badGenerators))('of %s do not', (name) => {
    expect(Object.keys(failings(badGenerators[name]!()))).not.toEqual([]);
  });
});

describe('a threshold', () => {
  it('says never at 0, always at 1, and half of the words at a half', () => {
    expect([threshold(0), threshold(-1)]).toEqual([0, 0]);
    expect([threshold(1), threshold(2)]).toEqual([WORDS, WORDS]);
    expect(threshold(0.5)).toBe(WORDS / 2);
  });

  it('compares with a word as the probability does with its uniform', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: WORDS - 1 }),
        fc.integer({ min: 0, max: WORDS }),
        (word, limit) => {
          expect(word < threshold(limit / WORDS)).toBe(uniform(word) < limit / WORDS);
        },
      ),
    );
  });
});

describe('a uniform', () => {
  it('is the word itself, moved into the middle of its step: nothing of it is lost and nothing added', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: WORDS - 1 }), (word) => {
        expect(uniform(word) * WORDS).toBe(word + 0.5);
      }),
    );
  });

  it('is never 0 or 1', () => {
    expect(uniform(0)).toBeGreaterThan(0);
    expect(uniform(WORDS - 1)).toBeLessThan(1);
  });
});

describe('the approximate normal quantile', () => {
  // Values of qnorm in R.
  it.each([
    [0.5, 0],
    [0.975, 1.959963984540054],
    [0.001, -3.09023230616781],
    [0.0001, -3.71901648545568],
    [0.99, 2.32634787404084],
    [1e-10, -6.36134090240406],
  ])('has below it %d: %d', (p, x) => {
    expect(Math.abs(approximateNormalQuantile(p) - x)).toBeLessThan(1.2e-9 * Math.max(1, Math.abs(x)));
  });

  it('is the inverse of the distribution function', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true }), (p) => {
        // A relative error of 1.15e-9 in x moves the probability by at most x² times that.
        const x = approximateNormalQuantile(p);
        expect(Math.abs(normalCdf(x) - p)).toBeLessThan(1.2e-9 * (x * x + 1) * Math.min(p, 1 - p) + 1e-15);
      }),
    );
  });
});
