import type { CourseGain } from '../../jobs/train/course-results.ts';
import type { Language } from '../../model/language.ts';
import { printFixed } from '../../wording/print-number.ts';
import { translator } from '../../wording/translator.ts';
import { debriefTexts } from './debrief-texts.ts';

const points = (share: number): string => `${share > 0 ? '+' : ''}${printFixed(100 * share, 1)}`;

/** The interval of a gain in percentage points. */
export function printGainInterval({ interval }: CourseGain, language: Language): string {
  const t = translator(debriefTexts, language);
  return interval === null
    ? t('noInterval')
    : t('interval', { low: points(interval.low), high: points(interval.high) });
}

/** A gain of shares, in percentage points. */
export const printGain = ({ mean }: CourseGain): string => points(mean);
