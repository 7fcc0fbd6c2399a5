import type { Bilingual } from '../../model/language.ts';

/** What the forms of a report say around its chapters. */
export const reportFormTexts = {
  contents: { zh: '目录', en: 'Contents' },
  tablesAndFigures: { zh: '图表目录', en: 'Tables and figures' },
  sources: { zh: '数据与版本', en: 'Data and versions' },
  how: { zh: '计算方法：', en: 'How computed: ' },
  howComputed: { zh: '计算方法', en: 'How computed' },
  howSheet: { zh: '计算方法', en: 'how computed' },
  further: { zh: '展开指数和名次（模拟）', en: 'Show scores and ranks (simulated)' },
  numbersOf: { zh: '{caption} 图中数据（模拟）', en: 'Numbers of {caption} (simulated)' },
  /** At the head of every page on paper. */
  header: {
    zh: '模拟数据 · 不得作为评估结果引用',
    en: 'Simulated data · not to be quoted as a result of an assessment',
  },
} as const satisfies Readonly<Record<string, Bilingual>>;
