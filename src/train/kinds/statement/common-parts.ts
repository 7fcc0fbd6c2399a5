import type { Bilingual } from '../../../model/language.ts';
import { monthName, numberText } from '../figures/printed.ts';
import { statementCosts } from './costs.ts';
import { rateText, type RatedSample } from './samples.ts';
import { wrongWordings, rightWording, type SentencePart } from './sentence-parts.ts';

/** The month of the figures, beside months and longer times that the table does not speak of as a whole. */
export function periodPart(month: string): SentencePart {
  const [now, before] = [monthName(month), monthName(month, -1)];
  const year = month.slice(0, 4);
  return {
    id: 'period',
    label: { zh: '时期', en: 'Period' },
    wordings: [
      rightWording(now),
      ...wrongWordings(
        statementCosts.scope,
        before,
        { zh: `${year}年以来`, en: `${year} so far` },
        { zh: `${before.zh}至${now.zh.slice(5)}`, en: `${before.en} to ${now.en}` },
      ),
    ],
    why: {
      zh: `时期：所写的数字都是${now.zh}的，不是更长时期的。`,
      en: `Period: the figures are those of ${now.en}, not of a longer time.`,
    },
  };
}

/** The figure, beside those of other rows and one over services. */
export function figurePart(sample: RatedSample, others: readonly RatedSample[]): SentencePart {
  const ofServices = `${numberText((sample.good / sample.services) * 100, 2)}%`;
  const figure = (text: string): Bilingual => ({ zh: text, en: text });
  return {
    id: 'figure',
    label: { zh: '数字', en: 'Figure' },
    wordings: [
      rightWording(figure(rateText(sample))),
      ...wrongWordings(
        statementCosts.figure,
        ...others.map((other) => figure(rateText(other))),
        figure(ofServices),
      ),
    ],
    why: {
      zh: `数字：${sample.unit.zh}${sample.month.zh}一行，${numberText(sample.good)} ÷ ${numberText(sample.n)} = ${rateText(sample)}；除以服务数得 ${ofServices}，是把未评价的当成了不满意。`,
      en: `Figure: row ${sample.unit.en}, ${sample.month.en}, ${numberText(sample.good)} ÷ ${numberText(sample.n)} = ${rateText(sample)}; over services it would be ${ofServices}, which takes silence for dissatisfaction.`,
    },
  };
}
