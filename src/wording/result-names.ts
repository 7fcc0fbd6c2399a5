import type { Bilingual } from '../model/language.ts';
import type { Band } from '../model/measurement.ts';

/** Short names of the five first-level indicators, for headings and axes; the full ones are in the method. */
export const dimensionWords = {
  effectiveness: { zh: '成效度', en: 'Effectiveness' },
  maturity: { zh: '成熟度', en: 'Maturity' },
  completeness: { zh: '完备度', en: 'Completeness' },
  coverage: { zh: '覆盖度', en: 'Coverage' },
  accuracy: { zh: '准确度', en: 'Accuracy' },
} as const;

/** Names of the bands of a score. */
export const bandNames: Readonly<Record<Band, Bilingual>> = {
  veryHigh: { zh: '非常高', en: 'Very high' },
  high: { zh: '高', en: 'High' },
  medium: { zh: '中', en: 'Medium' },
  low: { zh: '低', en: 'Low' },
};
