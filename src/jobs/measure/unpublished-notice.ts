import type { Bilingual, Language } from '../../model/language.ts';
import type { Period } from '../../model/time/period.ts';
import { translator } from '../../wording/translator.ts';
import { assumedScores, type AssumedSite } from './assumed-scores.ts';

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
  figures: {
    zh: '所列数字均由模拟产生，不代表任何单位的实际水平。',
    en: 'All figures given are simulated and say nothing of the actual level of any unit.',
  },
  ofPeriods: { zh: '{periods}：{note}', en: '{periods}: {note}' },
  comma: { zh: '、', en: ', ' },
} as const satisfies Readonly<Record<string, Bilingual>>;

/**
 * What is said beside scores, levels or other figures of single units in periods of which few scores or none were published: what is
 * known of each year, once, and what is shown. Empty where all were published, or units go under invented names.
 */
export function unpublishedNotice(
  site: AssumedSite,
  periods: readonly Period[],
  language: Language,
  shown: 'scores' | 'levels' | 'figures' = 'scores',
): string {
  const say = translator(unpublishedTexts, language);
  const labelsOf = new Map<string, Set<string>>();
  for (const period of periods) {
    const assumed = assumedScores(site, period);
    if (assumed === undefined) continue;
    const note = assumed[language] === '' ? say('most') : assumed[language];
    labelsOf.set(note, (labelsOf.get(note) ?? new Set()).add(period.label));
  }
  if (labelsOf.size === 0) return '';
  // A note speaks of one year: beside others it says of which.
  const isOfOne = new Set(periods.map(({ label }) => label)).size === 1;
  const notes = [...labelsOf].map(([note, labels]) =>
    isOfOne ? note : say('ofPeriods', { periods: [...labels].join(say('comma')), note }),
  );
  return [...notes, say(shown)].join(language === 'zh' ? '' : ' ');
}

/** The same in a document or a file, in both languages; null where nothing is said. */
export function unpublishedDocument(site: AssumedSite, periods: readonly Period[]): string | null {
  const [zh, en] = (['zh', 'en'] as const).map((one) => unpublishedNotice(site, periods, one, 'figures'));
  return zh === '' ? null : `${zh ?? ''} / ${en ?? ''}`;
}
