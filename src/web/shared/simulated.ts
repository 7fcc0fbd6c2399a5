import type { Caption } from '../../charts/svg.ts';
import type { Language } from '../../model/language.ts';
import { siteTexts } from './site-texts.ts';

/** A title or a note that says that the figures below it are simulated, so that a table or figure cut out of its page says so. */
export function simulated(text: string, language: Language): string {
  if (/[。.]$/.test(text)) return `${siteTexts.noticeLead[language]}${text}`;
  return language === 'zh' ? `${text}（模拟）` : `${text} (simulated)`;
}

/** The caption of a figure of simulated data. */
export const simulatedCaption = (
  language: Language,
  caption: { readonly id: string; readonly title: string; readonly desc: string },
): Caption => ({
  ...caption,
  title: simulated(caption.title, language),
  notice: siteTexts.notice[language],
});
