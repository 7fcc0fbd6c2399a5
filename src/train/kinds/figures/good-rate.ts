import type { Bilingual } from '../../../model/language.ts';
import type { MakeRequest } from '../../exercise-kind.ts';
import type { Difficulty } from '../../../model/training/exercise-kinds.ts';
import type { ExerciseBlock, MadeExercise } from '../../../model/training/exercise.ts';
import { figureCosts } from './costs.ts';
import { firstThat, goodCount, ratedUnit, sumOfCounts } from './drawn-counts.ts';
import {
  askedNumber,
  bullets,
  exerciseOf,
  figureTable,
  paragraph,
  percentUnit,
  pointsUnit,
  pricedChoice,
  type FieldWithKey,
} from './exercise-parts.ts';
import { levelRows, monthName, numberText, percentText } from './printed.ts';
import {
  drawGoodRateCounts,
  goodRatesOf,
  tellsDenominators,
  type GoodRateCounts,
} from './good-rate-counts.ts';

/** 主动评价好评率 from counts by level: automatic ratings, services without a rating and ratings without a level stay out. */
export function makeGoodRate(request: MakeRequest): MadeExercise {
  const { draws, difficulty, world } = request;
  const unit = ratedUnit(draws, world);
  const counts = firstThat((attempt) => drawGoodRateCounts(request, unit.levels, attempt), tellsDenominators);
  const rates = goodRatesOf(counts);
  const hasAutomatic = difficulty > 1;
  const name: Bilingual = hasAutomatic
    ? { zh: '主动评价好评率', en: 'Good-rating rate of active ratings' }
    : { zh: '好评率', en: 'Good-rating rate' };
  const fields: FieldWithKey[] = [
    askedNumber(
      { id: 'rate', label: name },
      { value: rates.active * 100, unit: percentUnit, decimals: 2, cost: figureCosts.number },
    ),
  ];
  if (difficulty === 3)
    fields.push(
      askedNumber(
        {
          id: 'shift',
          label: {
            zh: '含默认评价的好评率比主动评价好评率高多少（低则填负数）',
            en: 'By how much the good-rating rate with automatic ratings lies above that of active ratings (negative where below)',
          },
        },
        {
          value: (rates.withAutomatic - rates.active) * 100,
          unit: pointsUnit,
          decimals: 2,
          cost: figureCosts.number,
        },
      ),
    );
  fields.push(
    pricedChoice(
      draws,
      {
        id: 'denominator',
        label: { zh: `${name.zh}的分母`, en: `Denominator of the ${name.en.toLowerCase()}` },
      },
      [
        {
          id: 'levelled',
          text: hasAutomatic
            ? { zh: '有等级的主动评价数', en: 'active ratings with a level' }
            : { zh: '有等级的评价数', en: 'ratings with a level' },
          cost: 0,
        },
        ...(hasAutomatic
          ? [
              {
                id: 'automatic',
                text: { zh: '主动评价与默认评价之和', en: 'active and automatic ratings together' },
                cost: figureCosts.basis,
              },
            ]
          : [{ id: 'good', text: { zh: '好评数', en: 'good ratings' }, cost: figureCosts.basis }]),
        { id: 'services', text: { zh: '服务数', en: 'services' }, cost: figureCosts.basis },
        ...(difficulty === 3
          ? [
              {
                id: 'unlevelled',
                text: {
                  zh: '全部主动评价数（含无等级的）',
                  en: 'all active ratings, those without a level too',
                },
                cost: figureCosts.basis,
              },
            ]
          : []),
      ],
    ),
  );
  return exerciseOf(
    { zh: `${unit.name.zh}：${name.zh}`, en: `${unit.name.en}: ${name.en.toLowerCase()}` },
    shownOf(counts, difficulty, unit.name, monthName(world.month)),
    fields,
    solutionOf(counts, rates, difficulty),
  );
}

