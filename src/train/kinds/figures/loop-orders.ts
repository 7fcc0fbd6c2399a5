import type { Bilingual } from '../../../model/language.ts';
import { verdict } from '../../../model/codes.ts';
import { isWithin } from '../../../model/rectification.ts';
import { DAY_SECONDS, printSecond, weekdayOf } from '../../../model/time/time.ts';
import type { Calendar } from '../../../model/time/calendar.ts';
import type { Draws } from '../../draws.ts';
import type { MakeRequest } from '../../exercise-kind.ts';
import type { ExerciseBlock, MadeExercise } from '../../../model/training/exercise.ts';
import type { CaseFile, CaseRectification } from '../../exercise-world.ts';
import { figureCosts } from './costs.ts';
import { firstThat, standsApart } from './drawn-counts.ts';
import { askedNumber, bullets, exerciseOf, paragraph, percentUnit } from './exercise-parts.ts';
import { denominatorField, loopCounts, loopRates, type LoopRate } from './loop-rates.ts';
import { monthName, numberText, percentText, sameInBoth } from './printed.ts';

interface WorkOrder {
  readonly assessedAt: number;
  readonly contactedAt: number | null;
  readonly rectifiedAt: number | null;
  readonly isUpheld: boolean;
}

/** Limits of the profile that fixes none of its own: assumed ones, as the exercise says. */
const limits = {
  contact: { kind: 'working', days: 1 },
  rectify: { kind: 'working', days: 5 },
} as const;

/** Bad ratings for which no work order is there yet: they are none of the rows, and a trap where the rate is over work orders. */
const MOST_WITHOUT_ORDER = 5;

/** A rate of the 差评 loop, counted from a list of work orders with its times. */
export function makeLoopRateOfOrders({ draws, world, calendar }: MakeRequest): MadeExercise {
  const all = world.badRatings.flatMap(workOrdersOf);
  const asked = draws.one('rate', ratesWithMisses(all, calendar));
  const { orders, withoutOrder } = firstThat(
    (attempt) => ({
      orders: drawOrders(draws, all, asked, calendar, attempt),
      withoutOrder: draws.whole(`without${attempt}`, 1, MOST_WITHOUT_ORDER),
    }),
    (drawn) => isTelling(asked, countsOf(drawn.orders, drawn.withoutOrder, calendar)),
  );
  const counts = countsOf(orders, withoutOrder, calendar);
  const { name, over, meaning } = loopRates[asked];
  return exerciseOf(
    { zh: `从工单清单计算${name.zh}`, en: `${name.en}, counted from work orders` },
    [
      ordersTable(orders, monthName(world.month)),
      paragraph(
        `表中每行为一张整改工单；另有 ${numberText(withoutOrder)} 条差评还没有派发工单，评价人均未联系。`,
        `Each row is a work order; ${numberText(withoutOrder)} more bad ratings have none yet, and nobody has contacted their raters.`,
      ),
      paragraph(
        `时限（本题设定）：评价后 1 个工作日内回访核实，5 个工作日内整改，评价当日不计入；周六、周日和 2025年4月4日至6日休息，其余各日为工作日。${name.zh}看的是：${meaning.zh}。`,
        `Limits (set for this exercise): call to verify within 1 working day of the rating, rectify within 5, the day of the rating not counted; Saturdays, Sundays and 4 to 6 April 2025 are off, all other days are working days. “${name.en}” asks: ${meaning.en}.`,
      ),
    ],
    [
      askedNumber(
        { id: 'rate', label: { zh: `这些差评的${name.zh}`, en: `${name.en}, of these bad ratings` } },
        {
          value: (counts[over[0]] / counts[over[1]]) * 100,
          unit: percentUnit,
          decimals: 1,
          cost: figureCosts.number,
        },
      ),
      denominatorField(draws, asked),
    ],
    solutionOf(orders, withoutOrder, asked, calendar),
  );
}

/** Whether a work order is one that a rate leaves out of its numerator. */
const misses: Readonly<Record<LoopRate, (order: WorkOrder, calendar: Calendar) => boolean>> = {
  verificationRate: (order, calendar) => !isContactedInTime(order, calendar),
  rectificationRate: (order, calendar) => order.isUpheld && !isRectifiedInTime(order, calendar),
  replyRate: ({ contactedAt }) => contactedAt === null,
};

