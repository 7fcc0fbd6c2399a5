import type { Bilingual } from '../../model/language.ts';

/** What the inputs of a field of several values are called: by number or code. */
export type PartNames =
  'weekdays' | 'months' | 'hours' | 'cuts' | 'levels' | 'channels' | 'userTypes' | 'ages';

export interface FieldTexts {
  readonly label: Bilingual;
  readonly help: Bilingual;
  readonly parts?: PartNames;
}

/** Label and help of a field, in both languages. */
export const fieldWords = (
  zh: string,
  en: string,
  helpZh: string,
  helpEn: string,
  parts?: PartNames,
): FieldTexts => ({
  label: { zh, en },
  help: { zh: helpZh, en: helpEn },
  ...(parts === undefined ? {} : { parts }),
});
