import { assumedScores, type AssumedSite } from '../../jobs/measure/assumed-scores.ts';
import type { Bilingual, Language } from '../../model/language.ts';
import type { Period } from '../../model/time/period.ts';
import { translator } from '../../wording/translator.ts';
import { readOptionalChoice } from '../request-query.ts';
import type { RequestContext } from '../request-context.ts';

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

/** Whether scores and ranks of units are shown at once, or their levels alone with the scores one click further. */
export interface ShownScores {
  readonly withScores: boolean;
  /** Empty where scores of units were published. */
  readonly notice: string;
  /** The same page with scores where it has none, and back. */
  readonly otherView: string;
}

/** How the scores of units in some periods are shown in the part of a page with this id: with `ranks=1` in the address at once. */
export function shownScores(context: RequestContext, periods: readonly Period[], part: string): ShownScores {
  const { language, query, site } = context;
  const areAsked = readOptionalChoice(query, 'ranks', ['1']) !== undefined;
  const withScores = areAsked || periods.every((period) => assumedScores(site, period) === undefined);
  return {
    withScores,
    notice: unpublishedNotice(site, periods, language, withScores ? 'scores' : 'levels'),
    otherView: `${context.here({ ranks: withScores ? undefined : '1', sort: undefined, order: undefined })}#${part}`,
  };
}
