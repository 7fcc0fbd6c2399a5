import { assumedScores, type AssumedSite } from '../../jobs/measure/assumed-scores.ts';
import type { Bilingual, Language } from '../../model/language.ts';
import type { Period } from '../../model/time/period.ts';
import { translator } from '../../wording/translator.ts';

const unpublishedTexts = {
  most: {
    zh: '多数单位的指数和名次未公布。',
    en: 'Indexes and ranks of most units were not published.',
  },
  scores: {
    zh: '本页的指数和名次均由模拟产生，不代表任何单位的实际水平。',
    en: 'Indexes and ranks on this page are simulated and say nothing of the actual level of any unit.',
  },
  levels: {
    zh: '以下按行政区划次序列出各单位，只标出模拟的能力水平。',
    en: 'Units stand in administrative order, each with its simulated capability level alone.',
  },
} as const satisfies Readonly<Record<string, Bilingual>>;

/**
 * What is said beside scores or levels of single units in periods of which few scores or none were published: what is known of
 * the year, once, and what the page shows. Empty where all were published, or units go under invented names.
 */
export function unpublishedNotice(
  site: AssumedSite,
  periods: readonly Period[],
  language: Language,
  shown: 'scores' | 'levels' = 'scores',
): string {
  const say = translator(unpublishedTexts, language);
  const notes = new Set(periods.flatMap((period) => assumedScores(site, period)?.[language] ?? []));
  if (notes.size === 0) return '';
  // Notes speak of one year: of several years only what holds for all of them is said.
  const [note = ''] = notes.size === 1 ? notes : [];
  return [note === '' ? say('most') : note, say(shown)].join(language === 'zh' ? '' : ' ');
}
