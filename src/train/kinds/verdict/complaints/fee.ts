import { printClock, printMinute } from '../../day-count.ts';
import {
  anotherCase,
  besides,
  proof,
  servedFact,
  textOrNone,
  windowFact,
  type Complaint,
  type ComplaintTemplate,
} from '../complaint.ts';
import { MINUTE, momentBefore, type Scene } from '../scene.ts';

import { besideAcceptance, conditionTag } from './acceptance.ts';

/** 指南之外收费: a fee that the service guide does not know. */
export const feeTemplate: ComplaintTemplate = {
  name: { zh: '指南之外收费', en: 'A fee beyond the guide' },
  suits: ({ isOnline }) => !isOnline,
  tell,
};

function tell(scene: Scene): Complaint {
  const { draws, tail, otherTail, window, servedAt } = scene;
  const yuan = String(draws.whole('fee in tens', 5, 30) * 10);
  const end = servedAt + draws.whole('served for', 7, 18) * MINUTE;
  const paidAt = servedAt + 4 * MINUTE;
  return {
    tag: conditionTag,
    text: textOrNone(scene, [
      {
        zh: `指南写着不收费，窗口却要先交 ${yuan} 元代办费`,
        en: `The guide says free of charge, the window wanted ${yuan} yuan for “handling” first`,
      },
      { zh: '不交钱就不收件，凭什么', en: 'No money, no application taken. On what grounds?' },
      { zh: '临时又加条件，要先交代办费', en: 'A condition was added on the spot: a handling fee first' },
    ]),
    claim: {
      zh: '受理前被要求交代办费，而指南写明不收费',
      en: 'a handling fee was asked for before acceptance, though the guide says free of charge',
    },
    denial: {
      zh: '该事项不收费，没有向申请人收取或索要任何费用',
      en: 'the item is free of charge and no fee was asked for or taken',
    },
    ratedAt: end + draws.whole('rated after', 60, 400) * MINUTE,
    facts: [
      servedFact(scene),
      windowFact(scene),
      [
        { zh: '指南列明的条件', en: 'Conditions of the guide' },
        { zh: '不收费，也没有代办服务', en: 'free of charge, and no handling service' },
      ],
    ],
    notes: [],
    supports: [
      proof('supports', 'payment', paidAt, {
        text: {
          zh: `办件 ${tail}：${printMinute(paidAt)} 窗口收款码收到 ${yuan} 元，附言“代办服务费”`,
          en: `Case ${tail}: at ${printMinute(paidAt)} ${yuan} yuan paid by the code of the window, for “handling service”`,
        },
        again: {
          zh: `办件 ${tail}：收款 1 笔，${yuan} 元`,
          en: `Case ${tail}: 1 payment, ${yuan} yuan`,
        },
        because: {
          zh: '流水显示收了指南没有的费用',
          en: 'the ledger shows a fee that the guide does not know',
        },
      }),
      proof('supports', 'recording', servedAt + 2 * MINUTE, {
        text: {
          zh: `${window} 号窗口 ${printMinute(servedAt + 2 * MINUTE)}：工作人员说“先交 ${yuan} 元代办费，不交收不了件”`,
          en: `Window ${window}, ${printMinute(servedAt + 2 * MINUTE)}: the clerk says “${yuan} yuan for handling first, else we cannot take it”`,
        },
        again: {
          zh: `${window} 号窗口录音转写（${printClock(servedAt + 2 * MINUTE)}）：“不交收不了件”`,
          en: `Window ${window}, sound as text (${printClock(servedAt + 2 * MINUTE)}): “else we cannot take it”`,
        },
        because: { zh: '原声直接证明所诉', en: 'the sound proves the claim directly' },
      }),
    ],
    against: [
      proof('against', 'recording', end, {
        text: {
          zh: `${window} 号窗口 ${printMinute(servedAt)} 至 ${printClock(end)} 全程有声：没有提到任何费用`,
          en: `Window ${window}, ${printMinute(servedAt)} to ${printClock(end)}, sound throughout: no fee is mentioned`,
        },
        again: {
          zh: `${window} 号窗口录音转写（${printMinute(servedAt)} 至 ${printClock(end)}）：“费”“钱”出现 0 次`,
          en: `Window ${window}, sound as text (${printMinute(servedAt)} to ${printClock(end)}): “fee” and “money” occur 0 times`,
        },
        because: {
          zh: '全程原声没有提费用，与所诉相反',
          en: 'no fee in the whole sound, contrary to the claim',
        },
      }),
      proof('against', 'platform', end, {
        text: {
          zh: `办件 ${tail}：${printMinute(servedAt)} 收件，${printClock(servedAt + MINUTE)} 受理，受理前后没有缴费环节`,
          en: `Case ${tail}: taken at ${printMinute(servedAt)}, accepted at ${printClock(servedAt + MINUTE)}, no step of payment before or after`,
        },
        again: { zh: `办件 ${tail}：缴费环节 0 个`, en: `Case ${tail}: 0 steps of payment` },
        because: {
          zh: '到窗口一分钟就受理了，没有先交费再收件，与所诉相反',
          en: 'it was accepted within a minute, not after a payment, contrary to the claim',
        },
      }),
    ],
    misplaced: [
      besides(
        'payment',
        momentBefore(scene, servedAt, 'another case'),
        {
          zh: `办件 ${otherTail}：窗口收款码收到 ${yuan} 元，附言“代办服务费”`,
          en: `Case ${otherTail}: ${yuan} yuan paid by the code of the window, for “handling service”`,
        },
        anotherCase,
      ),
      besides(
        'payment',
        momentBefore(scene, servedAt, 'one more case'),
        { zh: `办件 ${otherTail}：没有收款`, en: `Case ${otherTail}: no payment` },
        anotherCase,
      ),
    ],
    always: [],
    beside: besideAcceptance(scene, end),
    workings: [],
  };
}
