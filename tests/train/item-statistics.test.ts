import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  FEWEST_ITEM_ANSWERS,
  itemStatistics,
  type ItemAnswer,
  type ItemStatistics,
} from '../../src/train/statistics/items.ts';
import { describeOracle } from '../oracle.ts';

/** Answers of trainees to items A, B …: a row each, 1 right, 0 wrong, anything else not answered. */
const answersOf = (rows: readonly string[], seconds: number | null = null): ItemAnswer[] =>
  rows.flatMap((row, trainee) =>
    row
      .split('')
      .flatMap((mark, i) =>
        mark === '0' || mark === '1'
          ? [{ item: String.fromCharCode(65 + i), trainee, right: mark === '1', seconds }]
          : [],
      ),
  );
const times = (n: number, row: string): string[] => Array.from({ length: n }, () => row);
const itemA = (rows: readonly string[]): ItemStatistics => itemStatistics(answersOf(rows))[0]!;

describe('an item', () => {
  it('has its share of right answers and the discrimination that is computed by hand', () => {
    // Ten are right in everything else, ten in nothing. Of the ten that do well 8 are right here, of the others 2:
    // φ = (8 · 8 − 2 · 2) / (10 · 10) = 0.6; both ends of 27% hold five of them, with shares of 0.8 and 0.2.
    const a = itemA([...times(8, '111'), ...times(2, '011'), ...times(2, '100'), ...times(8, '000')]);
    expect(a).toMatchObject({ item: 'A', answers: 20, facility: 0.5, flags: [] });
    expect(a.discrimination).toBeCloseTo(0.6, 12);
    expect(a.upperLower).toBeCloseTo(0.6, 12);
    // Of 50% of 20 the interval of 95% is 0.5 ± 1.96 √(0.25 / 20 + 1.96² / 1600) / (1 + 1.96² / 20) = 0.2993 to 0.7007.
    expect(a.interval.low).toBeCloseTo(0.2993, 4);
    expect(a.interval.high).toBeCloseTo(0.7007, 4);
  });

  it('is compared with the other items only: by itself it tells nothing', () => {
    // Item A is drawn without regard to B and C: half of each group are right.
    const a = itemA([...times(5, '111'), ...times(5, '011'), ...times(5, '100'), ...times(5, '000')]);
    expect(a.discrimination).toBeCloseTo(0, 12);
    expect(a.upperLower).toBeCloseTo(0, 12);
    expect(a.flags).toEqual(['separates-poorly']);
  });

  it('is compared with the share of others, where trainees answered different numbers', () => {
    const whole = itemA([...times(8, '111'), ...times(2, '011'), ...times(2, '100'), ...times(8, '000')]);
    const part = itemA([...times(8, '11-'), ...times(2, '011'), ...times(2, '10-'), ...times(8, '0-0')]);
    expect(part.discrimination).toBeCloseTo(whole.discrimination!, 12);
  });

  it('is not compared for trainees who answered nothing else', () => {
    const rows = [...times(8, '111'), ...times(2, '011'), ...times(2, '100'), ...times(8, '000')];
    const more = itemA([...rows, ...times(5, '1')]);
    expect(more).toMatchObject({ answers: 25, facility: 0.6 });
    expect(more.discrimination).toBeCloseTo(0.6, 12);
    expect(itemA([...rows.slice(1), ...times(5, '1')])).toMatchObject({ answers: 24, discrimination: null });
  });

  it('counts those tied at the border of the 27% in part, in whatever order they come', () => {
    // Rest shares 1 (2 trainees, both right), 0.5 (16, half right), 0 (2, both wrong). The ends hold five each:
    // (2 + 3 · 0.5) / 5 = 0.7 and (0 + 3 · 0.5) / 5 = 0.3.
    const rows = [...times(2, '111'), ...times(8, '110'), ...times(8, '010'), ...times(2, '000')];
    expect(itemA(rows).upperLower).toBeCloseTo(0.4, 12);
    expect(itemA([...rows].reverse()).upperLower).toBeCloseTo(0.4, 12);
    expect(itemA(rows).discrimination).toBeCloseTo(itemA([...rows].reverse()).discrimination!, 12);
  });

  it('below twenty answers has no discrimination and no flag, but its share and interval', () => {
    const rows = [...times(9, '011'), ...times(10, '000')];
    expect(itemA(rows)).toMatchObject({ facility: 0, discrimination: null, upperLower: null, flags: [] });
    expect(itemA([...rows, '000'])).toMatchObject({ flags: ['too-hard'] });
  });

  it('without anything that varies has no discrimination', () => {
    const allRight = itemA([...times(10, '111'), ...times(10, '100')]);
    expect(allRight).toMatchObject({ facility: 1, discrimination: null, flags: ['too-easy'] });
    // A third is no round number: rests that are alike must not differ by rounding.
    const restsAlike = itemA([...times(10, '1100'), ...times(10, '0010')]);
    expect(restsAlike).toMatchObject({ discrimination: null, upperLower: null, flags: [] });
    const nothingElse = itemA([...times(10, '1'), ...times(10, '0')]);
    expect(nothingElse).toMatchObject({ facility: 0.5, discrimination: null, flags: [] });
  });

  it.each<[number, number, readonly string[]]>([
    [4, 20, []],
    [3, 20, ['too-hard']],
    [19, 20, []],
    [20, 20, ['too-easy']],
    [24, 25, ['too-easy']],
  ])('with %d of %d right is flagged %j', (right, n, flags) => {
    // Those who are right here are right elsewhere too, so that it separates.
    expect(itemA([...times(right, '11'), ...times(n - right, '00')]).flags).toEqual(flags);
  });

  it('that those miss who do well elsewhere separates poorly', () => {
    const a = itemA([...times(10, '011'), ...times(10, '100')]);
    expect(a.discrimination).toBeCloseTo(-1, 12);
    expect(a.upperLower).toBeCloseTo(-1, 12);
    expect(a.flags).toEqual(['separates-poorly']);
  });

  it('has the median of the times that are known', () => {
    const timed = (seconds: (number | null)[]): number | null =>
      itemStatistics(seconds.map((s, trainee) => ({ item: 'A', trainee, right: true, seconds: s })))[0]!
        .medianSeconds;
    expect(timed([300, 20, null, 40])).toBe(40);
    expect(timed([300, 20, 50, 40])).toBe(45);
    expect(timed([null])).toBeNull();
  });

  it('that a trainee answered several times is compared with the trainee’s other items', () => {
    // Twice A each; the rest is B alone.
    const answers = Array.from({ length: 20 }, (_, trainee) => [
      { item: 'A', trainee, right: trainee < 10, seconds: null },
      { item: 'A', trainee, right: trainee < 10, seconds: null },
      { item: 'B', trainee, right: trainee < 10, seconds: null },
    ]).flat();
    expect(itemStatistics(answers)[0]).toMatchObject({ answers: 40, facility: 0.5 });
    expect(itemStatistics(answers)[0]!.discrimination).toBeCloseTo(1, 12);
  });

  it('comes in the order in which items are first answered, and there are none without answers', () => {
    expect(itemStatistics([])).toEqual([]);
    expect(itemStatistics(answersOf(['1-1', '111'])).map(({ item }) => item)).toEqual(['A', 'C', 'B']);
  });

  it('has shares within 0 and 1 and discriminations within −1 and 1, whatever is answered', () => {
    const row = fc.string({ unit: fc.constantFrom('0', '1', '-'), minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 60 }), (rows) => {
        for (const item of itemStatistics(answersOf(rows))) {
          expect(item.interval.low).toBeLessThanOrEqual(item.facility);
          expect(item.interval.high).toBeGreaterThanOrEqual(item.facility);
          for (const figure of [item.discrimination, item.upperLower]) {
            if (figure === null) continue;
            expect(Math.abs(figure)).toBeLessThanOrEqual(1 + 1e-12);
            expect(item.answers).toBeGreaterThanOrEqual(FEWEST_ITEM_ANSWERS);
          }
        }
      }),
    );
  });
});

const twoShares = z.object({
  two_prop: z.object({
    x: z.tuple([z.number(), z.number()]),
    n: z.tuple([z.number(), z.number()]),
    no_correction: z.object({ stat: z.number() }),
  }),
});

describeOracle('discrimination between two groups', 'base_stats', (read) => {
  it('is the φ of R’s prop.test: the root of its chi-square over n', () => {
    const known = twoShares.parse(JSON.parse(read('r_base_stats.json'))).two_prop;
    const [[x1, x2], [n1, n2]] = [known.x, known.n];
    // The second group, which does well elsewhere, is right more often.
    const a = itemA([
      ...times(x1, '10'),
      ...times(n1 - x1, '00'),
      ...times(x2, '11'),
      ...times(n2 - x2, '01'),
    ]);
    expect(a.discrimination).toBeCloseTo(Math.sqrt(known.no_correction.stat / (n1 + n2)), 10);
    expect(a.upperLower).toBeCloseTo(x2 / n2 - x1 / n1, 10);
  });
});
