import type { Bilingual } from '../../../model/language.ts';
import { wilsonInterval, type Interval } from '../../../model/math/interval.ts';
import type { MakeRequest } from '../../exercise-kind.ts';
import type { Difficulty } from '../../../model/training/exercise-kinds.ts';
import type { ExerciseBlock, MadeExercise } from '../../../model/training/exercise.ts';
import { figureCosts } from './costs.ts';
import { codedUnits, drawnCount, firstThat } from './drawn-counts.ts';
import {
  askedNumber,
  bullets,
  exerciseOf,
  figureTable,
  letterOf,
  paragraph,
  percentUnit,
  pointsUnit,
  type FieldWithKey,
} from './exercise-parts.ts';
import { monthName, numberText, percentText } from './printed.ts';

interface RatedUnit {
  readonly name: Bilingual;
  readonly n: number;
  readonly good: number;
  readonly interval: Interval;
}

/** How many units are shown, how many ratings each has, and how far their true shares lie apart. */
const sizes = {
  1: { units: 4, fewest: 500, most: 2_400, spread: 0.16 },
  2: { units: 5, fewest: 250, most: 1_200, spread: 0.14 },
  3: { units: 5, fewest: 80, most: 500, spread: 0.14 },
} as const satisfies Readonly<Record<Difficulty, object>>;

/** Ends that are printed must tell on which side of one another they lie. */
const LEAST_GAP = 0.0005;

/** Which units cannot be told apart from one by their Wilson intervals; at worst its own interval has to be computed first. */
export function makeIntervalBars(request: MakeRequest): MadeExercise {
  const { draws, difficulty, world } = request;
  const names = codedUnits(draws, sizes[difficulty].units);
  const { units, asked } = firstThat(
    (attempt) => ({
      units: names.map((name, i) => drawUnit(request, name, `${String(i)}${attempt}`)),
      asked: draws.whole(`asked${attempt}`, 0, names.length - 1),
    }),
    (drawn) => isTelling(drawn.units, drawn.asked),
  );
  const unit = units[asked];
  if (unit === undefined) throw new Error('the unit that is asked for is none of the chart');
  const lettered = units.map((one, i) => ({ one, id: letterOf(i) })).filter(({ one }) => one !== unit);
  const fields: FieldWithKey[] = [
    ...(difficulty === 3 ? endFields(unit) : [widthField(unit)]),
    {
      field: {
        id: 'overlapping',
        kind: 'several',
        label: {
          zh: `哪些单位与${unit.name.zh}分不开（区间重叠）`,
          en: `Units that cannot be told apart from ${unit.name.en} (their intervals overlap)`,
        },
        options: draws.shuffled('order of units', lettered).map(({ one, id }) => ({ id, text: one.name })),
      },
      key: {
        kind: 'several',
        right: lettered.filter(({ one }) => overlap(one.interval, unit.interval)).map(({ id }) => id),
        missed: figureCosts.reading,
        wrong: figureCosts.reading,
      },
    },
  ];
  return exerciseOf(
    { zh: '哪些单位分得开', en: 'Which units can be told apart' },
    shownOf(units, unit, difficulty, monthName(world.month)),
    fields,
    solutionOf(units, unit, difficulty),
  );
}

function drawUnit({ draws, difficulty }: MakeRequest, name: Bilingual, at: string): RatedUnit {
  const { fewest, most, spread } = sizes[difficulty];
  const n = draws.whole(`n ${at}`, fewest, most);
  const good = drawnCount(draws, `good ${at}`, n, 0.97 - spread * draws.share(`share ${at}`));
  return { name, n, good, interval: wilsonInterval(good, n) };
}

const overlap = (a: Interval, b: Interval): boolean => a.high >= b.low && b.high >= a.low;

/** Some other units overlap and some do not, and none by so little that printing decides. */
function isTelling(units: readonly RatedUnit[], asked: number): boolean {
  const unit = units[asked];
  if (unit === undefined) return false;
  const others = units.filter((one) => one !== unit);
  const overlapping = others.filter(({ interval }) => overlap(interval, unit.interval)).length;
  return (
    overlapping > 0 &&
    overlapping < others.length &&
    others.every(
      ({ interval }) =>
        Math.abs(interval.high - unit.interval.low) > LEAST_GAP &&
        Math.abs(unit.interval.high - interval.low) > LEAST_GAP,
    )
  );
}

const asPercent = (share: number): number => Number((share * 100).toFixed(2));

/** Both ends are read as they are printed. */
const widthField = ({ name, interval }: RatedUnit): FieldWithKey =>
  askedNumber(
    {
      id: 'width',
      label: {
        zh: `${name.zh}的区间宽度（上限减下限，按表中所列）`,
        en: `Width of the interval of ${name.en} (upper less lower end, as printed)`,
      },
    },
    {
      value: asPercent(interval.high) - asPercent(interval.low),
      unit: pointsUnit,
      decimals: 2,
      cost: figureCosts.number,
    },
  );

const endFields = ({ name, interval }: RatedUnit): FieldWithKey[] => [
  askedNumber(
    { id: 'low', label: { zh: `${name.zh}的区间下限`, en: `Lower end of the interval of ${name.en}` } },
    { value: interval.low * 100, unit: percentUnit, decimals: 1, cost: figureCosts.number },
  ),
  askedNumber(
    { id: 'high', label: { zh: `${name.zh}的区间上限`, en: `Upper end of the interval of ${name.en}` } },
    { value: interval.high * 100, unit: percentUnit, decimals: 1, cost: figureCosts.number },
  ),
];

