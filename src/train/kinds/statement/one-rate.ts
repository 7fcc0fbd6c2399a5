import type { Bilingual } from '../../../model/language.ts';
import type { MakeRequest } from '../../exercise-kind.ts';
import type { Difficulty } from '../../../model/training/exercise-kinds.ts';
import type { MadeExercise } from '../../../model/training/exercise.ts';
import { codedUnits, firstThat } from '../figures/drawn-counts.ts';
import { monthName, numberText, percentText, sameInBoth } from '../figures/printed.ts';
import { causePart } from './cause-part.ts';
import { figurePart, periodPart } from './common-parts.ts';
import { statementCosts } from './costs.ts';
import { drawSample, endsText, rateOf, rateText, sampleTable, type RatedSample } from './samples.ts';
import {
  wrongWordings,
  leavingOut,
  rightWording,
  sentenceExercise,
  type SentencePart,
} from './sentence-parts.ts';

type Standing = 'above' | 'below' | 'open';

/** A sentence on the good-rating rate of one unit and on whether it reaches a goal. */
export function makeOneRate(request: MakeRequest): MadeExercise {
  const { draws, difficulty, world } = request;
  const standing = draws.one('standing', ['above', 'below', 'open'] as const);
  const [sample, ...others] = drawSamples(request);
  if (sample === undefined) throw new Error('there is no sample to write about');
  const goal = goalOf(request, sample, standing);
  const { unit } = sample;
  const cause =
    difficulty > 1
      ? causePart(draws, difficulty, {
          unit,
          bad: sample.n - sample.good,
          owed: (measure) => ({
            zh: `成绩得益于${measure.zh}。`,
            en: `The result is owed to ${measure.en}.`,
          }),
        })
      : undefined;
  return sentenceExercise(draws, {
    title: { zh: '写一个单位的好评率', en: 'The good-rating rate of one unit' },
    shown: [
      sampleTable(
        { zh: '主动评价', en: 'Active ratings' },
        [sample, ...others].sort((a, b) => (a.unit.zh < b.unit.zh ? -1 : a.unit.zh > b.unit.zh ? 1 : 0)),
        difficulty,
      ),
      {
        kind: 'text',
        text: {
          zh: `要写的是${unit.zh}在${sample.month.zh}的主动评价好评率。要求值为 ${percentText(goal, 1)}：区间整个在要求值以上才可写高于，整个在以下才可写低于。`,
          en: `To be written is the good-rating rate of active ratings of ${unit.en} in ${sample.month.en}. The goal is ${percentText(goal, 1)}: “above” may be written where the whole interval lies above it, “below” where it lies below.`,
        },
      },
      ...(cause?.shown ?? []),
    ],
    parts: [
      periodPart(world.month),
      figurePart(sample, others),
      intervalPart(sample, others),
      denominatorPart(sample),
      goalPart(sample, goal),
      ...(cause === undefined ? [] : [cause.part]),
    ],
    sentence: {
      zh: `{period}，${unit.zh}主动评价好评率为{figure}，{interval}，{denominator}；{goal}。${cause === undefined ? '' : '{cause}'}`,
      en: `In {period} the good-rating rate of active ratings of ${unit.en} was {figure}, {interval}, {denominator}; {goal}.${cause === undefined ? '' : ' {cause}'}`,
    },
  });
}

/** The unit this month and last, and another one: each wrong figure is right in another row. */
function drawSamples({ draws, difficulty, world }: MakeRequest): RatedSample[] {
  const [unit = sameInBoth(''), other = sameInBoth('')] = draws.shuffled('units', codedUnits(draws, 2));
  const [now, before] = [monthName(world.month), monthName(world.month, -1)];
  const whose = [
    { unit, month: now },
    { unit, month: before },
    { unit: other, month: now },
  ];
  return firstThat(
    (attempt) =>
      whose.map((one, i) => {
        const at = `${String(i)}${attempt}`;
        return drawSample(draws, at, one, difficulty, 0.84 + 0.12 * draws.share(`share ${at}`));
      }),
    (drawn) =>
      drawn.every(({ n, good }) => n - good >= 8) &&
      drawn.slice(1).every((one) => Math.abs(rateOf(one) - rateOf(drawn[0] ?? one)) > 0.0005),
  );
}

/** How far beyond an end, or, as a part of its width, how far within the interval a goal lies. */
const distances = {
  1: { beyond: [0.012, 0.03], within: [0.35, 0.5] },
  2: { beyond: [0.005, 0.014], within: [0.15, 0.35] },
  3: { beyond: [0.0015, 0.005], within: [0.06, 0.15] },
} as const satisfies Readonly<Record<Difficulty, object>>;

