import type { Bilingual } from '../../../model/language.ts';
import type { MakeRequest } from '../../exercise-kind.ts';
import type { MadeExercise } from '../../../model/training/exercise.ts';
import { codedUnits } from '../figures/drawn-counts.ts';
import { monthName, sameInBoth } from '../figures/printed.ts';
import { causePart } from './cause-part.ts';
import { comparisonPart, differencePart, intervalsPart, ratesPart } from './comparison-parts.ts';
import { statementCosts } from './costs.ts';
import { drawPair } from './drawn-pair.ts';
import { sampleTable } from './samples.ts';
import { wrongWordings, rightWording, sentenceExercise, type SentencePart } from './sentence-parts.ts';

/** A sentence on how the rate of a unit moved from one month to the next. */
export function makeTwoMonths(request: MakeRequest): MadeExercise {
  const { draws, difficulty, world } = request;
  const [unit = sameInBoth('')] = codedUnits(draws, 1);
  const [earlier, before, now] = [-2, -1, 0].map((later) => monthName(world.month, later));
  if (earlier === undefined || before === undefined || now === undefined)
    throw new Error('a month has no name');
  const { first, second, besides } = drawPair(
    request,
    [
      { unit, month: before },
      { unit, month: now },
    ],
    [{ unit, month: earlier }],
  );
  const cause =
    difficulty > 1
      ? causePart(draws, difficulty, {
          unit,
          bad: second.n - second.good,
          owed: (measure) => ({
            zh: `好评率的变化是${measure.zh}带来的。`,
            en: `The change was brought about by ${measure.en}.`,
          }),
        })
      : undefined;
  return sentenceExercise(draws, {
    title: { zh: '写一个月的变化', en: 'The change from one month to the next' },
    shown: [
      sampleTable({ zh: '主动评价', en: 'Active ratings' }, [...besides, first, second], difficulty),
      {
        kind: 'text',
        text: {
          zh: `要写的是${unit.zh}主动评价好评率由${before.zh}到${now.zh}的变化。两个月的区间重叠，就不能认定有变化。`,
          en: `To be written is how the good-rating rate of active ratings of ${unit.en} moved from ${before.en} to ${now.en}. Where the intervals of both overlap, no change can be said to have happened.`,
        },
      },
      ...(cause?.shown ?? []),
    ],
    parts: [
      comparedPeriods(earlier, before, now),
      ratesPart(first, second, besides),
      intervalsPart(first, second),
      differencePart(first, second, besides),
      comparisonPart({ zh: '怎样写变化', en: 'How the change is told' }, first, second, {
        firstHigher: { zh: '有所下降', en: 'it fell' },
        secondHigher: { zh: '有所上升', en: 'it rose' },
        open: { zh: '区间重叠，不能认定有变化', en: 'the intervals overlap and no change can be told' },
        tooMuch:
          second.good / second.n > first.good / first.n
            ? { zh: '显著上升，持续向好', en: 'it rose significantly and keeps improving' }
            : { zh: '显著下降，持续走低', en: 'it fell significantly and keeps falling' },
      }),
      ...(cause === undefined ? [] : [cause.part]),
    ],
    sentence: {
      zh: `{period}，${unit.zh}主动评价好评率前后为{figure}（{basis}），{difference}，{place}。${cause === undefined ? '' : '{cause}'}`,
      en: `{period}: the good-rating rates of active ratings of ${unit.en} before and after were {figure} ({basis}), {difference}; {place}.${cause === undefined ? '' : ' {cause}'}`,
    },
  });
}

function comparedPeriods(earlier: Bilingual, before: Bilingual, now: Bilingual): SentencePart {
  const lastYear: Bilingual = {
    zh: `${now.zh}比上年同月`,
    en: `${now.en} against the same month of the year before`,
  };
  return {
    id: 'period',
    label: { zh: '时期', en: 'Period' },
    wordings: [
      rightWording({ zh: `${now.zh}比${before.zh}`, en: `${now.en} against ${before.en}` }),
      ...wrongWordings(
        statementCosts.scope,
        { zh: `${now.zh}比${earlier.zh}`, en: `${now.en} against ${earlier.en}` },
        lastYear,
        { zh: '今年以来', en: 'this year so far' },
      ),
    ],
    why: {
      zh: `时期：所写的是${now.zh}与上月${before.zh}相比；表中没有上年同月。`,
      en: `Period: ${now.en} is compared with the month before, ${before.en}; the table has no month of the year before.`,
    },
  };
}
