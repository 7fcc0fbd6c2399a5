import type { Language } from '../../../src/model/language.ts';
import { barList } from '../../../src/charts/bar-list.ts';
import type { Report, ReportFigure, ReportNumber, ReportTable } from '../../../src/report/report.ts';

/** A report with one of everything that a form must carry. */

const number = (value: number | null, print: ReportNumber['print']): ReportNumber => ({ value, print });

const hostile = `<b>"&'=1+1`;

const words = {
  zh: {
    unit: '单位',
    table: '能力水平分布（模拟）',
    figure: '各区域平均值（模拟）',
    section: '第一节',
    north: '华北',
  },
  en: {
    unit: 'Unit',
    table: 'Levels (simulated)',
    figure: 'Means (simulated)',
    section: 'Section',
    north: 'North',
  },
} as const;

export function exampleReport(language: Language): Report {
  const say = words[language];
  const table: ReportTable = {
    kind: 'table',
    id: 'table-2-1',
    number: '2-1',
    title: say.table,
    columns: [
      { name: say.unit, numeric: false },
      ...(['count', 'score', 'share', 'difference', 'rank'] as const).map((name) => ({
        name,
        numeric: true,
      })),
    ],
    rows: [
      [
        say.north,
        number(1234567, 'count'),
        number(88.0735, 'score'),
        number(0.90525, 'share'),
        number(4.8037, 'difference'),
        number(1, 'rank'),
      ],
      [
        hostile,
        number(0, 'count'),
        number(null, 'score'),
        number(0.00012345, 'share'),
        number(-0.004, 'difference'),
        number(null, 'rank'),
      ],
      [
        '',
        number(1, 'count'),
        number(100, 'score'),
        number(0, 'share'),
        number(-12.3456789, 'difference'),
        number(32, 'rank'),
      ],
    ],
    notes: ['Note.'],
    how: hostile,
  };
  const figure: ReportFigure = {
    kind: 'figure',
    id: 'figure-3-2',
    number: '3-2',
    title: say.figure,
    svg: barList(
      { id: 'figure-3-2', title: say.figure, desc: 'd', notice: '模拟数据' },
      { from: 0, to: 100, ticks: [] },
      [{ name: say.north, value: 81.25, printed: '81.25' }],
    ),
    table: {
      columns: [
        { name: say.unit, numeric: false },
        { name: 'x', numeric: true },
      ],
      rows: [[say.north, number(81.2468, 'score')]],
    },
    notes: [],
    how: 'How.',
  };
  const unnumbered: ReportTable = {
    ...table,
    id: 'losses-981100',
    number: '',
    title: `${say.north}/${say.table}`,
  };
  return {
    language,
    period: '2021',
    title: language === 'zh' ? '模拟评估报告（2021，教学样例）' : 'Simulated report (2021)',
    notices: [language === 'zh' ? '全部数据均为模拟数据。' : 'All data are simulated.'],
    facts: [{ name: 'digest', value: '0123456789abcdef' }],
    chapters: [
      {
        id: 'words',
        title: language === 'zh' ? '编制说明' : 'Words',
        blocks: [
          { kind: 'paragraph', text: hostile },
          { kind: 'list', items: ['a', 'b'] },
          { kind: 'note', text: 'n' },
        ],
        sections: [{ id: 'words-1', title: say.section, blocks: [table, figure] }],
      },
      {
        id: 'drawn',
        title: 'D',
        blocks: [{ ...figure, id: 'figure-1-1', number: '1-1', table: undefined }],
        sections: [],
      },
      { id: 'losses', title: 'L', blocks: [unnumbered, { ...unnumbered, id: 'losses-2' }], sections: [] },
    ],
  };
}
