import type { Bilingual, Language } from '../model/language.ts';
import { translator } from '../wording/translator.ts';
import type { ReportBlock } from './report.ts';

const absentTexts = {
  table: { zh: '表 {number}　{title}：从略。{reason}', en: 'Table {number}. {title}: left out. {reason}' },
  figure: { zh: '图 {number}　{title}：从略。{reason}', en: 'Figure {number}. {title}: left out. {reason}' },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** Stands where a numbered table or figure would be empty: its number, its title, and why it is not there. */
export const absent = (
  language: Language,
  what: keyof typeof absentTexts,
  { number, title, reason }: { readonly number: string; readonly title: string; readonly reason: string },
): ReportBlock => ({
  kind: 'note',
  text: translator(absentTexts, language)(what, { number, title, reason }),
});
