import type { Bilingual } from '../model/language.ts';
import type { Measurement } from '../model/measurement.ts';
import { separateFictional } from '../model/names/fictional-units.ts';

/** What is said of fictional units beside assessed ones. */
export const unrankedTexts = {
  fictionalUnits: {
    zh: '虚构单位（不排名，不划分能力水平，不计入平均值）',
    en: 'Fictional units (no rank, no capability level, in no mean)',
  },
  whyUnranked: {
    zh: '虚构单位与参评单位并列时，不参加排名，不划分能力水平，不计入平均值和水平分布，也不与公布值对照。',
    en: 'Beside assessed units, fictional ones have no rank and no capability level, and enter no mean, no distribution of levels and no comparison with published figures.',
  },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** The units of a measurement that are not ranked, and why; null where all are. */
export function unrankedIn({ units }: Measurement): { units: string[]; reason: string } | null {
  const codes = separateFictional(units).unranked.map(({ code }) => code);
  const { zh, en } = unrankedTexts.whyUnranked;
  return codes.length === 0 ? null : { units: codes, reason: `${zh} / ${en}` };
}
