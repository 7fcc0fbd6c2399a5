import type { Bilingual } from '../../../model/language.ts';
import type { MakeRequest } from '../../exercise-kind.ts';
import type { ExerciseBlock, MadeExercise } from '../../../model/training/exercise.ts';
import { figureCosts } from './costs.ts';
import { codedUnits, drawnCount, firstThat, levelShares, ratedUnit, standsApart } from './drawn-counts.ts';
import {
  askedNumber,
  bullets,
  exerciseOf,
  figureTable,
  letterOf,
  paragraph,
  pricedChoice,
} from './exercise-parts.ts';
import { monthName, numberText } from './printed.ts';

interface BadCounts {
  readonly name: Bilingual;
  readonly services: number;
  readonly ratings: number;
  readonly low: number;
  readonly lowest: number;
  /** Bad ratings that a review found to be no fault of the office; they stay in the counts. */
  readonly notUpheld: number;
  readonly flagged: number;
}

const badIn = ({ low, lowest }: BadCounts): number => low + lowest;
const per10k = (unit: BadCounts): number => (badIn(unit) / unit.ratings) * 10_000;
const perServices = (unit: BadCounts): number => (badIn(unit) / unit.services) * 10_000;
const upheldOnly = (unit: BadCounts): number => ((badIn(unit) - unit.notUpheld) / unit.ratings) * 10_000;

/** 差评率 for every 10,000 ratings, and which of several units has the highest one. */
export function makeBadRate(request: MakeRequest): MadeExercise {
  const { draws, difficulty, world } = request;
  const names = codedUnits(draws, 2 + difficulty);
  const base = levelShares(ratedUnit(draws, world).levels);
  const lowestPart = (base[1] ?? 0) / ((base[1] ?? 0) + (base[2] ?? 0));
  const units = firstThat(
    (attempt) => names.map((name, i) => drawUnit(request, name, lowestPart, `${String(i)}${attempt}`)),
    (drawn) => isTelling(drawn, difficulty > 1),
  );
  const asked = draws.whole('asked', 0, units.length - 1);
  const unit = units[asked];
  if (unit === undefined) throw new Error('the unit that is asked for is none of the table');
  const highest = highestBy(units, per10k);
  return exerciseOf(
    { zh: '每万条评价的差评率', en: 'Bad ratings for every 10,000 ratings' },
    shownOf(units, difficulty, monthName(world.month)),
    [
      askedNumber(
        {
          id: 'rate',
          label: { zh: `${unit.name.zh}的差评率`, en: `Bad-rating rate of ${unit.name.en}` },
        },
        {
          value: per10k(unit),
          unit: { zh: '条／万条评价', en: 'for every 10,000 ratings' },
          decimals: 1,
          cost: figureCosts.number,
        },
      ),
      pricedChoice(
        draws,
        { id: 'highest', label: { zh: '差评率最高的单位', en: 'The unit with the highest bad-rating rate' } },
        units.map((one, i) => ({
          id: letterOf(i),
          text: one.name,
          cost: one === highest ? 0 : figureCosts.reading,
        })),
      ),
    ],
    solutionOf(units, unit, difficulty),
  );
}

function drawUnit({ draws }: MakeRequest, name: Bilingual, lowestPart: number, at: string): BadCounts {
  const services = draws.whole(`services ${at}`, 3_000, 40_000);
  const ratings = drawnCount(draws, `ratings ${at}`, services, 0.2 + 0.6 * draws.share(`rated ${at}`));
  const bad = Math.max(
    5,
    drawnCount(draws, `bad ${at}`, ratings, 0.004 + 0.014 * draws.share(`bad share ${at}`)),
  );
  const lowest = drawnCount(draws, `lowest ${at}`, bad, lowestPart);
  return {
    name,
    services,
    ratings,
    low: bad - lowest,
    lowest,
    notUpheld: Math.max(1, drawnCount(draws, `not upheld ${at}`, bad, 0.27)),
    flagged: drawnCount(draws, `flagged ${at}`, ratings, 0.004),
  };
}

const highestBy = (units: readonly BadCounts[], of: (unit: BadCounts) => number): BadCounts | undefined =>
  [...units].sort((a, b) => of(b) - of(a))[0];

/** The highest stands out, no wrong way gives the same figures, and, where it is to be hard, the most bad ratings lie elsewhere. */
function isTelling(units: readonly BadCounts[], mostLiesElsewhere: boolean): boolean {
  const [first = 0, second = 0] = units.map(per10k).sort((a, b) => b - a);
  return (
    first - second >= 1 &&
    units.every((unit) => standsApart(per10k(unit), [perServices(unit), upheldOnly(unit)], 1)) &&
    (!mostLiesElsewhere || highestBy(units, badIn) !== highestBy(units, per10k))
  );
}

