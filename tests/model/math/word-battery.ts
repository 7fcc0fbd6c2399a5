import { Block } from '../../../src/model/math/random.ts';
import type { NextPair } from '../../../bench/word-arrangements.ts';

/** A few quick tests of words that should be random, each a number of standard deviations from what is expected. */

const PAIRS = 131_072;

const bits = (word: number): number => {
  let n = word - ((word >>> 1) & 0x55555555);
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
  return (((n + (n >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
};

/** Chi-square of counts that should be equal, less its mean, in its standard deviations. */
function unevenness(counts: Uint32Array): number {
  const total = counts.reduce((sum, n) => sum + n, 0);
  const expected = total / counts.length;
  const chiSquare = counts.reduce((sum, n) => sum + (n - expected) ** 2 / expected, 0);
  return (chiSquare - (counts.length - 1)) / Math.sqrt(2 * (counts.length - 1));
}

function words(next: NextPair): Uint32Array {
  const block = new Block();
  const made = new Uint32Array(2 * PAIRS);
  for (let i = 0; i < made.length; i += 2) {
    next(block);
    made[i] = block.a;
    made[i + 1] = block.b;
  }
  return made;
}

/** Ones in the differing bits of words so far apart: half of them should differ. */
function difference(made: Uint32Array, apart: number): number {
  let ones = 0;
  for (let i = apart; i < made.length; i++) ones += bits(made[i]! ^ made[i - apart]!);
  const of = (made.length - apart) * 32;
  return (ones - of / 2) / Math.sqrt(of / 4);
}

/** How often each value of eight bits comes: of one word, or four of one and four of another so far apart. */
function values(made: Uint32Array, apart: number, shift: number): number {
  const counts = new Uint32Array(256);
  for (let i = apart; i < made.length; i++) {
    const here = made[i]! >>> shift;
    const there = made[i - apart]! >>> shift;
    counts[apart === 0 ? here & 255 : ((here & 15) << 4) | (there & 15)]!++;
  }
  return unevenness(counts);
}

/** How far from random: the result of each test that lies more than 4.5 standard deviations off. */
export function failings(next: NextPair): Record<string, number> {
  const made = words(next);
  const results: [string, number][] = [];
  for (let bit = 0; bit < 32; bit++) {
    const ones = made.reduce((sum, word) => sum + ((word >>> bit) & 1), 0);
    results.push([`bit ${bit}`, (ones - made.length / 2) / Math.sqrt(made.length / 4)]);
  }
  for (const shift of [0, 8, 16, 24]) results.push([`byte at ${shift}`, values(made, 0, shift)]);
  for (const apart of [1, 2, 4, 8, 48, 56]) {
    for (const shift of [0, 14, 28]) {
      results.push([`four bits at ${shift}, ${apart} apart`, values(made, apart, shift)]);
    }
    results.push([`difference of words ${apart} apart`, difference(made, apart)]);
  }
  return Object.fromEntries(results.filter(([, off]) => Math.abs(off) > 4.5));
}
