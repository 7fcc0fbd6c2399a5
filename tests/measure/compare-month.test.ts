import { describe, expect, it } from 'vitest';
import { compareWithMonth, type MonthCounts } from '../../src/measure/targets/compare-month.ts';
import { wilsonInterval, Z99 } from '../../src/model/math/interval.ts';
import type { RatingCell } from '../../src/model/cells.ts';
import { readMonthTargets } from '../../src/store/reference.ts';

const [published] = readMonthTargets();
const cell = (level: number, channel: number, n: number): RatingCell => ({
  ...{ unit: 0, office: 0, month: 282, channel, level, n },
  ...{ defaulted: 0, flagged: 0, additional: 0 },
});
const ofLevel5 = (perCase: MonthCounts['perCase']): readonly (number | null)[] => {
  const { rows } = compareWithMonth(
    { cells: [cell(5, 1, 900), cell(4, 2, 100)], cases: 500, perCase },
    published!,
  );
  const row = rows.find(({ group, key }) => group === 'levels' && key === '5')!;
  return [row.simulated, row.low, row.high];
};

describe('a share of a published month', () => {
  it('has a wider interval where ratings come many to a case: they may be all alike', () => {
    // 500 cases of two ratings: as sure as 500 ratings.
    const { low, high } = wilsonInterval(450, 500, Z99);
    expect(ofLevel5({ ratings: 1000, squares: 2000 })).toEqual([0.9, low, high]);
    const apart = wilsonInterval(900, 1000, Z99);
    expect(ofLevel5({ ratings: 1000, squares: 1000 })).toEqual([0.9, apart.low, apart.high]);
    expect(ofLevel5(undefined)).toEqual([0.9, apart.low, apart.high]);
  });
});
