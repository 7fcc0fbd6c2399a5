import type { Bilingual } from '../../../model/language.ts';
import type { Draws } from '../../draws.ts';
import type { MakeRequest } from '../../exercise-kind.ts';
import type { Difficulty } from '../../../model/training/exercise-kinds.ts';
import { numberText, percentText } from '../figures/printed.ts';
import { unitMeasures } from './cause-part.ts';
import { endsText, gapBetween, rateOf, rateText, type RatedSample } from './samples.ts';

/** What a sentence has wrong; `none` where it may go out. */
export type Fault = 'none' | 'figure' | 'scope' | 'basis' | 'place' | 'cause';

export interface JudgedSentence {
  readonly text: Bilingual;
  readonly fault: Fault;
  readonly why: Bilingual;
  /** True where it says that nothing can be told though it can: that costs less than to say too much. */
  readonly saysTooLittle?: boolean;
  /** The sentence put right, where it had a fault. */
  readonly mended?: Bilingual;
}

/** A unit and another one, last month and this. */
export interface SixRows {
  readonly before: RatedSample;
  readonly now: RatedSample;
  readonly otherBefore: RatedSample;
  readonly other: RatedSample;
}

/** Sentences on the rows: those that may go out, and each of them with a single fault. */
export function sentencesOn(
  rows: SixRows,
  { draws, difficulty }: Pick<MakeRequest, 'draws' | 'difficulty'>,
): JudgedSentence[] {
  const samples = [
    { sample: rows.now, before: rows.before },
    { sample: rows.other, before: rows.otherBefore },
  ];
  const changes = [
    [rows.before, rows.now],
    [rows.otherBefore, rows.other],
  ] as const;
  return [
    ...samples.flatMap(({ sample, before }) =>
      levelSentences(sample, wrongRate(sample, before, difficulty), draws),
    ),
    ...pairSentences(rows.now, rows.other),
    ...changes.flatMap(([from, to]) => changeSentences(from, to, draws)),
  ];
}

/** Figure, interval and denominator of a row, as they stand in brackets. */
const basisOf = ({ interval, n }: RatedSample): Bilingual => ({
  zh: `（95%区间${endsText(interval)}，n＝${numberText(n)}）`,
  en: ` (95% interval ${endsText(interval)}, n = ${numberText(n)})`,
});

const fine: Bilingual = {
  zh: '数字、单位、时期、分母和区间齐全，说法没有超出表中数据。',
  en: 'figure, unit, period, denominator and interval are there, and nothing is said beyond the table.',
};

const withRate = (sample: RatedSample, rate: string, month: Bilingual, basis: Bilingual): Bilingual => ({
  zh: `${month.zh}，${sample.unit.zh}主动评价好评率为 ${rate}${basis.zh}。`,
  en: `In ${month.en} the good-rating rate of active ratings of ${sample.unit.en} was ${rate}${basis.en}.`,
});

interface WrongRate {
  readonly printed: string;
  readonly from: Bilingual;
}

/** A wrong figure: over services, of the month before, or with two digits exchanged, which catches the eye least. */
function wrongRate(sample: RatedSample, before: RatedSample, difficulty: Difficulty): WrongRate {
  if (difficulty === 1)
    return {
      printed: percentText(sample.good / sample.services),
      from: { zh: '好评数除以服务数', en: 'good ratings over services' },
    };
  const [whole = '', tenth = '', hundredth = ''] = /^(\d+)\.(\d)(\d)/.exec(rateText(sample))?.slice(1) ?? [];
  if (difficulty === 2 || tenth === hundredth)
    return { printed: rateText(before), from: { zh: '上月的好评率', en: 'the rate of the month before' } };
  return {
    printed: `${whole}.${hundredth}${tenth}%`,
    from: { zh: '两位小数写颠倒了的数', en: 'the rate with its last two digits exchanged' },
  };
}

