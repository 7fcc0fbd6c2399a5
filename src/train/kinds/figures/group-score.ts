import type { Bilingual } from '../../../model/language.ts';
import { effectiveWeights } from '../../../measure/combine.ts';
import type { MakeRequest } from '../../exercise-kind.ts';
import type { Difficulty } from '../../../model/training/exercise-kinds.ts';
import type { ExerciseBlock, MadeExercise } from '../../../model/training/exercise.ts';
import { figureCosts } from './costs.ts';
import { codedUnits, firstThat } from './drawn-counts.ts';
import {
  askedNumber,
  bullets,
  exerciseOf,
  figureTable,
  paragraph,
  pricedChoice,
  type FieldWithKey,
} from './exercise-parts.ts';
import { numberText, percentText, sameInBoth } from './printed.ts';
import { satisfactionIndicators, type SatisfactionIndicator } from './satisfaction-group.ts';
import {
  drawIndicators,
  groupScore,
  isBeyond,
  scoreIfEnough,
  tellsMistakes,
  weighedFigures,
  wrongScores,
  type IndicatorFigure,
} from './indicator-figures.ts';

/** 服务满意度 of a unit, weighed together from its five indicators: from their scores, from their values, at worst with one missing. */
export function makeGroupScore(request: MakeRequest): MadeExercise {
  const { draws, difficulty } = request;
  const [unit = sameInBoth('')] = codedUnits(draws, 1);
  const kind = draws.one('kind', ['province', 'city'] as const);
  const figures = firstThat(
    (attempt) => drawIndicators(request, satisfactionIndicators(kind), attempt),
    (drawn) => tellsMistakes(drawn, difficulty),
  );
  const fields: FieldWithKey[] = [
    askedNumber(
      { id: 'score', label: { zh: '服务满意度得分', en: 'Score of satisfaction' } },
      { value: groupScore(figures), unit: scoreUnit, decimals: 2, cost: figureCosts.number },
    ),
  ];
  const visits = figures.find(({ id }) => id === 'meanVisits');
  if (difficulty === 2 && visits !== undefined)
    fields.push(
      askedNumber(
        {
          id: 'visits-score',
          label: { zh: '其中减跑动的得分', en: 'Score of the number of visits among them' },
        },
        { value: visits.score, unit: scoreUnit, decimals: 2, cost: figureCosts.number },
      ),
    );
  if (difficulty === 3) fields.push(missingField(draws));
  return exerciseOf(
    { zh: '由指标合成服务满意度', en: 'Satisfaction from its indicators' },
    shownOf(figures, difficulty, unit),
    fields,
    solutionOf(figures, difficulty),
  );
}

const scoreUnit: Bilingual = { zh: '分', en: 'points' };

const missingField = (draws: MakeRequest['draws']): FieldWithKey =>
  pricedChoice(
    draws,
    {
      id: 'missing',
      label: {
        zh: '分母低于最小样本量的指标怎样处理',
        en: 'What is done with an indicator whose denominator is below the minimum sample size',
      },
    },
    [
      {
        id: 'shared-out',
        text: {
          zh: '不计算，其权重按比例分摊给其余指标',
          en: 'it has no figure; its weight goes to the others in proportion',
        },
        cost: 0,
      },
      {
        id: 'zero',
        text: { zh: '记 0 分，权重不变', en: 'it scores 0 at its own weight' },
        cost: figureCosts.basis,
      },
      {
        id: 'as-it-is',
        text: { zh: '照样计算，权重不变', en: 'it is computed all the same at its own weight' },
        cost: figureCosts.basis,
      },
      {
        id: 'evenly',
        text: {
          zh: '不计算，其权重平均分给其余指标',
          en: 'it has no figure; its weight goes to the others in equal parts',
        },
        cost: figureCosts.basis,
      },
    ],
  );

const valueText = ({ isShare, decimals }: SatisfactionIndicator, value: number): string =>
  isShare ? percentText(value, decimals - 2) : numberText(value, decimals);

const weightText = (weight: number): string => `${String(Math.round(weight * 1_000) / 10)}%`;

