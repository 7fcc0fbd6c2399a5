import type { Bilingual } from '../../model/language.ts';
import type { ItemRules } from '../rules/rules-of-item.ts';
import { articleAfter, articleText, basisName, feeBasisName } from './article-text.ts';
import type { TextsOf } from './element-texts.ts';

/** The elements of 收费信息. */
export function feesTexts({
  fee,
  title,
  article,
  feeArticle,
}: ItemRules): TextsOf<'charged' | 'standard' | 'fee-basis'> {
  const feeBasis = articleText(feeBasisName(title), feeArticle);
  const isFree = fee === 0;
  return {
    charged: {
      right: isFree ? free : charged,
      wrong: [isFree ? charged : free],
      vague: [{ zh: '视情况收费', en: 'as circumstances ask for' }],
    },
    standard: {
      right: amountText(fee),
      wrong: isFree
        ? [amountText(20), amountText(50)]
        : [amountText(fee + 20), amountText(fee * 2), amountText(0)],
      vague: [{ zh: '按有关标准收取', en: 'by the scale concerned' }],
    },
    'fee-basis': {
      right: isFree ? noBasis : feeBasis,
      wrong: isFree
        ? [feeBasis]
        : [
            articleText(feeBasisName(title), articleAfter(feeArticle)),
            articleText(basisName(title), article),
            noBasis,
          ],
      vague: [{ zh: '物价部门有关规定', en: 'the rules on prices concerned' }],
    },
  };
}

const charged: Bilingual = { zh: '收费', en: 'a fee is charged' };
const free: Bilingual = { zh: '不收费', en: 'no fee is charged' };
const noBasis: Bilingual = { zh: '不收费，无收费依据', en: 'no fee, and so no basis' };

const amountText = (yuan: number): Bilingual =>
  yuan === 0 ? { zh: '免费（0元）', en: 'free (0 yuan)' } : { zh: `${yuan}元/件`, en: `${yuan} yuan a case` };
