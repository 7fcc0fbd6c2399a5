import { describe, expect, it } from 'vitest';
import type { Language } from '../../src/model/language.ts';
import type { Indicator } from '../../src/model/method.ts';
import { findingChapters } from '../../src/report/analysis/findings.ts';
import { leadingChapter } from '../../src/report/analysis/leading.ts';
import { progressChapter } from '../../src/report/analysis/progress.ts';
import { regionBoxesChapter } from '../../src/report/analysis/region-boxes.ts';
import { suggestionChapters } from '../../src/report/analysis/suggestions.ts';
import { tasksChapter, unitTasks } from '../../src/report/analysis/tasks.ts';
import { printReportCell } from '../../src/report/print-report-number.ts';
import type { ReportFacts } from '../../src/report/report-facts.ts';
import type { ReportBlock, ReportChapter, ReportTable } from '../../src/report/report.ts';
import { knowledge } from '../builders.ts';
import { madeCounts } from './hand-made.ts';
import { madeFacts, madeMeasurement, type MadeUnit } from './made-results.ts';

const languages = ['zh', 'en'] as const;

const chaptersOf = (facts: ReportFacts, language: Language): ReportChapter[] => [
  regionBoxesChapter(facts, language),
  leadingChapter(facts, language),
  progressChapter(facts, language),
  ...findingChapters(facts, language),
  ...suggestionChapters(facts, language),
  tasksChapter(facts, language, 'all'),
];

const blocksOf = (chapters: readonly ReportChapter[]): ReportBlock[] =>
  chapters.flatMap(({ blocks, sections }) => [...blocks, ...sections.flatMap((section) => section.blocks)]);

const textsOf = (chapters: readonly ReportChapter[]): string[] =>
  blocksOf(chapters).flatMap((block) => {
    if (block.kind === 'paragraph' || block.kind === 'note') return [block.text];
    if (block.kind === 'list') return [...block.items];
    return [block.title, block.how, ...block.notes];
  });

const tablesOf = (chapters: readonly ReportChapter[]): ReportTable[] =>
  blocksOf(chapters).flatMap((block) => (block.kind === 'table' ? [block] : []));

/** Nothing in it betrays a figure that is not there, and tables are whole. */
function expectSound(chapters: readonly ReportChapter[]): void {
  for (const text of textsOf(chapters)) {
    expect(text).not.toMatch(/NaN|undefined|null|Infinity|\{|\(\)|（）|[、，,]\s*[。.]| {2}/);
    expect(text).not.toBe('');
  }
  for (const { title, columns, rows } of tablesOf(chapters)) {
    expect(title).toMatch(/（模拟）$| \(simulated\)$/);
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) {
      expect(row).toHaveLength(columns.length);
      row.forEach((cell, i) => {
        if (typeof cell === 'string') expect(columns[i]!.numeric).toBe(false);
        else expect(Number.isNaN(cell.value)).toBe(false);
      });
    }
  }
  for (const { blocks, sections } of chapters) expect(blocks.length + sections.length).toBeGreaterThan(0);
}

const provinces = ['110000', '130000', '310000', '320000', '330000', '370000', '440000', '650000'];
const cities = ['320100', '330100', '440100'];
const scored = (scores: readonly number[], codes: readonly string[]): MadeUnit[] =>
  scores.map((score, i) => ({ code: codes[i]!, score }));
const year = (period: string, ofProvinces: readonly number[], ofCities: readonly number[] = []) =>
  madeMeasurement(period, [...scored(ofProvinces, provinces), ...scored(ofCities, cities)]);

const before = year('2020', [80, 81, 82, 83, 84, 85, 86, 87], [80, 82, 84]);
const now = year('2021', [92, 81, 95, 83, 84, 85, 86, 87], [90, 82, 84]);

describe.each(languages)('chapters of analysis in %s', (language) => {
  const worlds: readonly [string, ReportFacts][] = [
    ['two years, some improved', madeFacts([before, now])],
    [
      'two years of which scores of units were not published',
      madeFacts([before, now], { unpublished: ['2020', '2021'] }),
    ],
    ['nobody improved', madeFacts([before, year('2021', [80, 81, 82, 83, 84, 85, 86, 87], [80, 82, 84])])],
    [
      'everybody fell behind',
      madeFacts([before, year('2021', [70, 71, 72, 73, 74, 75, 76, 77], [70, 72, 74])]),
    ],
    ['everything equal', madeFacts([year('2020', [80, 80, 80]), year('2021', [80, 80, 80])])],
    ['full marks', madeFacts([year('2021', [100, 100])])],
    ['two units', madeFacts([year('2020', [80, 85]), year('2021', [90, 85])])],
    ['one unit', madeFacts([year('2021', [85])])],
    ['one year', madeFacts([now])],
    ['a gap between the years', madeFacts([year('2019', [80, 85]), year('2021', [90, 85])])],
    ['no provinces', madeFacts([madeMeasurement('2021', scored([90, 80, 70], cities))])],
    [
      'a dimension without a figure',
      madeFacts([
        before,
        madeMeasurement(
          '2021',
          provinces.map((code) => ({ code, score: withoutGuides })),
        ),
      ]),
    ],
    [
      'errors that are not known',
      madeFacts([
        madeMeasurement(
          '2020',
          provinces.map((code) => ({ code, score: 80, error: null })),
        ),
        madeMeasurement(
          '2021',
          provinces.map((code, i) => ({ code, score: 80 + i, error: null })),
        ),
      ]),
    ],
  ];
  it.each(worlds)('say nothing of what is not there: %s', (_, facts) => {
    expectSound(chaptersOf(facts, language));
    for (const { code } of facts.measurement.units) {
      const section = unitTasks(facts, language, code);
      if (section !== undefined) expectSound([{ ...section, sections: [] }]);
    }
  });
});