function goalOf({ draws, difficulty }: MakeRequest, { interval }: RatedSample, standing: Standing): number {
  const { beyond, within } = distances[difficulty];
  const part = draws.share('distance');
  const [near, far] = standing === 'open' ? within : beyond;
  const distance = near + (far - near) * part;
  // A goal has one digit after the point; it is rounded away from the end that it must not cross.
  if (standing === 'above') return Math.floor((interval.low - distance) * 1_000) / 1_000;
  if (standing === 'below') return Math.ceil((interval.high + distance) * 1_000) / 1_000;
  const width = interval.high - interval.low;
  return draws.share('side') < 0.5
    ? Math.ceil((interval.low + distance * width) * 1_000) / 1_000
    : Math.floor((interval.high - distance * width) * 1_000) / 1_000;
}

const intervalText = (sample: RatedSample): Bilingual => ({
  zh: `95%区间为${endsText(sample.interval)}`,
  en: `95% interval ${endsText(sample.interval)}`,
});

function intervalPart(sample: RatedSample, others: readonly RatedSample[]): SentencePart {
  return {
    id: 'interval',
    label: { zh: '区间', en: 'Interval' },
    wordings: [
      rightWording(intervalText(sample)),
      ...wrongWordings(statementCosts.figure, ...others.map(intervalText)),
      leavingOut(statementCosts.basis, { zh: '不写区间', en: 'no interval' }),
    ],
    why: {
      zh: `区间：与数字同一行，${endsText(sample.interval)}；没有区间，读者不知道 ${rateText(sample)} 有多大把握。`,
      en: `Interval: that of the same row, ${endsText(sample.interval)}; without it nobody knows how sure ${rateText(sample)} is.`,
    },
  };
}

function denominatorPart({ n, services, good }: RatedSample): SentencePart {
  const text = (zh: string, en: string, count: number): Bilingual => ({
    zh: `分母为${zh} ${numberText(count)}`,
    en: `over ${numberText(count)} ${en}`,
  });
  return {
    id: 'denominator',
    label: { zh: '分母', en: 'Denominator' },
    wordings: [
      rightWording(text('有等级的主动评价数', 'active ratings with a level', n)),
      ...wrongWordings(
        statementCosts.figure,
        text('服务数', 'services', services),
        text('好评数', 'good ratings', good),
      ),
      leavingOut(statementCosts.basis, { zh: '不写分母', en: 'no denominator' }),
    ],
    why: {
      zh: `分母：有等级的主动评价 ${numberText(n)} 条；未评价的服务不在其中。`,
      en: `Denominator: ${numberText(n)} active ratings with a level; unrated services are none of them.`,
    },
  };
}

function goalPart({ interval }: RatedSample, goal: number): SentencePart {
  const standing: Standing = interval.low > goal ? 'above' : interval.high < goal ? 'below' : 'open';
  const printed = percentText(goal, 1);
  const costOf = (said: Standing): number =>
    said === standing ? 0 : said === 'open' ? statementCosts.refused : statementCosts.place;
  const texts: Readonly<Record<Standing, Bilingual>> = {
    above: { zh: `高于要求值 ${printed}`, en: `above the goal of ${printed}` },
    below: { zh: `低于要求值 ${printed}`, en: `below the goal of ${printed}` },
    open: {
      zh: `区间包含要求值 ${printed}，不能说高于或低于`,
      en: `the interval holds the goal of ${printed}, so that neither above nor below can be said`,
    },
  };
  const whyStandings: Readonly<Record<Standing, Bilingual>> = {
    above: {
      zh: `下限高于 ${printed}，可写高于`,
      en: `the lower end is above ${printed}, so that “above” may be written`,
    },
    below: {
      zh: `上限低于 ${printed}，可写低于`,
      en: `the upper end is below ${printed}, so that “below” may be written`,
    },
    open: {
      zh: `${printed} 在区间之内，不能写高于或低于`,
      en: `${printed} lies within it, so that neither may be written`,
    },
  };
  return {
    id: 'goal',
    label: { zh: '与要求值相比', en: 'Compared with the goal' },
    wordings: (['above', 'below', 'open'] as const).map((said) => ({
      text: texts[said],
      cost: costOf(said),
    })),
    why: {
      zh: `与要求值相比：区间 ${endsText(interval)}，${whyStandings[standing].zh}。`,
      en: `Compared with the goal: interval ${endsText(interval)}; ${whyStandings[standing].en}.`,
    },
  };
}