function shownOf(
  figures: readonly IndicatorFigure[],
  difficulty: Difficulty,
  unit: Bilingual,
): ExerciseBlock[] {
  const columns =
    difficulty === 1
      ? [
          {
            name: { zh: '得分', en: 'Score' },
            of: (figure: IndicatorFigure) => numberText(figure.score, 2),
          },
        ]
      : [
          {
            name: { zh: '指标值', en: 'Value' },
            of: (figure: IndicatorFigure) => valueText(figure, figure.value),
          },
          {
            name: { zh: '0 分值', en: 'Value scoring 0' },
            of: (figure: IndicatorFigure) => valueText(figure, figure.goalposts[0]),
          },
          {
            name: { zh: '100 分值', en: 'Value scoring 100' },
            of: (figure: IndicatorFigure) => valueText(figure, figure.goalposts[1]),
          },
        ];
  const sizes =
    difficulty === 3
      ? [
          { name: { zh: '分母', en: 'Denominator' }, of: (figure: IndicatorFigure) => numberText(figure.n) },
          {
            name: { zh: '最小样本量', en: 'Minimum sample size' },
            of: (figure: IndicatorFigure) => String(figure.minimum),
          },
        ]
      : [];
  const weight = {
    name: { zh: '权重', en: 'Weight' },
    of: (figure: IndicatorFigure) => weightText(figure.weight),
  };
  const all = [...columns, ...sizes, weight];
  return [
    figureTable(
      { zh: `${unit.zh}服务满意度的各项指标`, en: `Indicators of satisfaction, ${unit.en}` },
      { zh: '指标', en: 'Indicator' },
      all.map(({ name }) => name),
      figures.map((figure) => ({ name: figure.name, figures: all.map(({ of }) => of(figure)) })),
    ),
    paragraph(
      `服务满意度为各指标得分的加权平均。${difficulty === 1 ? '按表中所列的得分计算。' : '指标得分＝(指标值−0 分值)÷(100 分值−0 分值)×100，超出评分区间的按 0 分或 100 分计。'}${difficulty === 3 ? '分母低于最小样本量的指标没有得分，权重在其余指标中按比例分摊。' : ''}`,
      `Satisfaction is the weighted mean of the scores of its indicators. ${difficulty === 1 ? 'Take the scores as printed.' : 'A score is (value − value scoring 0) ÷ (value scoring 100 − value scoring 0) × 100, held at 0 and 100 beyond the range.'}${difficulty === 3 ? ' An indicator whose denominator is below the minimum has no score and leaves its weight to the others.' : ''}`,
    ),
  ];
}

function solutionOf(figures: readonly IndicatorFigure[], difficulty: Difficulty): ExerciseBlock[] {
  const weights = effectiveWeights(weighedFigures(figures));
  const { plain, asZero, asIfEnough, notHeld, turned } = wrongScores(figures);
  const terms = figures.flatMap((figure, i) =>
    scoreIfEnough(figure) === null
      ? []
      : [`${numberText(figure.score, 2)} × ${percentText(weights[i] ?? 0, difficulty === 3 ? 2 : 1)}`],
  );
  return [
    figureTable(
      { zh: '各指标得分', en: 'Scores of the indicators' },
      { zh: '指标', en: 'Indicator' },
      [
        { zh: '得分', en: 'Score' },
        { zh: '所占权重', en: 'Weight taken' },
      ],
      figures.map((figure, i) => {
        const score = scoreIfEnough(figure);
        return {
          name: figure.name,
          figures: [score === null ? '—' : numberText(score, 2), percentText(weights[i] ?? 0)],
        };
      }),
    ),
    paragraph(
      `${terms.join(' + ')} = ${numberText(groupScore(figures), 2)} 分。`,
      `${terms.join(' + ')} = ${numberText(groupScore(figures), 2)} points.`,
    ),
    bullets(
      {
        zh: `不加权的平均为 ${numberText(plain, 2)} 分，不是这里要的。`,
        en: `The plain mean is ${numberText(plain, 2)}, which is not what is asked.`,
      },
      ...(difficulty === 1
        ? []
        : [
            {
              zh: `减跑动的 0 分值大于 100 分值，次数越少得分越高；方向弄反会得 ${numberText(turned, 2)} 分。`,
              en: `For visits the value scoring 0 is the greater one: fewer are better; turned round, the score would be ${numberText(turned, 2)}.`,
            },
          ]),
      ...(figures.some((figure) => isBeyond(figure) && scoreIfEnough(figure) !== null) && difficulty > 1
        ? [
            {
              zh: `超出评分区间的指标按 0 分或 100 分计；不封顶会得 ${numberText(notHeld, 2)} 分。`,
              en: `Beyond its range an indicator scores 0 or 100; not held there, the score would be ${numberText(notHeld, 2)}.`,
            },
          ]
        : []),
      ...(difficulty === 3
        ? [
            {
              zh: `缺数据的指标记 0 分会得 ${numberText(asZero, 2)} 分，照样计算会得 ${numberText(asIfEnough, 2)} 分：样本太少说明不了好坏，不应加分也不应扣分。`,
              en: `Scored 0, the missing one would make it ${numberText(asZero, 2)}; computed all the same, ${numberText(asIfEnough, 2)}: too small a sample tells neither good nor bad.`,
            },
          ]
        : []),
    ),
  ];
}