function withoutGuides({ id }: Indicator): number | null {
  const guides = knowledge.methods.province.dimensions.find((dimension) => dimension.id === 'accuracy');
  const ofGuides = guides?.groups.some(({ indicators }) => indicators.some((one) => one.id === id));
  return ofGuides === true ? null : 80;
}

describe('the units that are named', () => {
  it('are those of the rule, with the rule beside the list and what made each rise', () => {
    const chapter = progressChapter(madeFacts([before, now]), 'zh');
    const text = textsOf([chapter]).join('\n');
    expect(text).toMatch(/列名规则：总体指数较上一年度（2020）上升/);
    expect(text).toContain('省级政府中进步较大的有 2 个：北京、上海。');
    expect(text).toContain('重点城市中进步较大的有 1 个：南京。');
    expect(chapter.sections.map(({ title }) => title)).toEqual(['北京', '上海', '南京']);
    // All indicators rose alike: the parts are those of the weights.
    expect(text).toContain('服务成效度 +3.00 分、办理成熟度 +3.00 分、方式完备度 +2.40 分');
    const english = textsOf([progressChapter(madeFacts([before, now]), 'en')]).join('\n');
    expect(english).toContain('Provincial governments with much progress (2): Beijing and Shanghai.');
  });

  it('are none where nobody improved, in one sentence a kind', () => {
    const text = textsOf([progressChapter(madeFacts([before, { ...before, period: '2021' }]), 'zh')]);
    expect(text.slice(1)).toEqual([
      '省级政府中没有单位的总体指数和名次均有超出抽样误差的上升。',
      '重点城市中没有单位的总体指数和名次均有超出抽样误差的上升。',
    ]);
  });

  it('say that a single year cannot be compared', () => {
    const text = textsOf([progressChapter(madeFacts([now]), 'zh')]);
    expect(text.at(-1)).toBe('没有 2020 年度的结果，无从比较，本章不列名单。');
  });

  it('lead by the rule that is printed', () => {
    const chapter = leadingChapter(madeFacts([before, now]), 'zh');
    expect(textsOf([chapter])[1]).toBe('省级政府中符合规则的有 2 个（前四分之一为前 2 名）：北京、上海。');
    expect(textsOf([chapter])[2]).toBe('重点城市中没有单位符合规则（前四分之一为前 1 名）。');
  });

  it('are none where a single unit has nothing to be compared with', () => {
    const alone = madeFacts([madeMeasurement('2021', [{ code: '110000', score: 95 }])]);
    const leading = leadingChapter(alone, 'en');
    expect(textsOf([leading])[1]).toContain('a single one has an overall index');
    expect(leading.sections).toEqual([]);
    const [north, ...others] = regionBoxesChapter(alone, 'en').sections;
    expect(textsOf([{ ...north!, sections: [] }])[0]).toBe(
      'Mean overall index of its provincial governments (1): 95.00. No other region has provincial governments to be compared with.',
    );
    for (const other of others)
      expect(textsOf([{ ...other, sections: [] }])).toEqual([
        'There are no data of assessed units of this region.',
      ]);
    const found = textsOf(findingChapters(alone, 'en')).join();
    expect(found).not.toContain('1 provincial governments');
  });

  it('stand without indexes and ranks where no score of a single unit was published for one of the years', () => {
    for (const unpublished of [['2020', '2021'], ['2021'], ['2020']]) {
      const facts = madeFacts([before, now], { unpublished });
      const columns = tablesOf([progressChapter(facts, 'zh'), regionBoxesChapter(facts, 'zh')]).flatMap(
        (table) => table.columns.map(({ name }) => name),
      );
      expect(columns.join()).not.toMatch(/总体指数|名次/);
    }
  });
});

describe('a region', () => {
  it('stands beside the mean of all, and names strong, weak and changed', () => {
    const skewed = madeMeasurement('2021', [
      { code: '110000', score: ({ id }) => (id === 'dataTags' ? 60 : 80) },
      { code: '320000', score: 90 },
    ]);
    const facts = madeFacts([year('2020', [80]), skewed]);
    const north = regionBoxesChapter(facts, 'zh').sections[0]!;
    expect(north.title).toBe('华北地区');
    const text = textsOf([{ ...north, sections: [] }]).join('\n');
    expect(text).toContain(
      '本区域 1 个省级政府总体指数平均值为 78.75，比全部 2 个省级政府的平均值（84.38）低 5.63 分。',
    );
    expect(text).toContain('较 2020 年度下降 1.25 分');
    expect(text).toContain('差距最小的是服务成效度（5.00 分），最大的是办理成熟度（7.50 分）');
  });
});

