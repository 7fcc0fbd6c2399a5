import type { Bilingual } from '../../../model/language.ts';

export type SatisfactionId = 'meanScore' | 'activeGoodRate' | 'goodRate' | 'promisedTimeSaved' | 'meanVisits';

/** An indicator of 服务满意度 as the method 2022-2 has it. */
export interface SatisfactionIndicator {
  readonly id: SatisfactionId;
  readonly name: Bilingual;
  readonly weight: number;
  readonly goalposts: readonly [number, number];
  /** The smallest denominator that gives a figure. */
  readonly minimum: number;
  /** A share is printed as a percentage. */
  readonly isShare: boolean;
  /** Digits of a value after the point, of a share as a share. */
  readonly decimals: number;
  /** Between which values those of exercises are drawn. */
  readonly drawn: readonly [number, number];
}

const indicators: readonly (Omit<SatisfactionIndicator, 'weight'> & {
  readonly weights: Readonly<Record<'province' | 'city', number>>;
})[] = [
  {
    id: 'meanScore',
    name: { zh: '平均分', en: 'Mean score' },
    weights: { province: 0.3, city: 0.3 },
    goalposts: [8, 10],
    minimum: 30,
    isShare: false,
    decimals: 2,
    drawn: [8.6, 9.9],
  },
  {
    id: 'activeGoodRate',
    name: { zh: '主动评价好评率', en: 'Good-rating rate of active ratings' },
    weights: { province: 0.15, city: 0.15 },
    goalposts: [0.85, 1],
    minimum: 30,
    isShare: true,
    decimals: 3,
    drawn: [0.88, 0.99],
  },
  {
    id: 'goodRate',
    name: { zh: '好评率', en: 'Good-rating rate' },
    weights: { province: 0.15, city: 0.1 },
    goalposts: [0.85, 1],
    minimum: 30,
    isShare: true,
    decimals: 3,
    drawn: [0.9, 0.995],
  },
  {
    id: 'promisedTimeSaved',
    name: { zh: '减时间', en: 'Time saved by the promise' },
    weights: { province: 0.2, city: 0.225 },
    goalposts: [0, 0.6],
    minimum: 10,
    isShare: true,
    decimals: 3,
    drawn: [0.32, 0.78],
  },
  {
    id: 'meanVisits',
    name: { zh: '减跑动', en: 'Visits to a hall' },
    weights: { province: 0.2, city: 0.225 },
    goalposts: [1.5, 0],
    minimum: 10,
    isShare: false,
    decimals: 2,
    drawn: [0.05, 1.7],
  },
];

/** The indicators with the weights of a kind of unit; a test compares them with the method file. */
export const satisfactionIndicators = (kind: 'province' | 'city'): SatisfactionIndicator[] =>
  indicators.map(({ weights, ...indicator }) => ({ ...indicator, weight: weights[kind] }));
