import type { Bilingual } from '../../../model/language.ts';
import { wilsonInterval } from '../../../model/math/interval.ts';
import type { MakeRequest } from '../../exercise-kind.ts';
import type { MadeExercise } from '../../../model/training/exercise.ts';
import { codedUnits, firstThat } from '../figures/drawn-counts.ts';
import { figureTable } from '../figures/exercise-parts.ts';
import { monthName, numberText, percentText, sameInBoth } from '../figures/printed.ts';
import { periodPart } from './common-parts.ts';
import { statementCosts } from './costs.ts';
import { endsText } from './samples.ts';
import {
  wrongWordings,
  leavingOut,
  rightWording,
  sentenceExercise,
  type SentencePart,
} from './sentence-parts.ts';
import {
  FEWEST_UPHELD,
  areApart,
  drawUpheld,
  isTooFew,
  overUpheld,
  shareOfUpheld,
  tellsDenominatorsApart,
  type UpheldCounts,
} from './upheld-counts.ts';

/** A sentence on 差评按期整改率, where counts are small and sometimes too small for a rate. */
export function makeHandlingRate(request: MakeRequest): MadeExercise {
  const { draws, difficulty, world } = request;
  const [a = sameInBoth(''), b = sameInBoth('')] = draws.shuffled('units', codedUnits(draws, 2));
  const isFew = draws.share('few') < 0.4;
  const isApart = draws.share('apart') < 0.5;
  const { counts, other } = firstThat(
    (attempt) => ({
      counts: drawUpheld(request, a, isFew, `asked${attempt}`),
      other: drawUpheld(request, b, false, `other${attempt}`),
    }),
    (drawn) =>
      tellsDenominatorsApart(drawn.counts, drawn.other, isFew, difficulty) &&
      (isFew || areApart(drawn.counts, drawn.other) === isApart),
  );
  const month = monthName(world.month);
  return sentenceExercise(draws, {
    title: { zh: '写差评按期整改情况', en: 'Bad ratings rectified in time' },
    shown: [
      figureTable(
        { zh: `${month.zh}差评整改情况`, en: `Handling of bad ratings, ${month.en}` },
        { zh: '单位', en: 'Unit' },
        [
          { zh: '差评', en: 'Bad ratings' },
          { zh: '整改工单', en: 'Work orders' },
          { zh: '复核认定属实', en: 'Upheld on review' },
          { zh: '属实且已整改', en: 'Upheld and rectified' },
          { zh: '属实且按期整改', en: 'Upheld and rectified in time' },
        ],
        [counts, other]
          .sort((x, y) => (x.unit.zh < y.unit.zh ? -1 : 1))
          .map(({ unit, bad, orders, upheld, rectified, inTime }) => ({
            name: unit,
            figures: [bad, orders, upheld, rectified, inTime].map((n) => numberText(n)),
          })),
      ),
      figureTable(
        { zh: '差评按期整改率的95%区间', en: '95% intervals of the share rectified in time' },
        { zh: '单位和分母', en: 'Unit and denominator' },
        [{ zh: '95%区间', en: '95% interval' }],
        [counts, other].sort((x, y) => (x.unit.zh < y.unit.zh ? -1 : 1)).flatMap((one) => intervalRows(one)),
      ),
      {
        kind: 'text',
        text: {
          zh: `要写的是${a.zh}的差评按期整改率：复核认定属实的差评中按期整改的有多少。最小样本量为 ${String(FEWEST_UPHELD)}：分母不足 ${String(FEWEST_UPHELD)} 的，只列数量，不写百分比和区间，也不与其他单位比较。两个区间重叠，就不能说谁高谁低。`,
          en: `To be written is how many of the upheld bad ratings ${a.en} rectified in time. The minimum sample size is ${String(FEWEST_UPHELD)}: below it the counts are listed without percentage and interval, and not compared with other units. Where two intervals overlap, neither can be said to be higher.`,
        },
      },
    ],
    parts: [
      periodPart(world.month),
      ratePart(counts, other),
      ratioIntervalPart(counts),
      denominatorPart(counts),
      comparedPart(counts, other),
    ],
    sentence: {
      zh: `{period}，${a.zh}差评按期整改：{figure}，{interval}，{denominator}；{place}。`,
      en: `In {period} ${a.en} rectified in time {figure}, {interval}, {denominator}; {place}.`,
    },
  });
}

const denominators: readonly { readonly id: 'upheld' | 'orders'; readonly name: Bilingual }[] = [
  { id: 'upheld', name: { zh: '按属实', en: 'over upheld ones' } },
  { id: 'orders', name: { zh: '按工单', en: 'over work orders' } },
];

const intervalRows = (counts: UpheldCounts) =>
  denominators.map(({ id, name }) => ({
    name: {
      zh: `${counts.unit.zh}，${name.zh} ${numberText(counts[id])}`,
      en: `${counts.unit.en}, ${name.en} ${numberText(counts[id])}`,
    },
    figures: [endsText(wilsonInterval(counts.inTime, counts[id]))],
  }));

