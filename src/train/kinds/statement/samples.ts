import type { Bilingual } from '../../../model/language.ts';
import { wilsonInterval, type Interval } from '../../../model/math/interval.ts';
import type { Draws } from '../../draws.ts';
import type { Difficulty } from '../../../model/training/exercise-kinds.ts';
import type { ShownTable } from '../../../model/training/exercise.ts';
import { drawnCount } from '../figures/drawn-counts.ts';
import { numberText, percentText, sameInBoth } from '../figures/printed.ts';

/** Active ratings of a unit in a month, with the interval of their good-rating rate. */
export interface RatedSample {
  readonly unit: Bilingual;
  readonly month: Bilingual;
  readonly services: number;
  readonly n: number;
  readonly good: number;
  readonly interval: Interval;
}

/** How many ratings a sample has: fewer make intervals wider and conclusions harder. */
export const sampleSizes = {
  1: [900, 3_000],
  2: [350, 1_400],
  3: [140, 600],
} as const satisfies Readonly<Record<Difficulty, readonly [number, number]>>;

export function drawSample(
  draws: Draws,
  at: string,
  whose: Pick<RatedSample, 'unit' | 'month'>,
  difficulty: Difficulty,
  share: number,
): RatedSample {
  const [fewest, most] = sampleSizes[difficulty];
  const n = draws.whole(`n ${at}`, fewest, most);
  const services = Math.round(n / (0.4 + 0.3 * draws.share(`rated ${at}`)));
  const good = drawnCount(draws, `good ${at}`, n, share);
  return { ...whose, services, n, good, interval: wilsonInterval(good, n) };
}

export const rateOf = ({ good, n }: RatedSample): number => good / n;
export const rateText = (sample: RatedSample): string => percentText(rateOf(sample));
export const endsText = ({ low, high }: Interval): string => `${percentText(low)}–${percentText(high)}`;

/** How far two intervals lie apart; below 0 where they overlap. */
export const gapBetween = (a: Interval, b: Interval): number =>
  Math.max(a.low, b.low) - Math.min(a.high, b.high);

export const liesAbove = (a: RatedSample, b: RatedSample): boolean => a.interval.low > b.interval.high;

/** Whether the difference of two rates is that of the printed ones: readers subtract what they see. */
export function agreesWhenPrinted(a: RatedSample, b: RatedSample): boolean {
  const printed = (share: number): number => Number((share * 100).toFixed(2));
  const seen = printed(rateOf(a)) - printed(rateOf(b));
  return seen.toFixed(2) === ((rateOf(a) - rateOf(b)) * 100).toFixed(2);
}

/** How narrowly two intervals may miss or meet one another. */
const gaps = {
  1: { apart: [0.012, 1], overlapping: [-1, -0.02] },
  2: { apart: [0.003, 0.025], overlapping: [-0.03, -0.004] },
  3: { apart: [0.0005, 0.01], overlapping: [-0.012, -0.0005] },
} as const satisfies Readonly<Record<Difficulty, object>>;

/** Whether two intervals lie apart, or overlap, as clearly or narrowly as the difficulty wants it. */
export function fitsGap(a: Interval, b: Interval, isApart: boolean, difficulty: Difficulty): boolean {
  const [least, most] = gaps[difficulty][isApart ? 'apart' : 'overlapping'];
  const gap = gapBetween(a, b);
  return gap >= least && gap <= most;
}

/** The table of samples; in hard exercises the rate has to be computed. */
export const sampleTable = (
  caption: Bilingual,
  samples: readonly RatedSample[],
  difficulty: Difficulty,
): ShownTable => ({
  kind: 'table',
  caption,
  columns: [
    { name: { zh: '单位', en: 'Unit' } },
    { name: { zh: '月份', en: 'Month' } },
    { name: { zh: '服务数', en: 'Services' }, isNumber: true },
    { name: { zh: '有等级的主动评价数', en: 'Active ratings with a level' }, isNumber: true },
    { name: { zh: '好评数', en: 'Good ratings' }, isNumber: true },
    ...(difficulty < 3
      ? [{ name: { zh: '主动评价好评率', en: 'Good-rating rate of active ratings' }, isNumber: true }]
      : []),
    { name: { zh: '95%区间', en: '95% interval' }, isNumber: true },
  ],
  rows: samples.map((sample) => [
    sample.unit,
    sample.month,
    sameInBoth(numberText(sample.services)),
    sameInBoth(numberText(sample.n)),
    sameInBoth(numberText(sample.good)),
    ...(difficulty < 3 ? [sameInBoth(rateText(sample))] : []),
    sameInBoth(endsText(sample.interval)),
  ]),
});
