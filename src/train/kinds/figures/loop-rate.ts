import type { Bilingual } from '../../../model/language.ts';
import type { MakeRequest } from '../../exercise-kind.ts';
import type { ExerciseBlock, MadeExercise } from '../../../model/training/exercise.ts';
import { figureCosts } from './costs.ts';
import { codedUnits, drawnCount, firstThat, standsApart } from './drawn-counts.ts';
import { askedNumber, bullets, exerciseOf, figureTable, paragraph, percentUnit } from './exercise-parts.ts';
import { makeLoopRateOfOrders } from './loop-orders.ts';
import {
  denominatorField,
  loopCounts,
  loopDenominators,
  loopRates,
  type LoopCount,
  type LoopRate,
} from './loop-rates.ts';
import { monthName, numberText, percentText } from './printed.ts';

type Counts = Readonly<Record<LoopCount, number>>;

/** A rate of the 差评 loop with the right denominator among several; at worst counted from the work orders themselves. */
export function makeLoopRate(request: MakeRequest): MadeExercise {
  const { draws, difficulty, world } = request;
  if (difficulty === 3) return makeLoopRateOfOrders(request);
  const asked = draws.one(
    'rate',
    difficulty === 1
      ? (['verificationRate', 'replyRate'] as const)
      : (['verificationRate', 'replyRate', 'rectificationRate'] as const),
  );
  const { name, over, meaning } = loopRates[asked];
  const [unit = { zh: '', en: '' }] = codedUnits(draws, 1);
  const counts = firstThat(
    (attempt) => drawLoop(request, attempt),
    (drawn) => isTelling(drawn, asked),
  );
  const [numerator, denominator] = [counts[over[0]], counts[over[1]]];
  return exerciseOf(
    { zh: name.zh, en: name.en },
    [
      loopTable(counts, difficulty, unit, monthName(world.month)),
      paragraph(
        `每张整改工单对应一条差评；有的差评还没有派发工单。${name.zh}看的是：${meaning.zh}。`,
        `A work order belongs to one bad rating; some bad ratings have none yet. “${name.en}” asks: ${meaning.en}.`,
      ),
    ],
    [
      askedNumber(
        { id: 'rate', label: { zh: `${unit.zh}的${name.zh}`, en: `${name.en}, ${unit.en}` } },
        {
          value: (numerator / denominator) * 100,
          unit: percentUnit,
          decimals: 2,
          cost: figureCosts.number,
        },
      ),
      denominatorField(draws, asked),
    ],
    solutionOf(counts, asked),
  );
}

function drawLoop({ draws, world, difficulty }: MakeRequest, attempt: string): Counts {
  const all = world.units.reduce(
    (sum, { loop }) => ({ bad: sum.bad + loop.bad, contacted: sum.contacted + loop.contacted }),
    { bad: 0, contacted: 0 },
  );
  // The world tells how many are contacted at all; held off the ends, where all denominators agree.
  const contact = Math.min(0.95, Math.max(0.8, all.bad > 0 ? all.contacted / all.bad : 0.9));
  const count = (name: string, n: number, low: number, high: number): number =>
    drawnCount(draws, `${name}${attempt}`, n, low + (high - low) * draws.share(`${name} share${attempt}`));
  const bad = draws.whole(`bad${attempt}`, difficulty === 1 ? 80 : 60, difficulty === 1 ? 400 : 260);
  const orders = count('orders', bad, 0.86, 0.97);
  const contacted = count('contacted', orders, contact - 0.05, contact + 0.04);
  const upheld = count('upheld', orders, 0.6, 0.8);
  const rectified = count('rectified', upheld, 0.75, 0.97);
  return {
    bad,
    orders,
    contacted,
    contactedInTime: count('contacted in time', contacted, 0.7, 0.95),
    upheld,
    rectified,
    rectifiedInTime: count('rectified in time', rectified, 0.7, 0.95),
    calledBack: count('called back', rectified, 0.6, 0.9),
  };
}

const wrongDenominators = (asked: LoopRate) =>
  loopDenominators.filter((id) => id !== loopRates[asked].over[1]);

function isTelling(counts: Counts, asked: LoopRate): boolean {
  const [above, below] = loopRates[asked].over;
  return standsApart(
    (counts[above] / counts[below]) * 100,
    wrongDenominators(asked).map((id) => (counts[above] / counts[id]) * 100),
    2,
  );
}

function loopTable(counts: Counts, difficulty: number, unit: Bilingual, month: Bilingual) {
  const ids: readonly LoopCount[] =
    difficulty === 1
      ? ['bad', 'orders', 'contacted', 'contactedInTime', 'upheld']
      : [
          'bad',
          'orders',
          'contacted',
          'contactedInTime',
          'upheld',
          'rectified',
          'rectifiedInTime',
          'calledBack',
        ];
  return figureTable(
    { zh: `${month.zh}${unit.zh}的差评整改情况`, en: `Handling of bad ratings, ${unit.en}, ${month.en}` },
    { zh: '项目', en: 'What is counted' },
    [{ zh: '数量', en: 'Number' }],
    ids.map((id) => ({ name: loopCounts[id], figures: [numberText(counts[id])] })),
  );
}

function solutionOf(counts: Counts, asked: LoopRate): ExerciseBlock[] {
  const { name, over, meaning } = loopRates[asked];
  const [above, below] = over;
  const ratio = (denominator: LoopCount): string =>
    `${numberText(counts[above])} ÷ ${numberText(counts[denominator])} = ${percentText(counts[above] / counts[denominator])}`;
  return [
    paragraph(
      `${name.zh}＝${loopCounts[above].zh}÷${loopCounts[below].zh}：${ratio(below)}。它看的是：${meaning.zh}。`,
      `${name.en} is “${loopCounts[above].en}” over “${loopCounts[below].en}”: ${ratio(below)}. It asks: ${meaning.en}.`,
    ),
    bullets(
      ...wrongDenominators(asked).map((id) =>
        counts[above] > counts[id]
          ? {
              zh: `以${loopCounts[id].zh}为分母：${ratio(id)}，超过 100%，分子不是它的一部分。`,
              en: `Over “${loopCounts[id].en}”: ${ratio(id)}, above 100%, for the numerator is no part of it.`,
            }
          : {
              zh: `以${loopCounts[id].zh}为分母：${ratio(id)}，回答的是另一个问题。`,
              en: `Over “${loopCounts[id].en}”: ${ratio(id)}, which answers another question.`,
            },
      ),
    ),
  ];
}
