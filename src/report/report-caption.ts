import type { Caption } from '../charts/svg.ts';
import type { Bilingual, Language } from '../model/language.ts';

const notice: Bilingual = { zh: '模拟数据', en: 'Simulated data' };

/** The caption of a figure of the report, whose title says already that it is simulated. */
export const reportCaption = (
  language: Language,
  caption: { readonly id: string; readonly title: string; readonly desc: string },
): Caption => ({ ...caption, notice: notice[language] });
