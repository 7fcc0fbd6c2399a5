import type { Bilingual } from '../model/language.ts';

/** What stands around the chapters of a report. */
export const reportTexts = {
  title: {
    zh: '省级政府和重点城市一体化政务服务能力模拟评估报告（{year}，教学样例）',
    en: 'Simulated assessment of the integrated government-service capability of provincial governments and key cities ({year}, a teaching example)',
  },
  simulated: {
    zh: '本报告全部数据均为模拟数据，不反映任何地区的实际情况。',
    en: 'All data of this report are simulated and say nothing of the actual state of any place.',
  },
  noQuote: { zh: '不得作为评估结果引用。', en: 'Not to be quoted as a result of an assessment.' },
} as const satisfies Readonly<Record<string, Bilingual>>;