function shownOf(
  counts: GoodRateCounts,
  difficulty: Difficulty,
  unit: Bilingual,
  month: Bilingual,
): ExerciseBlock[] {
  const { active, automatic, automaticLevel, withoutLevel, services } = counts;
  const hasAutomatic = difficulty > 1;
  const unrated = services - sumOfCounts(active) - withoutLevel - automatic;
  const rows = levelRows.map(({ level, name }) => ({
    name,
    figures: [
      numberText(active[level] ?? 0),
      ...(hasAutomatic ? [numberText(level === automaticLevel ? automatic : 0)] : []),
    ],
  }));
  if (difficulty === 3)
    rows.push({ name: { zh: '无等级', en: 'No level' }, figures: [numberText(withoutLevel), '0'] });
  return [
    figureTable(
      {
        zh: `${unit.zh}${month.zh}评价数，按满意度等级`,
        en: `Ratings of ${unit.en} by satisfaction level, ${month.en}`,
      },
      { zh: '满意度等级', en: 'Satisfaction level' },
      hasAutomatic
        ? [
            { zh: '主动评价', en: 'Active ratings' },
            { zh: '默认评价', en: 'Automatic ratings' },
          ]
        : [{ zh: '评价', en: 'Ratings' }],
      rows,
    ),
    figureTable(
      { zh: '同月服务', en: 'Services of the same month' },
      { zh: '项目', en: 'What is counted' },
      [{ zh: '次数', en: 'Number' }],
      [
        { name: { zh: '服务数', en: 'Services' }, figures: [numberText(services)] },
        { name: { zh: '其中未评价', en: 'Not rated' }, figures: [numberText(unrated)] },
      ],
    ),
    hasAutomatic
      ? paragraph(
          '好评为非常满意、满意、基本满意。每次服务至多一条评价；逾期未评的由系统记为默认评价，其余未评价的服务没有评价记录。',
          'Good ratings are very satisfied, satisfied and basically satisfied. A service has one rating at most; where nobody rated in time the system enters an automatic one, and the other unrated services have no rating.',
        )
      : paragraph(
          '好评为非常满意、满意、基本满意。每次服务至多一条评价，未评价的服务没有评价记录。',
          'Good ratings are very satisfied, satisfied and basically satisfied. A service has one rating at most; unrated services have none.',
        ),
  ];
}

function solutionOf(
  counts: GoodRateCounts,
  rates: ReturnType<typeof goodRatesOf>,
  difficulty: Difficulty,
): ExerciseBlock[] {
  const { active, automatic, automaticLevel, withoutLevel, services } = counts;
  const [good, levelled] = [goodCount(active), sumOfCounts(active)];
  const parts = [5, 4, 3].map((level) => numberText(active[level] ?? 0)).join(' + ');
  const all = [5, 4, 3, 2, 1].map((level) => numberText(active[level] ?? 0)).join(' + ');
  const result = percentText(rates.active);
  const blocks: ExerciseBlock[] = [
    paragraph(
      `好评数 ${parts} = ${numberText(good)}；有等级的${difficulty > 1 ? '主动' : ''}评价数 ${all} = ${numberText(levelled)}。${numberText(good)} ÷ ${numberText(levelled)} = ${result}。`,
      `Good ratings ${parts} = ${numberText(good)}; ${difficulty > 1 ? 'active ' : ''}ratings with a level ${all} = ${numberText(levelled)}. ${numberText(good)} ÷ ${numberText(levelled)} = ${result}.`,
    ),
    bullets(
      ...(difficulty > 1
        ? [
            {
              zh: `默认评价 ${numberText(automatic)} 条不是企业和群众作出的，不进分母也不进分子；算进去得 ${percentText(rates.withAutomatic)}，只说明系统默认为哪一级。`,
              en: `The ${numberText(automatic)} automatic ratings were given by nobody and enter neither part; with them the rate is ${percentText(rates.withAutomatic)}, which tells only what the system enters.`,
            },
          ]
        : []),
      ...(withoutLevel > 0
        ? [
            {
              zh: `无等级的 ${numberText(withoutLevel)} 条说不出好差，不进分母；算进去得 ${percentText(rates.withUnlevelled)}。`,
              en: `The ${numberText(withoutLevel)} ratings without a level are neither good nor bad and stay out; with them the rate is ${percentText(rates.withUnlevelled)}.`,
            },
          ]
        : []),
      {
        zh: `未评价的服务没有表示满意或不满意；以服务数 ${numberText(services)} 为分母得 ${percentText(rates.ofServices)}，是把未评当成了不满意。未评多少由评价率反映。`,
        en: `Who did not rate said neither; over ${numberText(services)} services the rate is ${percentText(rates.ofServices)}, which takes silence for dissatisfaction. How many stay silent is told by the rating rate.`,
      },
    ),
  ];
  if (difficulty === 3) {
    const [allGood, allLevelled] = [good + (automaticLevel >= 3 ? automatic : 0), levelled + automatic];
    const shift = numberText((rates.withAutomatic - rates.active) * 100, 2);
    blocks.push(
      paragraph(
        `含默认评价的好评率 ${numberText(allGood)} ÷ ${numberText(allLevelled)} = ${percentText(rates.withAutomatic)}，高 ${shift} 个百分点。`,
        `With automatic ratings ${numberText(allGood)} ÷ ${numberText(allLevelled)} = ${percentText(rates.withAutomatic)}, ${shift} percentage points more.`,
      ),
    );
  }
  return blocks;
}