/** Rates for which the world has work orders that count and that do not. */
function ratesWithMisses(all: readonly WorkOrder[], calendar: Calendar): LoopRate[] {
  const rates = (['verificationRate', 'rectificationRate'] as const).filter((rate) =>
    all.some((order) => misses[rate](order, calendar)),
  );
  return [...rates, 'replyRate'];
}

const UPHELD_SHOWN = 7;

/** Some work orders that the rate leaves out, enough upheld ones, and others, in the order of their ratings. */
function drawOrders(
  draws: Draws,
  all: readonly WorkOrder[],
  asked: LoopRate,
  calendar: Calendar,
  attempt: string,
): WorkOrder[] {
  const order = draws.shuffled(`orders${attempt}`, all);
  const isMiss = (one: WorkOrder): boolean => misses[asked](one, calendar);
  const missing = order.filter(isMiss).slice(0, draws.whole(`misses${attempt}`, 2, 5));
  const hits = order.filter((one) => !isMiss(one));
  const upheld = hits.filter(({ isUpheld }) => isUpheld).slice(0, UPHELD_SHOWN);
  const others = hits.filter((one) => !upheld.includes(one));
  return [...missing, ...upheld, ...others]
    .slice(0, draws.whole(`number${attempt}`, 13, 16))
    .sort((a, b) => a.assessedAt - b.assessedAt);
}

function workOrdersOf({ assessedAt, rectification }: CaseFile): WorkOrder[] {
  if (rectification === null) return [];
  const { contactedAt, rectifiedAt } = rectification;
  return [{ assessedAt, contactedAt, rectifiedAt, isUpheld: wasUpheld(rectification) }];
}

const wasUpheld = (rectification: CaseRectification): boolean => rectification.verdict === verdict.upheld;

const isContactedInTime = ({ assessedAt, contactedAt }: WorkOrder, calendar: Calendar): boolean =>
  contactedAt !== null && isWithin(calendar, limits.contact, assessedAt, contactedAt);

const isRectifiedInTime = ({ assessedAt, rectifiedAt }: WorkOrder, calendar: Calendar): boolean =>
  rectifiedAt !== null && isWithin(calendar, limits.rectify, assessedAt, rectifiedAt);

function countsOf(orders: readonly WorkOrder[], withoutOrder: number, calendar: Calendar) {
  const count = (of: (order: WorkOrder) => boolean): number => orders.filter(of).length;
  return {
    bad: orders.length + withoutOrder,
    orders: orders.length,
    contacted: count(({ contactedAt }) => contactedAt !== null),
    contactedInTime: count((order) => isContactedInTime(order, calendar)),
    upheld: count((order) => order.isUpheld),
    rectified: count((order) => order.isUpheld && order.rectifiedAt !== null),
    rectifiedInTime: count((order) => order.isUpheld && isRectifiedInTime(order, calendar)),
    calledBack: 0,
  };
}

/** Another denominator, and forgetting the limit, must give another figure. */
function isTelling(asked: LoopRate, counts: ReturnType<typeof countsOf>): boolean {
  const [above, below] = loopRates[asked].over;
  const inTime =
    above === 'contactedInTime' ? counts.contacted : above === 'rectifiedInTime' ? counts.rectified : 0;
  const right = counts[above] / counts[below];
  const wrong = (['bad', 'orders', 'contacted', 'upheld'] as const)
    .filter((id) => id !== below)
    .map((id) => counts[above] / Math.max(1, counts[id]));
  return (
    counts.upheld >= UPHELD_SHOWN &&
    standsApart(
      right * 100,
      [...wrong, inTime / counts[below]].map((rate) => rate * 100),
      1,
    )
  );
}

const weekdays: readonly Bilingual[] = [
  { zh: '周一', en: 'Mon' },
  { zh: '周二', en: 'Tue' },
  { zh: '周三', en: 'Wed' },
  { zh: '周四', en: 'Thu' },
  { zh: '周五', en: 'Fri' },
  { zh: '周六', en: 'Sat' },
  { zh: '周日', en: 'Sun' },
];

const none: Bilingual = { zh: '—', en: '—' };

function timeText(second: number | null): Bilingual {
  if (second === null) return none;
  const [date, time] = [printSecond(second).slice(5, 10), printSecond(second).slice(11, 16)];
  const { zh, en } = weekdays[weekdayOf(Math.floor(second / DAY_SECONDS))] ?? none;
  return { zh: `${date}（${zh}）${time}`, en: `${date} (${en}) ${time}` };
}