function ratePart(counts: UpheldCounts, other: UpheldCounts): SentencePart {
  const { inTime, upheld, orders, rectified } = counts;
  const rate = (share: number): Bilingual => ({
    zh: `整改率 ${percentText(share)}`,
    en: percentText(share),
  });
  const bare: Bilingual = {
    zh: `${numberText(inTime)} 条（样本不足，不计算百分比）`,
    en: `${numberText(inTime)} bad ratings (too few for a percentage)`,
  };
  const isFew = isTooFew(counts);
  return {
    id: 'figure',
    label: { zh: '数字', en: 'Figure' },
    wordings: [
      { text: rate(shareOfUpheld(counts)), cost: isFew ? statementCosts.figure : 0 },
      { text: bare, cost: isFew ? 0 : statementCosts.refused },
      ...wrongWordings(
        statementCosts.figure,
        rate(inTime / orders),
        rate(inTime / rectified),
        rate(shareOfUpheld(other)),
      ),
    ],
    why: isFew
      ? {
          zh: `数字：属实的只有 ${numberText(upheld)} 条，不足 ${String(FEWEST_UPHELD)} 条，只列 ${numberText(inTime)} 条，不写百分比。`,
          en: `Figure: only ${numberText(upheld)} were upheld, fewer than ${String(FEWEST_UPHELD)}: the ${numberText(inTime)} are listed without a percentage.`,
        }
      : {
          zh: `数字：${numberText(inTime)} ÷ ${numberText(upheld)} = ${percentText(shareOfUpheld(counts))}，属实的不少于 ${String(FEWEST_UPHELD)} 条，应当写百分比。`,
          en: `Figure: ${numberText(inTime)} ÷ ${numberText(upheld)} = ${percentText(shareOfUpheld(counts))}; not fewer than ${String(FEWEST_UPHELD)} were upheld, so that the percentage is to be written.`,
        },
  };
}

function ratioIntervalPart(counts: UpheldCounts): SentencePart {
  const { inTime, orders } = counts;
  const text = (ends: string): Bilingual => ({ zh: `95%区间为${ends}`, en: `95% interval ${ends}` });
  const isFew = isTooFew(counts);
  const ends = endsText(overUpheld(counts));
  return {
    id: 'interval',
    label: { zh: '区间', en: 'Interval' },
    wordings: [
      { text: text(ends), cost: isFew ? statementCosts.figure : 0 },
      leavingOut(isFew ? 0 : statementCosts.basis, { zh: '不写区间', en: 'no interval' }),
      ...wrongWordings(statementCosts.figure, text(endsText(wilsonInterval(inTime, orders)))),
    ],
    why: isFew
      ? { zh: '区间：不写百分比，也就没有区间。', en: 'Interval: without a percentage there is none.' }
      : {
          zh: `区间：分母为属实的 ${numberText(counts.upheld)} 条，${ends}。`,
          en: `Interval: over the ${numberText(counts.upheld)} that were upheld, ${ends}.`,
        },
  };
}

function denominatorPart({ bad, orders, upheld }: UpheldCounts): SentencePart {
  return {
    id: 'denominator',
    label: { zh: '分母', en: 'Denominator' },
    wordings: [
      rightWording({
        zh: `属实差评共 ${numberText(upheld)} 条`,
        en: `of ${numberText(upheld)} upheld bad ratings`,
      }),
      ...wrongWordings(
        statementCosts.figure,
        { zh: `整改工单共 ${numberText(orders)} 张`, en: `of ${numberText(orders)} work orders` },
        { zh: `差评共 ${numberText(bad)} 条`, en: `of ${numberText(bad)} bad ratings` },
      ),
      leavingOut(statementCosts.basis, { zh: '不写分母', en: 'no denominator' }),
    ],
    why: {
      zh: `分母：按期整改率只看属实的 ${numberText(upheld)} 条；误评和不实的没有可整改的。`,
      en: `Denominator: only the ${numberText(upheld)} that were upheld; what was mistaken or untrue leaves nothing to rectify.`,
    },
  };
}

function comparedPart(counts: UpheldCounts, other: UpheldCounts): SentencePart {
  const [mine, theirs] = [overUpheld(counts), overUpheld(other)];
  const isFew = isTooFew(counts);
  const isHigher = !isFew && mine.low > theirs.high;
  const isLower = !isFew && theirs.low > mine.high;
  const isOpen = !isHigher && !isLower;
  const [a, b] = [counts.unit, other.unit];
  return {
    id: 'place',
    label: { zh: '与另一单位相比', en: 'Compared with the other unit' },
    wordings: [
      {
        text: { zh: `高于${b.zh}`, en: `more than ${b.en}` },
        cost: isHigher ? 0 : statementCosts.place,
      },
      {
        text: { zh: `低于${b.zh}`, en: `less than ${b.en}` },
        cost: isLower ? 0 : statementCosts.place,
      },
      {
        text: { zh: `不能说高于或低于${b.zh}`, en: `neither more nor less than ${b.en} can be said` },
        cost: isOpen ? 0 : statementCosts.refused,
      },
    ],
    why: isFew
      ? {
          zh: `比较：${a.zh}样本不足，不与${b.zh}比较。`,
          en: `Comparison: the counts of ${a.en} are too small to be compared with ${b.en}.`,
        }
      : {
          zh: `比较：${endsText(mine)} 与 ${endsText(theirs)} ${isOpen ? '重叠，不能说高低' : '不重叠，可以说'}。`,
          en: `Comparison: ${endsText(mine)} and ${endsText(theirs)} ${isOpen ? 'overlap, so that neither can be said' : 'do not overlap, so that it can be said'}.`,
        },
  };
}
