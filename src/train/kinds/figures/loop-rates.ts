import type { Bilingual } from '../../../model/language.ts';
import type { Draws } from '../../draws.ts';
import { figureCosts } from './costs.ts';
import { pricedChoice, type FieldWithKey } from './exercise-parts.ts';

/** Steps of the 差评 loop that are counted, in the order of the loop. */
export const loopCounts = {
  bad: { zh: '差评数', en: 'Bad ratings' },
  orders: { zh: '整改工单数', en: 'Work orders' },
  contacted: { zh: '已回访核实', en: 'Called to verify' },
  contactedInTime: { zh: '时限内回访核实', en: 'Called to verify within the limit' },
  upheld: { zh: '复核认定属实', en: 'Upheld on review' },
  rectified: { zh: '属实且已整改', en: 'Upheld and rectified' },
  rectifiedInTime: { zh: '属实且时限内整改', en: 'Upheld and rectified within the limit' },
  calledBack: { zh: '整改后回访', en: 'Called back after rectification' },
} as const satisfies Readonly<Record<string, Bilingual>>;

export type LoopCount = keyof typeof loopCounts;

/** Indicators of the loop by what is over what. */
export const loopRates = {
  verificationRate: {
    name: { zh: '按时回访核实率', en: 'Bad ratings verified in time' },
    over: ['contactedInTime', 'orders'],
    meaning: {
      zh: '派到单位手里的差评，有多少及时核实了',
      en: 'of the bad ratings that were handed to the office, how many did it verify in time',
    },
  },
  rectificationRate: {
    name: { zh: '差评按期整改率', en: 'Bad ratings rectified in time' },
    over: ['rectifiedInTime', 'upheld'],
    meaning: {
      zh: '确有问题的差评，有多少按时改了',
      en: 'of the bad ratings that were right, how many were put right in time',
    },
  },
  replyRate: {
    name: { zh: '差评回复率', en: 'Bad ratings answered' },
    over: ['contacted', 'bad'],
    meaning: {
      zh: '给了差评的人，有多少得到了回音（联系上即算）',
      en: 'of those who gave a bad rating, how many were answered (being contacted is enough)',
    },
  },
} as const satisfies Readonly<
  Record<
    string,
    {
      readonly name: Bilingual;
      readonly over: readonly [LoopCount, LoopCount];
      readonly meaning: Bilingual;
    }
  >
>;

export type LoopRate = keyof typeof loopRates;

/** Denominators that are offered for every rate of the loop. */
export const loopDenominators = ['bad', 'orders', 'contacted', 'upheld'] as const;

/** Asks for the denominator of a rate. */
export const denominatorField = (draws: Draws, asked: LoopRate): FieldWithKey =>
  pricedChoice(
    draws,
    {
      id: 'denominator',
      label: {
        zh: `${loopRates[asked].name.zh}的分母`,
        en: `Denominator of “${loopRates[asked].name.en}”`,
      },
    },
    loopDenominators.map((id) => ({
      id,
      text: loopCounts[id],
      cost: id === loopRates[asked].over[1] ? 0 : figureCosts.basis,
    })),
  );