const ordersTable = (orders: readonly WorkOrder[], month: Bilingual): ExerciseBlock => ({
  kind: 'table',
  caption: {
    zh: `抽取的整改工单，${month.zh}的差评`,
    en: `Work orders drawn from the bad ratings of ${month.en}`,
  },
  columns: [
    { name: { zh: '序号', en: 'No.' } },
    { name: { zh: '评价时间', en: 'Rated' } },
    { name: { zh: '回访核实时间', en: 'Called to verify' } },
    { name: { zh: '研判结论', en: 'Verdict' } },
    { name: { zh: '整改时间', en: 'Rectified' } },
  ],
  rows: orders.map((order, i) => [
    sameInBoth(String(i + 1)),
    timeText(order.assessedAt),
    timeText(order.contactedAt),
    order.isUpheld ? { zh: '属实', en: 'Upheld' } : { zh: '未认定属实', en: 'Not upheld' },
    timeText(order.rectifiedAt),
  ]),
});

function solutionOf(
  orders: readonly WorkOrder[],
  withoutOrder: number,
  asked: LoopRate,
  calendar: Calendar,
): ExerciseBlock[] {
  const counts = countsOf(orders, withoutOrder, calendar);
  const { name, over } = loopRates[asked];
  const [above, below] = over;
  const numbers = (of: (order: WorkOrder) => boolean, comma: string): string =>
    orders.flatMap((order, i) => (of(order) ? [String(i + 1)] : [])).join(comma) || '—';
  const isCounted = {
    contactedInTime: (order: WorkOrder) => isContactedInTime(order, calendar),
    rectifiedInTime: (order: WorkOrder) => order.isUpheld && isRectifiedInTime(order, calendar),
    contacted: (order: WorkOrder) => order.contactedAt !== null,
  }[above];
  const isLate = {
    contactedInTime: (order: WorkOrder) => !isContactedInTime(order, calendar) && order.contactedAt !== null,
    rectifiedInTime: (order: WorkOrder) =>
      order.isUpheld && !isRectifiedInTime(order, calendar) && order.rectifiedAt !== null,
    contacted: () => false,
  }[above];
  const ratio = `${numberText(counts[above])} ÷ ${numberText(counts[below])} = ${percentText(counts[above] / counts[below], 1)}`;
  return [
    bullets(
      {
        zh: `${loopCounts[above].zh}：第 ${numbers(isCounted, '、')} 号，共 ${numberText(counts[above])} 张。`,
        en: `${loopCounts[above].en}: numbers ${numbers(isCounted, ', ')}, ${numberText(counts[above])} in all.`,
      },
      ...(above === 'contacted'
        ? []
        : [
            {
              zh: `做了但超过时限，不计：第 ${numbers(isLate, '、')} 号。`,
              en: `Done after the limit, not counted: numbers ${numbers(isLate, ', ')}.`,
            },
          ]),
      {
        zh: `分母为${loopCounts[below].zh}：${denominatorText(counts, below).zh}。`,
        en: `The denominator is “${loopCounts[below].en}”: ${denominatorText(counts, below).en}.`,
      },
    ),
    paragraph(`${name.zh}：${ratio}。`, `${name.en}: ${ratio}.`),
  ];
}

function denominatorText(counts: ReturnType<typeof countsOf>, below: 'bad' | 'orders' | 'upheld'): Bilingual {
  const [orders, bad, upheld] = [counts.orders, counts.bad, counts.upheld].map((n) => numberText(n));
  if (below === 'orders')
    return {
      zh: `表中 ${orders ?? ''} 张；没有工单的差评不在其中`,
      en: `the ${orders ?? ''} of the table; bad ratings without a work order are not among them`,
    };
  if (below === 'upheld')
    return {
      zh: `表中研判结论为属实的 ${upheld ?? ''} 条`,
      en: `the ${upheld ?? ''} of the table that were upheld`,
    };
  return {
    zh: `表中 ${orders ?? ''} 条和没有工单的 ${numberText(counts.bad - counts.orders)} 条，共 ${bad ?? ''} 条`,
    en: `the ${orders ?? ''} of the table and the ${numberText(counts.bad - counts.orders)} without a work order, ${bad ?? ''} in all`,
  };
}
