import type { Bilingual } from '../../model/language.ts';

/** What is said beside scores and ranks of single units that were never published. */
export const unpublishedTexts = {
  unpublishedScores: {
    zh: '公布资料中没有各单位的指数和名次。本页的指数和名次均由模拟产生，不代表任何单位的实际水平。',
    en: 'No index or rank of a single unit was published. Those on this page are simulated and say nothing of the actual level of any unit.',
  },
} as const satisfies Readonly<Record<string, Bilingual>>;
