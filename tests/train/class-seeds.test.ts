import { describe, expect, it } from 'vitest';
import { stageIds } from '../../src/model/training/stage-ids.ts';
import { classSeed } from '../../src/train/class-seeds.ts';

describe('seeds of a class', () => {
  const secret = 2 ** 53 - 12_345;

  it('are those that Threefry written anew in another language gives', () => {
    expect(classSeed({ secret: 1, trainee: 0 }, 'pre-test', 0, 0)).toBe(5_616_032_571_594_214);
    expect(classSeed({ secret: 2 ** 53 - 1, trainee: 30 }, 'gate', 479, 31)).toBe(8_391_902_102_441_120);
  });

  it('never fall among those of strangers, which lie below 2^32, and are whole below 2^53', () => {
    const seeds = Array.from({ length: 20_000 }, (_, i) =>
      classSeed({ secret: i * 450_000_000_007, trainee: i % 31 }, 'gate', i % 8192, i % 32),
    );
    expect(seeds.filter((seed) => !Number.isSafeInteger(seed) || seed < 2 ** 32)).toEqual([]);
  });

  it('differ by secret, trainee, stage, exercise and draft, in every bit of the secret', () => {
    const seeds = new Set<number>();
    let n = 0;
    for (const stage of stageIds)
      for (let trainee = 0; trainee <= 30; trainee++)
        for (let exercise = 0; exercise < 40; exercise++)
          for (const draft of [0, 1, 31]) {
            seeds.add(classSeed({ secret, trainee }, stage, exercise, draft));
            n++;
          }
    for (let bit = 0; bit < 53; bit++) {
      seeds.add(classSeed({ secret: 2 ** bit, trainee: 1 }, 'pre-test', 0, 0));
      n++;
    }
    expect(seeds.size).toBe(n);
  });

  it('use all bits alike', () => {
    const ones = new Array<number>(52).fill(0);
    const n = 4000;
    for (let exercise = 0; exercise < n; exercise++) {
      const seed = BigInt(classSeed({ secret, trainee: 7 }, 'practice', exercise, 0));
      expect(seed >> 52n).toBe(1n);
      ones.forEach((_, bit) => (ones[bit]! += Number((seed >> BigInt(bit)) & 1n)));
    }
    // Five standard errors of a half.
    for (const count of ones) expect(Math.abs(count - n / 2)).toBeLessThan(5 * Math.sqrt(n / 4));
  });

  it.each([
    ['secret', 2 ** 53, 0, 0, 0],
    ['secret', 0.5, 0, 0, 0],
    ['trainee', 1, 2 ** 14, 0, 0],
    ['trainee', 1, -1, 0, 0],
    ['exercise', 1, 0, 2 ** 13, 0],
    ['draft', 1, 0, 0, 32],
  ])('are not made from a %s out of range', (name, wrong, trainee, exercise, draft) => {
    expect(() => classSeed({ secret: wrong, trainee }, 'gate', exercise, draft)).toThrow(name);
  });
});
