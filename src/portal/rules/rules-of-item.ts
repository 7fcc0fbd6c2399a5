import type { Bilingual } from '../../model/language.ts';
import { itemWord, siteDraw } from '../site-draws.ts';
import type { SiteItem, SiteUnit } from '../site-unit.ts';
import { applicantsOf, audienceTexts } from './applicants-of-item.ts';
import { feeOfItem } from './fee-of-item.ts';
import { officeContact, type OfficeContact } from './office-contact.ts';
import type { Paper } from './paper.ts';
import { papersOfItem } from './papers-of-item.ts';
import { stepsOfItem, type HandlingStep } from './steps-of-item.ts';

/** What the rules say of an item of a unit (事项标准): guides have to say it, and applications may ask for no more. */
export interface ItemRules {
  readonly site: SiteUnit;
  readonly item: SiteItem;
  /** Name in both languages; the Chinese one where the register has no English one. */
  readonly title: Bilingual;
  /** Types of applicants (userProp) that may apply. */
  readonly applicants: readonly string[];
  readonly contact: OfficeContact;
  readonly papers: readonly Paper[];
  readonly steps: readonly HandlingStep[];
  /** Yuan a case, 0 where nothing is paid. */
  readonly fee: number;
  /** Conditions of acceptance (受理条件): beside the elements of the guide, always right there. */
  readonly conditions: readonly Bilingual[];
  /** Articles of the simulated regulations that the item and its fee are based on. */
  readonly article: number;
  readonly feeArticle: number;
}

const ARTICLES = 30;

export function rulesOfItem(site: SiteUnit, item: SiteItem): ItemRules {
  const word = (n: number): number => itemWord(site, item, n);
  const { right } = audienceTexts(item);
  return {
    site,
    item,
    title: { zh: item.name, en: item.nameEn === '' ? item.name : item.nameEn },
    applicants: applicantsOf(item),
    contact: officeContact(site, item),
    papers: papersOfItem(site, item),
    steps: stepsOfItem(item),
    fee: feeOfItem(item),
    conditions: [
      {
        zh: `申请人属于服务对象：${right.zh}`,
        en: `The applicant is one of those who may apply: ${right.en}`,
      },
      {
        zh: '申请材料齐全、符合法定形式',
        en: 'The papers are complete and in the form that the law asks for',
      },
      { zh: '申请内容真实有效', en: 'What the application says is true' },
    ],
    article: 1 + (word(siteDraw.article) % ARTICLES),
    feeArticle: 1 + (word(siteDraw.feeArticle) % ARTICLES),
  };
}