function levelSentences(sample: RatedSample, wrong: WrongRate, draws: Draws): JudgedSentence[] {
  const { unit, month, n, good, interval } = sample;
  const right = withRate(sample, rateText(sample), month, basisOf(sample));
  const measure = draws.one(`measure ${unit.en}`, unitMeasures);
  const quarter: Bilingual = {
    zh: `${month.zh.slice(0, 5)}一季度`,
    en: `the first quarter of ${month.en.slice(-4)}`,
  };
  const without = draws.share(`without ${unit.en}`) < 0.5;
  return [
    { text: right, fault: 'none', why: fine },
    {
      text: withRate(sample, wrong.printed, month, basisOf(sample)),
      fault: 'figure',
      why: {
        zh: `${wrong.printed} 是${wrong.from.zh}，应为 ${numberText(good)} ÷ ${numberText(n)} = ${rateText(sample)}。`,
        en: `${wrong.printed} is ${wrong.from.en}; it should be ${numberText(good)} ÷ ${numberText(n)} = ${rateText(sample)}.`,
      },
      mended: right,
    },
    {
      text: withRate(sample, rateText(sample), quarter, basisOf(sample)),
      fault: 'scope',
      why: {
        zh: `数字都是${month.zh}的，不是${quarter.zh}的。`,
        en: `the figures are those of ${month.en}, not of ${quarter.en}.`,
      },
      mended: right,
    },
    {
      text: withRate(
        sample,
        rateText(sample),
        month,
        without
          ? { zh: `（n＝${numberText(n)}）`, en: ` (n = ${numberText(n)})` }
          : {
              zh: `（95%区间${endsText(interval)}）`,
              en: ` (95% interval ${endsText(interval)})`,
            },
      ),
      fault: 'basis',
      why: without
        ? { zh: '没有区间。', en: 'there is no interval.' }
        : { zh: '没有分母。', en: 'there is no denominator.' },
      mended: right,
    },
    {
      text: {
        zh: `${month.zh}，${unit.zh}${measure.zh}，主动评价好评率因此达到 ${rateText(sample)}${basisOf(sample).zh}。`,
        en: `In ${month.en} ${unit.en} introduced ${measure.en}, which brought its good-rating rate of active ratings to ${rateText(sample)}${basisOf(sample).en}.`,
      },
      fault: 'cause',
      why: {
        zh: `表中没有任何数据能说明好评率与${measure.zh}的关系。`,
        en: `nothing in the table tells what the rate has to do with ${measure.en}.`,
      },
      mended: right,
    },
  ];
}

/** The intervals of two rows, named together. */
const joined = (a: RatedSample, b: RatedSample): Bilingual => ({
  zh: `${endsText(a.interval)} 和 ${endsText(b.interval)}`,
  en: `${endsText(a.interval)} and ${endsText(b.interval)}`,
});

const points = (a: RatedSample, b: RatedSample): string =>
  numberText(Math.abs(rateOf(a) - rateOf(b)) * 100, 2);

