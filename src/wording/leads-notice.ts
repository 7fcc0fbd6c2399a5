import type { Bilingual } from '../model/language.ts';

/** What stands above everything that a detector flags. */
export const leadsNotice: Bilingual = {
  zh: '线索，须经核实；不构成对单位或个人的认定。',
  en: 'Leads that have to be verified; no finding about any unit or person.',
};
