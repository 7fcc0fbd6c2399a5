import type { Bilingual } from '../../model/language.ts';

/** Where a paper comes from (材料来源渠道). */
export const paperSources = ['applicant', 'government', 'third-party'] as const;
export type PaperSource = (typeof paperSources)[number];

/** In what form a paper is taken (材料介质). */
export const paperMedia = ['paper', 'electronic', 'either'] as const;
export type PaperMedium = (typeof paperMedia)[number];

/** A paper that an application needs (申请材料). */
export interface Paper {
  readonly name: Bilingual;
  readonly source: PaperSource;
  readonly copies: number;
  readonly medium: PaperMedium;
}

export const paperSourceNames: Readonly<Record<PaperSource, Bilingual>> = {
  applicant: { zh: '申请人自备', en: 'supplied by the applicant' },
  government: { zh: '政府部门核发', en: 'issued by an authority' },
  'third-party': { zh: '中介机构出具', en: 'issued by an intermediary' },
};

export const paperMediumNames: Readonly<Record<PaperMedium, Bilingual>> = {
  paper: { zh: '纸质', en: 'on paper' },
  electronic: { zh: '电子', en: 'electronic' },
  either: { zh: '纸质或电子', en: 'on paper or electronic' },
};