function pairSentences(a: RatedSample, b: RatedSample): JudgedSentence[] {
  const [higher, lower] = rateOf(a) > rateOf(b) ? [a, b] : [b, a];
  const isApart = gapBetween(a.interval, b.interval) > 0;
  const both: Bilingual = {
    zh: `${a.month.zh}，主动评价好评率${higher.unit.zh}为 ${rateText(higher)}${basisOf(higher).zh}，${lower.unit.zh}为 ${rateText(lower)}${basisOf(lower).zh}`,
    en: `In ${a.month.en} the good-rating rate of active ratings was ${rateText(higher)}${basisOf(higher).en} in ${higher.unit.en} and ${rateText(lower)}${basisOf(lower).en} in ${lower.unit.en}`,
  };
  const claim: Bilingual = {
    zh: `${both.zh}，${higher.unit.zh}较高。`,
    en: `${both.en}; ${higher.unit.en} is higher.`,
  };
  const open: Bilingual = {
    zh: `${both.zh}，区间重叠，分不出高低。`,
    en: `${both.en}; the intervals overlap and neither can be said to be higher.`,
  };
  const ends = joined(higher, lower);
  const overlapping: Bilingual = {
    zh: `两个区间 ${ends.zh} 重叠，不能说高低。`,
    en: `the intervals ${ends.en} overlap, so that neither can be said to be higher.`,
  };
  const apart: Bilingual = {
    zh: `两个区间 ${ends.zh} 不重叠，可以说高低。`,
    en: `the intervals ${ends.en} do not overlap, so that it can be said which is higher.`,
  };
  const asPercent: Bilingual = {
    zh: `${both.zh}，相差 ${points(a, b)}%。`,
    en: `${both.en}, ${points(a, b)}% apart.`,
  };
  const asPoints: Bilingual = {
    zh: `${both.zh}，相差 ${points(a, b)} 个百分点。`,
    en: `${both.en}, ${points(a, b)} percentage points apart.`,
  };
  const difference: Bilingual = {
    zh: '两个比率相减，单位是个百分点，不是%。',
    en: 'the difference of two rates is in percentage points, not in %.',
  };
  return [
    isApart
      ? { text: claim, fault: 'none', why: fine }
      : { text: claim, fault: 'place', why: overlapping, mended: open },
    isApart
      ? { text: open, fault: 'place', saysTooLittle: true, why: apart, mended: claim }
      : { text: open, fault: 'none', why: fine },
    { text: asPercent, fault: 'scope', why: difference, mended: asPoints },
  ];
}

function changeSentences(from: RatedSample, to: RatedSample, draws: Draws): JudgedSentence[] {
  const { unit } = to;
  const isApart = gapBetween(from.interval, to.interval) > 0;
  const rose = rateOf(to) > rateOf(from);
  const both: Bilingual = {
    zh: `${unit.zh}主动评价好评率${from.month.zh}为 ${rateText(from)}${basisOf(from).zh}，${to.month.zh}为 ${rateText(to)}${basisOf(to).zh}`,
    en: `The good-rating rate of active ratings of ${unit.en} was ${rateText(from)}${basisOf(from).en} in ${from.month.en} and ${rateText(to)}${basisOf(to).en} in ${to.month.en}`,
  };
  const claim: Bilingual = {
    zh: `${both.zh}，有所${rose ? '上升' : '下降'}。`,
    en: `${both.en}: it ${rose ? 'rose' : 'fell'}.`,
  };
  const open: Bilingual = {
    zh: `${both.zh}，区间重叠，不能认定有变化。`,
    en: `${both.en}; the intervals overlap and no change can be told.`,
  };
  const measure = draws.one(`change measure ${unit.en}`, unitMeasures);
  const caused: Bilingual = {
    zh: `${both.zh}，变化与${measure.zh}有关。`,
    en: `${both.en}; the change has to do with ${measure.en}.`,
  };
  const ends = joined(from, to);
  return [
    isApart
      ? { text: claim, fault: 'none', why: fine }
      : {
          text: claim,
          fault: 'place',
          why: {
            zh: `两个区间 ${ends.zh} 重叠，不能说${rose ? '上升' : '下降'}。`,
            en: `the intervals ${ends.en} overlap, so that no ${rose ? 'rise' : 'fall'} can be told.`,
          },
          mended: open,
        },
    ...(isApart
      ? [
          {
            text: caused,
            fault: 'cause',
            why: {
              zh: `变化可以说，但表中没有数据能说明与${measure.zh}的关系。`,
              en: `the change may be told, but nothing in the table tells what it has to do with ${measure.en}.`,
            },
            mended: claim,
          } as const,
        ]
      : []),
    isApart
      ? {
          text: open,
          fault: 'place',
          saysTooLittle: true,
          why: {
            zh: `两个区间 ${ends.zh} 不重叠，可以说${rose ? '上升' : '下降'}。`,
            en: `the intervals ${ends.en} do not overlap, so that a ${rose ? 'rise' : 'fall'} can be told.`,
          },
          mended: claim,
        }
      : { text: open, fault: 'none', why: fine },
  ];
}
