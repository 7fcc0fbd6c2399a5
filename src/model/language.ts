/** The two languages of the interface; Chinese comes first everywhere. */
export type Language = 'zh' | 'en';

/** One text in both languages. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/** Picks the text of one language. */
export const translate = (text: Bilingual, language: Language): string => text[language];
