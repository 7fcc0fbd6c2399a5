import type { Bilingual } from '../../../model/language.ts';
import type { MakeRequest } from '../../exercise-kind.ts';
import type { MadeExercise } from '../../../model/training/exercise.ts';
import { codedUnits } from '../figures/drawn-counts.ts';
import { monthName, sameInBoth } from '../figures/printed.ts';
import { causePart } from './cause-part.ts';
import { periodPart } from './common-parts.ts';
import { comparisonPart, differencePart, intervalsPart, ratesPart } from './comparison-parts.ts';
import { drawPair } from './drawn-pair.ts';
import { sampleTable, type RatedSample } from './samples.ts';
import { sentenceExercise } from './sentence-parts.ts';

/** A sentence that compares two units in one month. */
export function makeTwoUnits(request: MakeRequest): MadeExercise {
  const { draws, difficulty, world } = request;
  const codes = draws.shuffled('units', codedUnits(draws, 3));
  const [a = sameInBoth(''), b = sameInBoth(''), c = sameInBoth('')] = codes;
  const [month, before] = [monthName(world.month), monthName(world.month, -1)];
  const { first, second, besides } = drawPair(
    request,
    [
      { unit: a, month },
      { unit: b, month },
    ],
    difficulty === 1
      ? [{ unit: c, month }]
      : [
          { unit: b, month: before },
          { unit: c, month },
        ],
  );
  const cause =
    difficulty > 1
      ? causePart(draws, difficulty, {
          unit: a,
          bad: first.n - first.good,
          owed: (measure) => ({
            zh: `两单位的差别缘于${a.zh}${measure.zh}。`,
            en: `The difference comes from what ${a.en} introduced, ${measure.en}.`,
          }),
        })
      : undefined;
  return sentenceExercise(draws, {
    title: { zh: '比较两个单位', en: 'Comparing two units' },
    shown: [
      sampleTable({ zh: '主动评价', en: 'Active ratings' }, inOrder([first, second, ...besides]), difficulty),
      {
        kind: 'text',
        text: {
          zh: `要写的是${a.zh}和${b.zh}在${month.zh}的主动评价好评率。两个区间重叠，就不能说谁高谁低。`,
          en: `To be written are the good-rating rates of active ratings of ${a.en} and ${b.en} in ${month.en}. Where two intervals overlap, neither can be said to be higher.`,
        },
      },
      ...(cause?.shown ?? []),
    ],
    parts: [
      periodPart(world.month),
      ratesPart(first, second, besides),
      intervalsPart(first, second),
      differencePart(first, second, besides),
      comparisonPart({ zh: '怎样比较', en: 'How they compare' }, first, second, {
        firstHigher: { zh: `${a.zh}高于${b.zh}`, en: `${a.en} is higher than ${b.en}` },
        secondHigher: { zh: `${b.zh}高于${a.zh}`, en: `${b.en} is higher than ${a.en}` },
        open: {
          zh: '区间重叠，分不出高低',
          en: 'their intervals overlap and neither can be said to be higher',
        },
        tooMuch: leadOf(first, second),
      }),
      ...(cause === undefined ? [] : [cause.part]),
    ],
    sentence: {
      zh: `{period}，${a.zh}和${b.zh}的主动评价好评率分别为{figure}（{basis}），{difference}，{place}。${cause === undefined ? '' : '{cause}'}`,
      en: `In {period} the good-rating rates of active ratings of ${a.en} and ${b.en} were {figure} ({basis}), {difference}; {place}.${cause === undefined ? '' : ' {cause}'}`,
    },
  });
}

/** The one with the higher rate is said to lead: two units cannot show that. */
function leadOf(first: RatedSample, second: RatedSample): Bilingual {
  const { unit } = first.good / first.n > second.good / second.n ? first : second;
  return { zh: `${unit.zh}显著领先，位居前列`, en: `${unit.en} leads significantly and is among the best` };
}

const inOrder = (samples: readonly RatedSample[]): RatedSample[] =>
  [...samples].sort((a, b) => (a.unit.zh < b.unit.zh ? -1 : a.unit.zh > b.unit.zh ? 1 : 0));
