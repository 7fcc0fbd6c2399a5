import type { Bilingual, Language } from '../model/language.ts';
import type { Band } from '../model/measurement.ts';
import type { Method } from '../model/method.ts';
import { bandRange } from '../wording/band-range.ts';
import { translator } from '../wording/translator.ts';

const rangeTexts = {
  rangeAbove: { zh: '高于 {from}', en: 'above {from}' },
  rangeBetween: { zh: '高于 {from}，至 {to}', en: 'above {from}, up to {to}' },
  rangeBelow: { zh: '{to} 及以下', en: '{to} or less' },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** The indexes of a level of capability, in words. */
export const levelRange = (bands: Method['bands'], band: Band, language: Language): string =>
  bandRange(translator(rangeTexts, language), bands, band);