const columnsOf = (difficulty: number) => [
  { name: { zh: '服务数', en: 'Services' }, of: (unit: BadCounts) => unit.services },
  { name: { zh: '有等级的评价数', en: 'Ratings with a level' }, of: (unit: BadCounts) => unit.ratings },
  { name: { zh: '不满意', en: 'Dissatisfied' }, of: (unit: BadCounts) => unit.low },
  { name: { zh: '非常不满意', en: 'Very dissatisfied' }, of: (unit: BadCounts) => unit.lowest },
  ...(difficulty > 1
    ? [
        {
          name: { zh: '差评中复核未认定属实', en: 'Bad ratings not upheld on review' },
          of: (unit: BadCounts) => unit.notUpheld,
        },
      ]
    : []),
  ...(difficulty > 2
    ? [
        {
          name: { zh: '评价中疑似异常', en: 'Ratings flagged as suspected anomalies' },
          of: (unit: BadCounts) => unit.flagged,
        },
      ]
    : []),
];

function shownOf(units: readonly BadCounts[], difficulty: number, month: Bilingual): ExerciseBlock[] {
  const columns = columnsOf(difficulty);
  return [
    figureTable(
      { zh: `${month.zh}各单位评价与差评`, en: `Ratings and bad ratings by unit, ${month.en}` },
      { zh: '单位', en: 'Unit' },
      columns.map(({ name }) => name),
      units.map((unit) => ({ name: unit.name, figures: columns.map(({ of }) => numberText(of(unit))) })),
    ),
    paragraph(
      '差评为不满意和非常不满意。差评率＝差评数÷有等级的评价数，以每万条评价计。',
      'Bad ratings are dissatisfied and very dissatisfied. The bad-rating rate is bad ratings over ratings with a level, for every 10,000 ratings.',
    ),
    ...(difficulty > 1
      ? [
          paragraph(
            '按本方法，复核结论和疑似异常标记另行列出，不改变评价的计数。',
            'By this method verdicts of a review and flags are listed apart and change no count of ratings.',
          ),
        ]
      : []),
  ];
}

function solutionOf(units: readonly BadCounts[], unit: BadCounts, difficulty: number): ExerciseBlock[] {
  const [highest, most] = [highestBy(units, per10k), highestBy(units, badIn)];
  return [
    paragraph(
      `${unit.name.zh}：(${numberText(unit.low)} + ${numberText(unit.lowest)}) ÷ ${numberText(unit.ratings)} × 10,000 = ${numberText(per10k(unit), 1)}。`,
      `${unit.name.en}: (${numberText(unit.low)} + ${numberText(unit.lowest)}) ÷ ${numberText(unit.ratings)} × 10,000 = ${numberText(per10k(unit), 1)}.`,
    ),
    figureTable(
      { zh: '各单位差评率', en: 'Bad-rating rates of all units' },
      { zh: '单位', en: 'Unit' },
      [
        { zh: '差评数', en: 'Bad ratings' },
        { zh: '每万条评价', en: 'For every 10,000 ratings' },
        { zh: '每万次服务', en: 'For every 10,000 services' },
      ],
      units.map((one) => ({
        name: one.name,
        figures: [numberText(badIn(one)), numberText(per10k(one), 1), numberText(perServices(one), 1)],
      })),
    ),
    bullets(
      highest === most
        ? {
            zh: `差评率最高的是${highest?.name.zh ?? ''}；它的差评数也最多，但数多不必然率高，要看评价有多少。`,
            en: `The highest rate is that of ${highest?.name.en ?? ''}; it has the most bad ratings too, but many need not mean a high rate: that hangs on how many rate.`,
          }
        : {
            zh: `差评率最高的是${highest?.name.zh ?? ''}；差评数最多的是${most?.name.zh ?? ''}，那里评价也多。`,
            en: `The highest rate is that of ${highest?.name.en ?? ''}; the most bad ratings are those of ${most?.name.en ?? ''}, where more people rate.`,
          },
      {
        zh: '除以服务数，评价率低的单位会显得差评少。',
        en: 'Over services, a unit in which few people rate would seem to have few bad ratings.',
      },
      ...(difficulty > 1
        ? [
            {
              zh: `扣除复核未认定属实的 ${numberText(unit.notUpheld)} 条会得 ${numberText(upheldOnly(unit), 1)}：计数不因复核结论而改，否则差评多少取决于复核宽严。`,
              en: `Without the ${numberText(unit.notUpheld)} not upheld it would be ${numberText(upheldOnly(unit), 1)}: verdicts change no count, or else the rate would hang on how lenient reviews are.`,
            },
          ]
        : []),
    ),
  ];
}
