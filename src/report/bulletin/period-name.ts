import type { Language } from '../../model/language.ts';
import type { Period } from '../../model/time/period.ts';
import { translator } from '../../wording/translator.ts';
import { bulletinTexts } from './bulletin-texts.ts';

/** A month, quarter or year as a sentence names it: 2023年7月, 2023年第3季度, 2023年度. */
export function periodName({ label, first }: Period, language: Language): string {
  const [year = '', part] = label.split('-');
  const say = translator(bulletinTexts, language);
  if (part === undefined) return say('year', { year });
  if (part.startsWith('Q')) return say('quarter', { year, quarter: part.slice(1) });
  return say('month', { year, month: language === 'zh' ? (first % 12) + 1 : part });
}