function shownOf(
  units: readonly RatedUnit[],
  asked: RatedUnit,
  difficulty: Difficulty,
  month: Bilingual,
): ExerciseBlock[] {
  const isHidden = (unit: RatedUnit): boolean => difficulty === 3 && unit === asked;
  const caption: Bilingual = {
    zh: `${month.zh}各单位主动评价好评率及95%区间`,
    en: `Good-rating rates of active ratings with 95% intervals, ${month.en}`,
  };
  return [
    {
      kind: 'bars',
      caption,
      from: Math.floor(Math.min(...units.map(({ interval }) => interval.low)) * 20) * 5,
      to: 100,
      rows: units.map((unit) => ({
        name: unit.name,
        value: asPercent(unit.good / unit.n),
        printed: percentText(unit.good / unit.n),
        ...(isHidden(unit) ? {} : { low: asPercent(unit.interval.low), high: asPercent(unit.interval.high) }),
      })),
    },
    figureTable(
      caption,
      { zh: '单位', en: 'Unit' },
      [
        { zh: '有等级的主动评价数', en: 'Active ratings with a level' },
        { zh: '好评数', en: 'Good ratings' },
        { zh: '好评率', en: 'Good-rating rate' },
        { zh: '区间下限', en: 'Lower end' },
        { zh: '区间上限', en: 'Upper end' },
      ],
      units.map((unit) => ({
        name: unit.name,
        figures: [
          numberText(unit.n),
          numberText(unit.good),
          percentText(unit.good / unit.n),
          ...(isHidden(unit)
            ? ['?', '?']
            : [percentText(unit.interval.low), percentText(unit.interval.high)]),
        ],
      })),
    ),
    paragraph(
      '区间为95%的威尔逊（Wilson）区间。两个单位的区间有重叠，就不能说谁高谁低。',
      'The intervals are Wilson intervals at 95%. Where those of two units overlap, neither can be said to be higher.',
    ),
    ...(difficulty === 3
      ? [
          paragraph(
            `${asked.name.zh}的区间未列出，请自行计算：p 为好评率（未取整的好评数÷评价数），n 为评价数，z = 1.96，下限和上限为 [p + z²/(2n) ∓ z·√(p(1−p)/n + z²/(4n²))] ÷ (1 + z²/n)。`,
            `The interval of ${asked.name.en} is not printed and has to be computed: with p the rate (good ratings ÷ ratings, not rounded), n the ratings and z = 1.96 its ends are [p + z²/(2n) ∓ z·√(p(1−p)/n + z²/(4n²))] ÷ (1 + z²/n).`,
          ),
        ]
      : []),
  ];
}

function solutionOf(units: readonly RatedUnit[], asked: RatedUnit, difficulty: Difficulty): ExerciseBlock[] {
  const [low, high] = [percentText(asked.interval.low), percentText(asked.interval.high)];
  const whole = `${numberText(asked.good)} ÷ ${numberText(asked.n)}`;
  return [
    difficulty === 3
      ? paragraph(
          `${asked.name.zh}：p = ${whole} = ${percentText(asked.good / asked.n, 3)}，n = ${numberText(asked.n)}，代入公式得 ${low} 至 ${high}。`,
          `${asked.name.en}: p = ${whole} = ${percentText(asked.good / asked.n, 3)}, n = ${numberText(asked.n)}; the formula gives ${low} to ${high}.`,
        )
      : paragraph(
          `${asked.name.zh}：上限 ${high}，下限 ${low}，宽 ${numberText(asPercent(asked.interval.high) - asPercent(asked.interval.low), 2)} 个百分点。`,
          `${asked.name.en}: upper end ${high}, lower end ${low}, ${numberText(asPercent(asked.interval.high) - asPercent(asked.interval.low), 2)} percentage points wide.`,
        ),
    bullets(
      ...units
        .filter((unit) => unit !== asked)
        .map(({ name, interval }) => comparison(name, interval, asked.interval)),
    ),
    paragraph(
      '好评率的点值高低不能代替区间：评价少的单位区间宽，点值高也可能分不开。',
      'A higher rate alone does not decide: a unit with few ratings has a wide interval and may not be told apart however high its rate.',
    ),
  ];
}

function comparison(name: Bilingual, interval: Interval, asked: Interval): Bilingual {
  const ends = `${percentText(interval.low)}–${percentText(interval.high)}`;
  if (overlap(interval, asked))
    return {
      zh: `${name.zh} ${ends}：与 ${percentText(asked.low)}–${percentText(asked.high)} 重叠，分不开。`,
      en: `${name.en} ${ends}: overlaps ${percentText(asked.low)}–${percentText(asked.high)}, cannot be told apart.`,
    };
  return interval.low > asked.high
    ? {
        zh: `${name.zh} ${ends}：下限高于 ${percentText(asked.high)}，分得开，较高。`,
        en: `${name.en} ${ends}: its lower end is above ${percentText(asked.high)}, it is higher.`,
      }
    : {
        zh: `${name.zh} ${ends}：上限低于 ${percentText(asked.low)}，分得开，较低。`,
        en: `${name.en} ${ends}: its upper end is below ${percentText(asked.low)}, it is lower.`,
      };
}
