import { expect, it } from 'vitest';
import {
  findFormula,
  percentFormulas,
  type PublishedMonth,
} from '../../src/measure/editions/find-formula.ts';
import { publishedExample } from '../../src/measure/editions/published-example.ts';
import { csvRows, describeOracle } from '../oracle.ts';

const levels = ['very_dissatisfied', 'dissatisfied', 'neither', 'satisfied', 'very_satisfied'] as const;

describeOracle('published percentages of services of the United Kingdom', 'govuk_satisfaction', (read) => {
  const rows = csvRows(read('opg_five_level_monthly.csv'));
  const services = [...new Set(rows.map(({ service }) => service))];
  const monthsOf = (service: string | undefined): PublishedMonth[] =>
    rows
      .filter((row) => row['service'] === service)
      .map((row) => {
        const [a = 0, b = 0, c = 0, d = 0, e = 0] = levels.map((level) => Number(row[level]));
        const month = (row['month'] ?? '').slice(0, 7);
        return { month, counts: [a, b, c, d, e], published: Number(row['published_satisfaction_percent']) };
      });
  const found = services.map((service) => findFormula(monthsOf(service)));

  it('are the mean of 0/25/50/75/100 in all months but the last three of each service and two others', () => {
    const all = found.flatMap(({ months }) => months);
    expect(all.length).toBeGreaterThan(100);
    const even = all.filter(({ fitting }) => fitting.includes('evenMean'));
    expect(even).toHaveLength(all.length - 3 * services.length - 2);
  });

  it('change to the share of the two best levels in 2026-04, for each service', () => {
    expect(services.length).toBeGreaterThanOrEqual(2);
    for (const { stretches } of found) {
      expect(stretches.map(({ formula }) => formula)).toEqual(['evenMean', 'topTwo']);
      expect(stretches[1]).toMatchObject({ from: '2026-04', to: '2026-06', months: 3, missed: [] });
    }
  });

  it('follow neither in two months of one service, which are no change', () => {
    const missed = found.flatMap(({ stretches }) => stretches.flatMap((stretch) => stretch.missed));
    expect(missed).toEqual(['2023-02', '2025-04']);
  });

  it('recompute to the percentages stated beside them', () => {
    for (const [i, service] of services.entries()) {
      const own = rows.filter((row) => row['service'] === service);
      own.forEach((row, at) => {
        const [mean, top] = found[i]!.months[at]!.values;
        expect(mean).toBeCloseTo(Number(row['recomputed_0_25_50_75_100']), 3);
        expect(top).toBeCloseTo(Number(row['recomputed_top2_share']), 3);
      });
    }
  });
});

it('the shipped example changes its formula in 2026-04, by some 3.5 points', () => {
  const { stretches, months } = findFormula(publishedExample);
  expect(stretches.map(({ formula, from }) => [formula, from])).toEqual([
    ['evenMean', '2025-07'],
    ['topTwo', '2026-04'],
  ]);
  const april = months.find(({ month }) => month === '2026-04')!;
  expect(april.published - april.values[0]!).toBeCloseTo(3.4642, 4);
});

it('a month without ratings fits nothing, and an odd month is no change', () => {
  const even = { counts: [10, 10, 10, 10, 60] as const, published: 75 };
  const series = [
    { month: '2025-01', ...even },
    { month: '2025-02', counts: [0, 0, 0, 0, 0] as const, published: 75 },
    { month: '2025-03', ...even, published: 70 },
    { month: '2025-04', ...even },
  ];
  const { stretches, months } = findFormula(series);
  expect(stretches).toEqual([
    { formula: 'evenMean', from: '2025-01', to: '2025-04', months: 4, missed: ['2025-02', '2025-03'] },
  ]);
  expect(months[1]!.values).toEqual(percentFormulas.map(() => null));
});
