import { describe, expect, it } from 'vitest';
import { bandOf } from '../../src/measure/band.ts';
import { combine } from '../../src/measure/combine.ts';
import { momentsOf } from '../../src/model/math/interval.ts';
import { minMax } from '../../src/measure/normalise.ts';
import { rank } from '../../src/measure/rank.ts';
import { provinces2019 } from '../facts/provinces-2019.ts';
import { csvRows, describeOracle } from '../oracle.ts';

const far = (a: number, b: number): number => Math.abs(a - b);

describeOracle('the ASEM index of COINr', 'coinr_asem', (read) => {
  const normalised = csvRows(read('shipped_normalised.csv'));
  const treated = csvRows(read('shipped_treated.csv'));
  const aggregated = csvRows(read('shipped_aggregated.csv'));
  const ranks = csvRows(read('shipped_results_ranks.csv'));
  const printed = csvRows(read('shipped_results_scores_2dp.csv'));
  const hierarchy = csvRows(read('run_hierarchy.csv'));
  const indicators = hierarchy.filter(({ Level }) => Level === '1');

  it('has 51 units, 49 indicators, 8 pillars, 2 sub-indices', () => {
    expect(aggregated.length).toBe(51);
    expect([1, 2, 3].map((level) => hierarchy.filter(({ Level }) => Level === String(level)).length)).toEqual(
      [49, 8, 2],
    );
  });

  it('is normalised to 1e-9 by min-max of the treated values in their direction', () => {
    let compared = 0;
    for (const { iCode = '', Direction } of indicators) {
      const values = treated.map((row) => Number(row[iCode]) * Number(Direction));
      const [worst, best] = [Math.min(...values), Math.max(...values)];
      values.forEach((value, i) => {
        expect(far(minMax(value, worst, best), Number(normalised[i]?.[iCode]))).toBeLessThan(1e-9);
        compared++;
      });
    }
    expect(compared).toBe(51 * 49);
  });

  const scoreOf = (row: Record<string, string>, code: string): number | null => {
    const children = hierarchy.filter(({ Parent }) => Parent === code);
    if (children.length === 0) return Number(row[code]);
    return combine(
      children.map(({ iCode = '', Weight }) => ({ weight: Number(Weight), score: scoreOf(row, iCode) })),
      1,
    );
  };
  const parents = hierarchy.filter(({ Level }) => Level !== '1').map(({ iCode = '' }) => iCode);
  const places = normalised.map(({ UnitCode }) => UnitCode);
  const column = (rows: Record<string, string>[], code: string): number[] =>
    places.map((place) => Number(rows.find((row) => row['UnitCode'] === place)?.[code]));

  it.each(parents)('is rebuilt to 1e-9 at %s', (code) => {
    const scores = normalised.map((row) => scoreOf(row, code));
    const shipped = column(aggregated, code);
    scores.forEach((score, i) => expect(far(score ?? NaN, shipped[i] ?? NaN)).toBeLessThan(1e-9));
  });

  it('gets every one of its 51 ranks from the rebuilt scores', () => {
    const scores = normalised.map((row) => scoreOf(row, 'Index'));
    expect(rank(scores, 'competition')).toEqual(column(ranks, 'Index'));
  });

  it.each(parents)('gets its printed ranks at %s, which COINr takes from scores of two decimals', (code) => {
    expect(rank(column(printed, code), 'competition')).toEqual(column(ranks, code));
  });
});

describeOracle('the UN e-government index', 'egdi', (read) => {
  it.each([2014, 2016, 2018])(
    'of %i is the mean of its three parts to 4e-5, ranked in competition order',
    (year) => {
      const rows = csvRows(read(`egdi-${year}.csv`));
      expect(rows.length).toBe(193);
      for (const row of rows) {
        const parts = ['osi', 'tii', 'hci'].map((part) => ({ weight: 1, score: Number(row[part]) }));
        expect(far(combine(parts, 1) ?? NaN, Number(row['e-gov-index']))).toBeLessThan(4e-5);
      }
      const ours = rank(
        rows.map((row) => Number(row['e-gov-index'])),
        'competition',
      );
      expect(ours).toEqual(rows.map((row) => Number(row['e-gov-rank'])));
    },
  );
});

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

describeOracle('the satisfaction score of GOV.UK', 'govuk_satisfaction', (read) => {
  const rows = csvRows(read('opg_five_level_monthly.csv'));
  const means = rows.map((row) =>
    momentsOf(
      [0, 25, 50, 75, 100],
      ['very_dissatisfied', 'dissatisfied', 'neither', 'satisfied', 'very_satisfied'].map((level) =>
        Number(row[level]),
      ),
    ),
  );

  it('is the mean of five level scores, but for two months and for the quarter of another definition', () => {
    const others = rows.filter(
      (row, i) => far(means[i]?.mean ?? NaN, Number(row['published_satisfaction_percent'])) > 0.5,
    );
    const quarter = ['2026-04-01', '2026-05-01', '2026-06-01'];
    expect(rows.length).toBeGreaterThan(100);
    expect(others.map(({ service, month }) => `${service} ${month}`).sort()).toEqual([
      ...quarter.map((month) => `deputy-reporting ${month}`),
      'use-an-lpa 2023-02-01',
      'use-an-lpa 2025-04-01',
      ...quarter.map((month) => `use-an-lpa ${month}`),
    ]);
  });
});
