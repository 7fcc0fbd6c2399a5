import type { Bilingual } from '../../model/language.ts';

/** What independent surveys of government services in Guangdong gave, as news reported it; the reports themselves were not found. */
export const publishedSurveys = {
  source: {
    zh: '广东省政务服务满意度独立调查，新闻转载，未查到原报告',
    en: 'independent surveys of satisfaction with government services in Guangdong, as reprinted in the news; the reports themselves were not found',
  },
  scores: [
    { year: '2017', score: 73.51 },
    { year: '2018', score: 74.63 },
    { year: '2020', score: 77.89 },
  ],
} as const satisfies {
  readonly source: Bilingual;
  readonly scores: readonly { readonly year: string; readonly score: number }[];
};
