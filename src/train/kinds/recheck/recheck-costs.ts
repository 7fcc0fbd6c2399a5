import type { Bilingual } from '../../../model/language.ts';
import type { ExerciseBlock } from '../../../model/training/exercise.ts';
import type { RecheckReason } from './work-order.ts';

export const decisions = ['pass', 'return'] as const;
export type Decision = (typeof decisions)[number];

export const decisionNames: Readonly<Record<Decision, Bilingual>> = {
  pass: { zh: '通过', en: 'Pass' },
  return: { zh: '退回', en: 'Send back' },
};

/** costs[right][answered]. */
export const decisionCosts: Readonly<Record<Decision, Readonly<Record<Decision, number>>>> = {
  pass: { pass: 0, return: 2 },
  return: { pass: 5, return: 0 },
};

/** A wrong reason, whatever the decision. */
export const REASON_COST = 1;

export const reasonNames: Readonly<Record<RecheckReason, Bilingual>> = {
  'over-limit': { zh: '超过时限', en: 'Over a time limit' },
  'no-call-back': { zh: '未回访先结案', en: 'Closed without a call-back' },
  'staff-phone': { zh: '回访电话为工作人员', en: 'The call-back went to a number of the staff' },
  'call-before': { zh: '回访时间早于整改完成', en: 'The call-back came before completion' },
  dissatisfied: { zh: '回访不满意仍结案', en: 'Closed though the rater was dissatisfied' },
  unrelated: { zh: '整改内容与差评原因无关', en: 'The measures have nothing to do with the cause' },
  'case-answer-only': { zh: '以个案答复代替整改', en: 'An answer to the case in place of a rectification' },
  recurred: { zh: '同类问题整改后仍发生', en: 'The same problem came again afterwards' },
  'in-order': { zh: '全部符合', en: 'All in order' },
};

const rules: readonly Bilingual[] = [
  {
    zh: '时限：从差评次日起算，差评当日不计，最后一天当天完成不算超期。“工作日”跳过休息日、算上调休上班日；“自然日”逐日计算，遇休息日不顺延。联系评价人、整改完成分别计算；“当日”指差评当天。',
    en: 'Limits run from the day after the rating; the day of the rating does not count and the last day is in time. Working days leave out days off and count make-up days; natural days are all counted, and a last day that is off is not moved. Contact and completion are counted apart; “the same day” is the day of the rating.',
  },
  {
    zh: '回访：结案之前必须有一次接通的回访。未接通、只发短信、结案以后补的，都不算。',
    en: 'Call-back: somebody must have answered one before the order was closed. Not answered, a text message only, or made up afterwards does not count.',
  },
  {
    zh: '回访对象：打的必须是评价人留下的号码（预留或另留）。登记为工作人员的号码不算回访评价人。',
    en: 'Number: it must be one that the rater left, first or later. A number of the staff is no call-back.',
  },
  {
    zh: '先后：回访必须在整改完成之后，同一天的比时刻。',
    en: 'Order: the call-back comes after completion; on the same day the clock decides.',
  },
  {
    zh: '结果：满意、基本满意可以结案；不满意应当重新整改。',
    en: 'Result: satisfied and fairly satisfied will do; if dissatisfied, it must be rectified anew.',
  },
  {
    zh: '措施对题：措施要针对差评的原因。与原因无关的，或者只有表态没有具体改动的，不算措施。',
    en: 'Cause: measures must meet the cause of the rating. What is beside it, or words without any change, is no measure.',
  },
  {
    zh: '措施范围：至少一项对今后所有办件有效。只为这位申请人补办、致歉、说明的，是个案答复，不是整改。',
    en: 'Reach: at least one measure must hold for all later cases. Finishing the case, apologising or explaining to this applicant is an answer, not a rectification.',
  },
  {
    zh: '不再发生：整改完成后 30 天内，同一单位、同一事项、同一标签、研判属实、办理时间晚于整改完成的差评，有一件即为同类问题仍发生。缺一项都不算。',
    en: 'Not again: within 30 days of completion, one bad rating of the same office, the same item and the same tag, found upheld, and of a service after completion means that the problem came again. If one of these is missing, it does not count.',
  },
  {
    zh: '以上全部符合才通过；有一条不符合就退回，理由选不符合的那一条。',
    en: 'It passes when all hold; if one does not, it is sent back, and that one is the reason.',
  },
];

const number = (cost: number): Bilingual => ({ zh: String(cost), en: String(cost) });

export const recheckRulesAndCosts: readonly ExerciseBlock[] = [
  { kind: 'heading', text: { zh: '复核规则', en: 'Rules' } },
  { kind: 'list', items: rules },
  {
    kind: 'table',
    caption: { zh: '复核意见的代价', en: 'Cost of a decision' },
    columns: [
      { name: { zh: '应当', en: 'Right' } },
      { name: { zh: '答“通过”', en: 'Answered: pass' }, isNumber: true },
      { name: { zh: '答“退回”', en: 'Answered: send back' }, isNumber: true },
    ],
    rows: decisions.map((right) => [
      decisionNames[right],
      ...decisions.map((answer) => number(decisionCosts[right][answer])),
    ]),
  },
  {
    kind: 'list',
    items: [
      {
        zh: '假整改被通过，记 5：问题还在，台账上已经没有了。',
        en: 'A false rectification passed, 5: the problem stays and the books are clean.',
      },
      {
        zh: '整改到位的被退回，记 2：单位白做一遍，评价人再被打扰。',
        en: 'A sound one sent back, 2: the office does it twice and the rater is troubled again.',
      },
      {
        zh: '理由选错，另记 1：结论碰对了，单位仍不知道改什么。',
        en: 'A wrong reason, 1 more: even where the decision is right, the office does not learn what to mend.',
      },
    ],
  },
];
