import { describe, expect, it } from 'vitest';
import { emptyHandling } from '../../src/model/counts/handling-counts.ts';
import { parsePeriod } from '../../src/model/time/period.ts';
import { emptyServices } from '../../src/measure/unit-counts.ts';
import type { PeriodCounts, RecordTotals } from '../../src/measure/totals/period-counts.ts';
import { buildBulletin } from '../../src/report/bulletin/build-bulletin.ts';
import type { BulletinFacts } from '../../src/report/bulletin/bulletin-facts.ts';
import type { Report, ReportTable } from '../../src/report/report.ts';
import { knowledge } from '../builders.ts';
import { madeCounts } from './hand-made.ts';

const levels = [0, 10, 10, 20, 60, 900];
/** All on the window tablet (pf 4), a tenth of those of level 5 automatic. */
const table = (of: readonly number[]): number[] => {
  const counts = new Array<number>(48).fill(0);
  of.forEach((n, level) => (counts[4 * 6 + level] = n));
  return counts;
};
const totals: RecordTotals = {
  levels,
  active: table([0, 10, 10, 20, 60, 800]),
  automatic: table([0, 0, 0, 0, 0, 100]),
  tags: new Array<number>(40).fill(0),
  services: { ...emptyServices(), services: 1250, rated: 1000, cases: 1100 },
  handling: {
    ...emptyHandling(),
    orders: 20,
    contacted: 19,
    contactedInTime: 18,
    upheld: 16,
    rectifiedInTime: 12,
    answered: 10,
    satisfied: 9,
    named: 16,
    namedCalledBack: 14,
  },
};
const july: PeriodCounts = {
  period: '2023-07',
  all: totals,
  units: [
    { code: '330000', ...totals },
    { code: '330100', ...totals, levels: [0, 0, 0, 0, 0, 5], handling: emptyHandling() },
    { code: '440000', ...madeCounts('2023-07').all },
  ],
  departments: [
    { key: 'education', levels: [0, 1, 0, 0, 0, 40], handling: emptyHandling() },
    { key: 'public-security', levels: [0, 9, 10, 20, 60, 860], handling: totals.handling },
  ],
  items: [{ code: '000117051000', name: '事项甲', nameEn: 'Item A', levels: [0, 3, 1, 0, 0, 36] }],
};

const factsOf = (given: Partial<BulletinFacts> = {}): BulletinFacts => ({
  period: parsePeriod('2023-07'),
  knowledge,
  counts: july,
  before: undefined,
  data: 'made',
  runs: [],
  programVersion: 'test',
  ...given,
});

const blocksOf = ({ chapters }: Report) => chapters.flatMap(({ blocks }) => blocks);
const tableOf = (report: Report, id: string): ReportTable => {
  const found = blocksOf(report).find((block) => block.kind === 'table' && block.id === id);
  if (found?.kind !== 'table') throw new Error(`there is no table ${id}`);
  return found;
};
const cells = (row: ReportTable['rows'][number] | undefined) =>
  (row ?? []).map((cell) => (typeof cell === 'string' ? cell : cell.value));
const texts = (report: Report): string =>
  blocksOf(report)
    .flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []))
    .join('\n');

describe('the bulletin of a month', () => {
  const report = buildBulletin(factsOf(), 'zh');

  it('counts services, ratings and levels', () => {
    expect(report.title).toBe('政务服务“好差评”情况模拟通报（2023年7月，教学样例）');
    expect(texts(report)).toContain(
      '2023年7月，3 个参评单位提供服务 1,250 次，涉及办件 1,100 件；收到评价 1,000 条，其中主动评价 900 条，默认评价 100 条。服务中有首次评价的占 80.00%（1,000 ÷ 1,250）。有等级的评价 1,000 条，好评 980 条，好评率 98.00%；差评 20 条，差评率 2.00%。',
    );
    const rows = tableOf(report, 'levels').rows.map(cells);
    expect(rows[0]).toEqual(['非常满意', 800, 100, 900, 0.9]);
    expect(rows.at(-1)).toEqual(['合计', 900, 100, 1000, 1]);
  });

  it('counts channels, and computes no rate of too few', () => {
    const rows = tableOf(report, 'channels').rows.map(cells);
    expect(rows[3]).toEqual(['政务大厅平板电脑', '线下大厅', 1000, 1, 20, 0.98]);
    expect(rows[0]).toEqual(['PC端', '线上', 0, 0, 0, null]);
  });

  it('gives the rates of the loop with what they are of', () => {
    expect(tableOf(report, 'loop').rows.map(cells)).toEqual([
      ['按时回访核实', 18, 20, 0.9],
      ['属实差评按期整改', 12, 16, 0.75],
      ['整改后回访满意', 9, 10, 0.9],
      ['实名差评回访', 14, 16, 0.875],
    ]);
  });

  it('lists units with ratings, departments and items by bad ones', () => {
    expect(tableOf(report, 'units-province').rows.map(cells)).toEqual([
      ['浙江', 1000, 20, 0.98, 0.9, 0.75, 0.9],
    ]);
    expect(tableOf(report, 'units-city').rows.map(cells)).toEqual([['杭州', 5, 0, null, null, null, null]]);
    expect(tableOf(report, 'departments').rows.map(([name]) => name)).toEqual(['公安机关', '教育部门']);
    expect(tableOf(report, 'items').rows.map(cells)).toEqual([['事项甲', '000117051000', 40, 4, 0.1]]);
  });
});

describe.each(['zh', 'en'] as const)('a bulletin in %s', (language) => {
  const empty = madeCounts('2023-07');
  it.each<[string, BulletinFacts]>([
    ['a month', factsOf()],
    ['a quarter', factsOf({ period: parsePeriod('2023-Q3') })],
    ['a year', factsOf({ period: parsePeriod('2023') })],
    ['with the month before', factsOf({ before: { period: parsePeriod('2023-06'), counts: july } })],
    ['after a month without ratings', factsOf({ before: { period: parsePeriod('2023-06'), counts: empty } })],
    [
      'nobody dissatisfied',
      factsOf({ counts: { ...july, items: [], all: { ...totals, handling: emptyHandling() } } }),
    ],
    ['services only', factsOf({ counts: { ...empty, all: { ...empty.all, services: totals.services } } })],
    ['nothing', factsOf({ counts: empty })],
    [
      'counts that an older version did not keep',
      factsOf({ counts: { ...july, all: { ...totals, services: { ...totals.services, rated: NaN } } } }),
    ],
  ])('says nothing of what is not there: %s', (_, facts) => {
    const report = buildBulletin(facts, language);
    expect(report.title).toMatch(/模拟|Simulated/);
    expect(report.chapters.length).toBeGreaterThan(0);
    for (const block of blocksOf(report)) {
      if (block.kind === 'paragraph') expect(block.text).not.toMatch(/NaN|undefined|null|Infinity|\{/);
      if (block.kind !== 'table') continue;
      expect(block.title).toMatch(/（模拟）$| \(simulated\)$/);
      expect(block.rows.length).toBeGreaterThan(0);
      for (const row of block.rows) {
        expect(row).toHaveLength(block.columns.length);
        for (const cell of row) if (typeof cell !== 'string') expect(Number.isNaN(cell.value)).toBe(false);
      }
    }
  });
});

it('says in one sentence that nothing was rated', () => {
  const report = buildBulletin(factsOf({ counts: madeCounts('2023-07') }), 'zh');
  expect(texts(report)).toBe('2023年7月没有收到评价。');
  expect(report.chapters).toHaveLength(1);
});
