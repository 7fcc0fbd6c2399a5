import type { Bilingual } from '../../../model/language.ts';
import type { MakeRequest } from '../../exercise-kind.ts';
import type { Difficulty } from '../../../model/training/exercise-kinds.ts';
import type { ExerciseBlock, MadeExercise } from '../../../model/training/exercise.ts';
import { figureCosts } from './costs.ts';
import { codedUnits, drawnCount, firstThat, standsApart } from './drawn-counts.ts';
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
import { monthName, numberText, percentText, sameInBoth, signedText } from './printed.ts';

/** Rates that move in the middle of the scale, where points and percent differ most. */
const rates = [
  {
    name: { zh: '评价率', en: 'Rating rate' },
    above: { zh: '有首次评价的服务数', en: 'Services with a first rating' },
    below: { zh: '服务数', en: 'Services' },
    beside: { zh: '办件数', en: 'Cases' },
  },
  {
    name: { zh: '主动评价率', en: 'Share of active ratings' },
    above: { zh: '主动评价数', en: 'Active ratings' },
    below: { zh: '全部评价数', en: 'All ratings' },
    beside: { zh: '服务数', en: 'Services' },
  },
  {
    name: { zh: '线上办理率', en: 'Share of online applications' },
    above: { zh: '线上申报的服务数', en: 'Services applied for online' },
    below: { zh: '服务数', en: 'Services' },
    beside: { zh: '办件数', en: 'Cases' },
  },
] as const satisfies readonly Readonly<Record<'name' | 'above' | 'below' | 'beside', Bilingual>>[];

type Rate = (typeof rates)[number];

interface PeriodCounts {
  readonly above: number;
  readonly below: number;
  readonly beside: number;
}

interface Change {
  readonly before: PeriodCounts;
  readonly after: PeriodCounts;
}

/** A change between two months, in percentage points and in percent. */
export function makeChange(request: MakeRequest): MadeExercise {
  const { draws, difficulty, world } = request;
  const rate = draws.one('rate', rates);
  const [unit = sameInBoth('')] = codedUnits(draws, 1);
  const wantsTurn = difficulty === 3 ? draws.share('turn') < 0.6 : undefined;
  const change = firstThat(
    (attempt) => drawChange(request, attempt),
    (drawn) => isTelling(drawn, difficulty, wantsTurn),
  );
  const months = { before: monthName(world.month, -1), after: monthName(world.month) };
  const { points, percent } = changeOf(change, difficulty);
  const fields: FieldWithKey[] = [
    askedNumber(
      {
        id: 'points',
        label: {
          zh: `${rate.name.zh}变化多少个百分点（下降填负数）`,
          en: `Change of “${rate.name.en}” in percentage points (a fall is negative)`,
        },
      },
      { value: points, unit: pointsUnit, decimals: 2, cost: figureCosts.number },
    ),
    askedNumber(
      {
        id: 'percent',
        label: {
          zh: `${rate.name.zh}变化百分之多少（下降填负数）`,
          en: `Change of “${rate.name.en}” in percent of its earlier value (a fall is negative)`,
        },
      },
      { value: percent, unit: percentUnit, decimals: 1, cost: figureCosts.number },
    ),
  ];
  if (difficulty > 1) fields.push(directionField(draws, rate, change));
  return exerciseOf(
    { zh: `${rate.name.zh}的变化：百分点与百分比`, en: `Change of “${rate.name.en}”: points and percent` },
    shownOf(change, rate, difficulty, unit, months),
    fields,
    solutionOf(change, rate, difficulty),
  );
}

function drawChange({ draws, difficulty }: MakeRequest, attempt: string): Change {
  const share = 0.25 + 0.45 * draws.share(`share${attempt}`);
  const most = [0.12, 0.08, 0.03][difficulty - 1] ?? 0.03;
  const move =
    (0.4 + 0.6 * draws.share(`move${attempt}`)) * most * (draws.share(`up${attempt}`) < 0.5 ? -1 : 1);
  const period = (name: string, of: number): PeriodCounts => {
    const below = draws.whole(`${name} below${attempt}`, 900, 6_000);
    return {
      below,
      above: drawnCount(draws, `${name} above${attempt}`, below, of),
      beside: drawnCount(draws, `${name} beside${attempt}`, below, 0.75),
    };
  };
  return { before: period('before', share), after: period('after', share + move) };
}

const shareOfPeriod = ({ above, below }: PeriodCounts): number => above / below;

/** Where rates are printed, the change is that of the printed ones. */
function changeOf({ before, after }: Change, difficulty: Difficulty) {
  const [first = 0, second = 0] = [before, after]
    .map((period) => shareOfPeriod(period) * 100)
    .map((value) => (difficulty === 1 ? Number(value.toFixed(2)) : value));
  return { first, second, points: second - first, percent: (second / first - 1) * 100 };
}

/** In hard exercises the number behind the rate often moves the other way: whether it must is drawn before. */
function isTelling(change: Change, difficulty: Difficulty, wantsTurn: boolean | undefined): boolean {
  const { before, after } = change;
  const { points, percent } = changeOf(change, difficulty);
  const turns = Math.sign(after.above - before.above) !== Math.sign(points);
  return (
    Math.abs(points) >= 0.5 &&
    before.above !== after.above &&
    standsApart(points, [percent, -points], 2) &&
    (wantsTurn === undefined || turns === wantsTurn)
  );
}

