import { describe, expect, it } from 'vitest';
import { bandOf } from '../../src/measure/band.ts';
import { rank } from '../../src/measure/rank.ts';
import { provinces2019 } from '../facts/provinces-2019.ts';

describe('the provincial ranking of 2019', () => {
  const scores = provinces2019.map(({ score }) => score);

  it('has 8 units very high, 15 high, 9 medium, the one without a printed value among the last', () => {
    const ends = { veryHigh: 90, high: 80, medium: 65 };
    const bands = scores.flatMap((score) => (score === null ? [] : [bandOf(score, ends)]));
    const count = (band: string): number => bands.filter((known) => known === band).length;
    expect([count('veryHigh'), count('high'), count('medium') + 1, count('low')]).toEqual([8, 15, 9, 0]);
  });

  it('ranks densely, but for the two units that the reprint swaps', () => {
    // The Corps stands between 75.95 and 75.28 without a printed value.
    const ours = rank(
      scores.map((score) => score ?? 75.6),
      'dense',
    );
    const wrong = provinces2019.flatMap(({ name, printedRank }, i) =>
      ours[i] === printedRank ? [] : [`${name} ${String(printedRank)} -> ${String(ours[i])}`],
    );
    expect(wrong).toEqual(['安徽 5 -> 6', '福建 6 -> 5']);
    expect(rank(scores, 'dense').at(-1)).toBe(29);
  });
});