describe('findings', () => {
  const tagged = (n: number) => {
    const tags = new Array<number>(40).fill(0);
    // 212 is the sixth tag of level 2, 512 the third of level 5.
    tags[8 + 5] = n;
    tags[32 + 2] = 3 * n;
    return { tags };
  };

  it('tell what changed with its numbers, and where', () => {
    const text = textsOf(findingChapters(madeFacts([before, now]), 'zh')).join('\n');
    expect(text).toMatch(/跨省通办率由 2020 年度的 \d+\.\d+% 变为 2021 年度的 \d+\.\d+%，有所改善/);
    expect(text).not.toContain('变差');
  });

  it('count tags with all choices as their denominator', () => {
    const facts = madeFacts([now]);
    const analysis = { ...facts.analysis, counts: madeCounts('2021', tagged(5)) };
    const text = textsOf(findingChapters({ ...facts, analysis }, 'zh')).join('\n');
    expect(text).toContain('“不用提交证明”被选 15 次，占全部标签选择 20 次的 75.00%');
    expect(text).toMatch(/线上线下衔接不畅的标签（212 .+）合计被选 5 次，占全部标签选择 20 次的 25\.00%/);
  });

  it('write no chapter about nothing', () => {
    expect(findingChapters(madeFacts([year('2021', [100, 100])]), 'zh')).toEqual([]);
    expect(suggestionChapters(madeFacts([year('2021', [100, 100])]), 'zh')).toEqual([]);
  });

  it('say a target in a sentence as the table prints it, shares and means alike', () => {
    // The mean score is a value of 0 to 10, all else at its best.
    const behind = (share: number) => (indicator: Indicator) => (indicator.id === 'meanScore' ? share : 100);
    const facts = madeFacts([
      madeMeasurement(
        '2021',
        provinces.map((code, i) => ({ code, score: behind(50 + 6.17 * i) })),
      ),
    ]);
    for (const language of languages) {
      const [chapter] = suggestionChapters(facts, language);
      const items = blocksOf([chapter!]).flatMap((block) => (block.kind === 'list' ? block.items : []));
      const targets = tablesOf([chapter!]).flatMap(({ rows }) =>
        rows.slice(0, items.length).map(([, , target]) => printReportCell(target!)),
      );
      expect(targets.join()).toMatch(/\d\.\d{3}/);
      items.forEach((item, i) => {
        expect(item).toContain(language === 'zh' ? `提高到 ${targets[i]!}，` : `came up to ${targets[i]!} `);
      });
    }
  });
});

describe('tasks', () => {
  const responsible = { '110000': { dataTags: { department: 'public-security', part: 0.5 } } };
  const facts = madeFacts([now], { responsible });

  it('sum to 100 less the overall index, in the table of a unit and of all', () => {
    const { overall } = now.units[0]!;
    const table = tablesOf([{ ...unitTasks(facts, 'zh', '110000')!, sections: [] }])[0]!;
    const points = table.rows
      .map((row) => row[5]!)
      .map((cell) => (typeof cell === 'string' ? 0 : cell.value!));
    const [sum, ...rows] = points.toReversed();
    expect(sum).toBeCloseTo(100 - overall!.score, 9);
    expect(rows.reduce((total, one) => total + one, 0)).toBeCloseTo(sum!, 9);
    const [, ofProvinces, ofCities] = tablesOf([tasksChapter(facts, 'zh', 'all')]);
    const ofUnit = ofProvinces!.rows.filter(([unit]) => unit === '北京').map(([, ...row]) => row);
    expect(ofUnit).toEqual(table.rows);
    expect(new Set(ofProvinces!.rows.map(([unit]) => unit)).size).toBe(8);
    expect(new Set(ofCities!.rows.map(([unit]) => unit)).size).toBe(3);
    expect(tablesOf([tasksChapter(facts, 'zh', 'gains')])).toHaveLength(1);
  });

  it('name the department that answers, or the one that leads government services', () => {
    const rows = tablesOf([{ ...unitTasks(facts, 'zh', '110000')!, sections: [] }])[0]!.rows;
    const departmentOf = (name: string) => rows.find(([indicator]) => indicator === name)![6];
    expect(departmentOf('免提交材料正向标签率')).toBe('公安机关');
    expect(departmentOf('好评率')).toBe('行政审批（政务服务管理）部门');
  });

  it('say what would gain most, and are none of a unit that is not there', () => {
    const section = unitTasks(facts, 'zh', '130000')!;
    expect(textsOf([{ ...section, sections: [] }])[0]).toMatch(
      /^河北总体指数 81\.00，失分 19\.00 分。可增分最多的是：“/,
    );
    expect(unitTasks(facts, 'zh', '990000')).toBeUndefined();
  });
});
