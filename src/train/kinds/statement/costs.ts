import type { Bilingual } from '../../../model/language.ts';
import type { ExerciseBlock } from '../../../model/training/exercise.ts';
import { sameInBoth } from '../figures/printed.ts';

/** What a mistake in a sentence that is published costs. */
export const statementCosts = {
  /** A number without its denominator or its interval. */
  basis: 1,
  /** Less is said than can be: a right sentence or part of one refused. */
  refused: 1,
  /** A wrong period, unit of measurement or scope. */
  scope: 2,
  /** A wrong figure, interval or denominator. */
  figure: 3,
  /** A rank, a lead or a change that the figures cannot tell. */
  place: 4,
  /** A cause without grounds. */
  cause: 4,
  /** A sentence that was rightly refused, for a reason that is not the one. */
  otherReason: 0.5,
} as const;

const rows: readonly { readonly mistake: Bilingual; readonly cost: number }[] = [
  {
    mistake: {
      zh: '分不开时写名次、“领先”、高低或升降',
      en: 'A rank, a lead, a difference or a change where the figures cannot tell',
    },
    cost: statementCosts.place,
  },
  { mistake: { zh: '没有依据就写原因', en: 'A cause without grounds' }, cost: statementCosts.cause },
  {
    mistake: { zh: '数字、区间或分母写错', en: 'A wrong figure, interval or denominator' },
    cost: statementCosts.figure,
  },
  {
    mistake: {
      zh: '时期、计量单位或范围写错（如把个百分点写成%）',
      en: 'A wrong period, unit or scope (such as % for percentage points)',
    },
    cost: statementCosts.scope,
  },
  {
    mistake: { zh: '有数字而缺分母或区间', en: 'A number without its denominator or its interval' },
    cost: statementCosts.basis,
  },
  {
    mistake: {
      zh: '能说的不说：正确的句子或写法被否定，分得开却写成分不开',
      en: 'Less than can be said: a right sentence or wording refused, or units told apart said not to be',
    },
    cost: statementCosts.refused,
  },
  {
    mistake: {
      zh: '句子不能发布判断对了，问题出在哪里判断错了',
      en: 'A sentence rightly refused, but for the wrong reason',
    },
    cost: statementCosts.otherReason,
  },
];

export const statementCostTable: readonly ExerciseBlock[] = [
  {
    kind: 'table',
    caption: { zh: '扣分表：结论表述', en: 'Costs: wording of conclusions' },
    columns: [{ name: { zh: '错误', en: 'Mistake' } }, { name: { zh: '扣分', en: 'Cost' }, isNumber: true }],
    rows: rows.map(({ mistake, cost }) => [mistake, sameInBoth(String(cost))]),
  },
];