const directions = [
  { id: 'both-rise', count: 1, rate: 1, text: { zh: '都上升', en: 'both rise' } },
  {
    id: 'count-rises',
    count: 1,
    rate: -1,
    text: { zh: '数量增加，比率下降', en: 'the number rises, the rate falls' },
  },
  {
    id: 'rate-rises',
    count: -1,
    rate: 1,
    text: { zh: '数量减少，比率上升', en: 'the number falls, the rate rises' },
  },
  { id: 'both-fall', count: -1, rate: -1, text: { zh: '都下降', en: 'both fall' } },
] as const;

function directionField(draws: MakeRequest['draws'], rate: Rate, { before, after }: Change): FieldWithKey {
  const count = Math.sign(after.above - before.above);
  const moved = Math.sign(shareOfPeriod(after) - shareOfPeriod(before));
  return pricedChoice(
    draws,
    {
      id: 'direction',
      label: {
        zh: `${rate.above.zh}与${rate.name.zh}的变化方向`,
        en: `How “${rate.above.en}” (the number) and “${rate.name.en}” (the rate) move`,
      },
    },
    directions.map(({ id, text, ...way }) => ({
      id,
      text,
      cost: way.count === count && way.rate === moved ? 0 : figureCosts.reading,
    })),
  );
}

function shownOf(
  { before, after }: Change,
  rate: Rate,
  difficulty: Difficulty,
  unit: Bilingual,
  months: { readonly before: Bilingual; readonly after: Bilingual },
): ExerciseBlock[] {
  const columns = [
    ...(difficulty === 3
      ? [{ name: rate.beside, of: (period: PeriodCounts) => numberText(period.beside) }]
      : []),
    { name: rate.below, of: (period: PeriodCounts) => numberText(period.below) },
    ...(difficulty === 1
      ? []
      : [{ name: rate.above, of: (period: PeriodCounts) => numberText(period.above) }]),
    ...(difficulty === 1
      ? [{ name: rate.name, of: (period: PeriodCounts) => percentText(shareOfPeriod(period)) }]
      : []),
  ];
  return [
    figureTable(
      { zh: `${unit.zh}两个月的数据`, en: `Two months of ${unit.en}` },
      { zh: '月份', en: 'Month' },
      columns.map(({ name }) => name),
      [
        { name: months.before, figures: columns.map(({ of }) => of(before)) },
        { name: months.after, figures: columns.map(({ of }) => of(after)) },
      ],
    ),
    paragraph(
      `${rate.name.zh}＝${rate.above.zh}÷${rate.below.zh}。${difficulty === 1 ? '按表中所列的比率计算。' : ''}`,
      `“${rate.name.en}” is “${rate.above.en.toLowerCase()}” over “${rate.below.en.toLowerCase()}”.${difficulty === 1 ? ' Take the rates as printed.' : ''}`,
    ),
  ];
}

function solutionOf(change: Change, rate: Rate, difficulty: Difficulty): ExerciseBlock[] {
  const { before, after } = change;
  const { first, second, points, percent } = changeOf(change, difficulty);
  const decimals = difficulty === 1 ? 2 : 4;
  const [a, b] = [`${numberText(first, decimals)}%`, `${numberText(second, decimals)}%`];
  const ratio = ({ above, below }: PeriodCounts, result: string): string =>
    `${numberText(above)} ÷ ${numberText(below)} = ${result}`;
  return [
    ...(difficulty === 1
      ? []
      : [
          paragraph(
            `前一个月 ${ratio(before, a)}，后一个月 ${ratio(after, b)}。`,
            `Earlier month ${ratio(before, a)}, later month ${ratio(after, b)}.`,
          ),
        ]),
    paragraph(
      `${b} − ${a} = ${signedText(points, 2)} 个百分点；(${b} ÷ ${a} − 1) × 100 = ${signedText(percent, 1)}%。`,
      `${b} − ${a} = ${signedText(points, 2)} percentage points; (${b} ÷ ${a} − 1) × 100 = ${signedText(percent, 1)}%.`,
    ),
    bullets(
      {
        zh: '两个比率相减，单位是个百分点；相除减一才是百分比。把个百分点写成%，变化就说错了大小。',
        en: 'The difference of two rates is in percentage points; only their ratio less one is in percent. Writing % for points misstates the change.',
      },
      ...(difficulty === 1
        ? []
        : [
            {
              zh: `${rate.above.zh}由 ${numberText(before.above)} 变为 ${numberText(after.above)}，${rate.below.zh}由 ${numberText(before.below)} 变为 ${numberText(after.below)}：比率随两者而变，不能只看数量。`,
              en: `“${rate.above.en}” went from ${numberText(before.above)} to ${numberText(after.above)} and “${rate.below.en}” from ${numberText(before.below)} to ${numberText(after.below)}: the rate hangs on both.`,
            },
          ]),
    ),
  ];
}
