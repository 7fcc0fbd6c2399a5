import type { Bilingual } from '../../../model/language.ts';
import { numberText } from '../figures/printed.ts';
import { statementCosts } from './costs.ts';
import { endsText, gapBetween, liesAbove, rateOf, rateText, type RatedSample } from './samples.ts';
import { wrongWordings, rightWording, type SentencePart } from './sentence-parts.ts';

/** Parts of a sentence that compares two samples; `besides` are rows that tempt to be taken in their place. */

/** The difference in points, as printed. */
const pointsBetween = (a: RatedSample, b: RatedSample): string =>
  numberText(Math.abs(rateOf(a) - rateOf(b)) * 100, 2);

export function ratesPart(
  first: RatedSample,
  second: RatedSample,
  besides: readonly RatedSample[],
): SentencePart {
  const text = (a: RatedSample, b: RatedSample): Bilingual => ({
    zh: `${rateText(a)} 和 ${rateText(b)}`,
    en: `${rateText(a)} and ${rateText(b)}`,
  });
  const [other = second] = besides;
  const ofServices = [first, second].map(({ good, services }) => numberText((good / services) * 100, 2));
  return {
    id: 'figure',
    label: { zh: '两个好评率', en: 'Both rates' },
    wordings: [
      rightWording(text(first, second)),
      ...wrongWordings(statementCosts.figure, text(second, first), text(first, other), {
        zh: `${ofServices[0] ?? ''}% 和 ${ofServices[1] ?? ''}%`,
        en: `${ofServices[0] ?? ''}% and ${ofServices[1] ?? ''}%`,
      }),
    ],
    why: {
      zh: `两个好评率：${numberText(first.good)} ÷ ${numberText(first.n)} = ${rateText(first)}，${numberText(second.good)} ÷ ${numberText(second.n)} = ${rateText(second)}。`,
      en: `Both rates: ${numberText(first.good)} ÷ ${numberText(first.n)} = ${rateText(first)}, ${numberText(second.good)} ÷ ${numberText(second.n)} = ${rateText(second)}.`,
    },
  };
}

export function intervalsPart(first: RatedSample, second: RatedSample): SentencePart {
  const text = (a: RatedSample, b: RatedSample): Bilingual => ({
    zh: `95%区间分别为${endsText(a.interval)}和${endsText(b.interval)}，分母分别为 ${numberText(first.n)} 和 ${numberText(second.n)} 条有等级的主动评价`,
    en: `95% intervals ${endsText(a.interval)} and ${endsText(b.interval)}, over ${numberText(first.n)} and ${numberText(second.n)} active ratings with a level`,
  });
  return {
    id: 'basis',
    label: { zh: '区间和分母', en: 'Intervals and denominators' },
    wordings: [
      rightWording(text(first, second)),
      ...wrongWordings(statementCosts.figure, text(second, first), {
        zh: `95%区间分别为${endsText(first.interval)}和${endsText(second.interval)}，分母分别为 ${numberText(first.services)} 和 ${numberText(second.services)} 次服务`,
        en: `95% intervals ${endsText(first.interval)} and ${endsText(second.interval)}, over ${numberText(first.services)} and ${numberText(second.services)} services`,
      }),
      ...wrongWordings(statementCosts.basis, {
        zh: `分母分别为 ${numberText(first.n)} 和 ${numberText(second.n)} 条有等级的主动评价`,
        en: `over ${numberText(first.n)} and ${numberText(second.n)} active ratings with a level`,
      }),
    ],
    why: {
      zh: `区间和分母：按各自的行，${endsText(first.interval)}（n＝${numberText(first.n)}）、${endsText(second.interval)}（n＝${numberText(second.n)}）；只写分母，读者看不出分不分得开。`,
      en: `Intervals and denominators: each from its row, ${endsText(first.interval)} (n = ${numberText(first.n)}), ${endsText(second.interval)} (n = ${numberText(second.n)}); from denominators alone nobody sees whether the two can be told apart.`,
    },
  };
}

export function differencePart(
  first: RatedSample,
  second: RatedSample,
  besides: readonly RatedSample[],
): SentencePart {
  const points = pointsBetween(first, second);
  const percent = numberText(Math.abs(rateOf(second) / rateOf(first) - 1) * 100, 2);
  const inPoints = (value: string): Bilingual => ({
    zh: `相差 ${value} 个百分点`,
    en: `${value} percentage points apart`,
  });
  const [other = second] = besides;
  return {
    id: 'difference',
    label: { zh: '差距', en: 'Difference' },
    wordings: [
      rightWording(inPoints(points)),
      ...wrongWordings(statementCosts.scope, { zh: `相差 ${points}%`, en: `${points}% apart` }),
      ...wrongWordings(statementCosts.figure, inPoints(percent), inPoints(pointsBetween(first, other))),
    ],
    why: {
      zh: `差距：${rateText(first)} 与 ${rateText(second)} 相减，单位是个百分点：${points} 个百分点，不是 ${points}%。`,
      en: `Difference: ${rateText(first)} against ${rateText(second)}, in percentage points: ${points} points, not ${points}%.`,
    },
  };
}

/** How two samples may be said to stand to one another. */
interface PlaceTexts {
  readonly firstHigher: Bilingual;
  readonly secondHigher: Bilingual;
  readonly open: Bilingual;
  /** Says more than two samples can show. */
  readonly tooMuch: Bilingual;
}

export function comparisonPart(
  label: Bilingual,
  first: RatedSample,
  second: RatedSample,
  { firstHigher, secondHigher, open, tooMuch }: PlaceTexts,
): SentencePart {
  const isFirst = liesAbove(first, second);
  const isSecond = liesAbove(second, first);
  const isOpen = !isFirst && !isSecond;
  const ends = [endsText(first.interval), endsText(second.interval)] as const;
  return {
    id: 'place',
    label,
    wordings: [
      { text: firstHigher, cost: isFirst ? 0 : statementCosts.place },
      { text: secondHigher, cost: isSecond ? 0 : statementCosts.place },
      { text: open, cost: isOpen ? 0 : statementCosts.refused },
      ...wrongWordings(statementCosts.place, tooMuch),
    ],
    why: isOpen
      ? {
          zh: `${label.zh}：${ends[0]} 与 ${ends[1]} 重叠，不能写高低升降，更不能写“${tooMuch.zh}”。`,
          en: `${label.en}: ${ends[0]} and ${ends[1]} overlap, so that neither more nor less may be written, let alone “${tooMuch.en}”.`,
        }
      : {
          zh: `${label.zh}：${ends[0]} 与 ${ends[1]} 不重叠，隔开 ${numberText(gapBetween(first.interval, second.interval) * 100, 2)} 个百分点，可以写出方向；“${tooMuch.zh}”超出了这两行数据。`,
          en: `${label.en}: ${ends[0]} and ${ends[1]} do not overlap, ${numberText(gapBetween(first.interval, second.interval) * 100, 2)} points lie between them, so that the direction may be written; “${tooMuch.en}” goes beyond these two rows.`,
        },
  };
}
