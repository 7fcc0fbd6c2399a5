import type { ExerciseKind } from '../exercise-kind.ts';
import { fromTemplates, type ExerciseTemplate } from './from-templates.ts';
import { makeCauseClaims } from './statement/cause-claims.ts';
import { makeCompleteSentences } from './statement/complete-sentences.ts';
import { statementCostTable } from './statement/costs.ts';
import { makeHandlingRate } from './statement/handling-rate.ts';
import { makeOneRate } from './statement/one-rate.ts';
import { makeOverallRank } from './statement/overall-rank.ts';
import { makeRankClaims } from './statement/rank-claims.ts';
import { makeSixSentences } from './statement/six-sentences.ts';
import { makeTwoMonths } from './statement/two-months.ts';
import { makeTwoUnits } from './statement/two-units.ts';

const templates: readonly ExerciseTemplate[] = [
  { name: { zh: '一个单位的好评率', en: 'The good-rating rate of one unit' }, make: makeOneRate },
  { name: { zh: '比较两个单位', en: 'Comparing two units' }, make: makeTwoUnits },
  { name: { zh: '总体指数和名次', en: 'The overall index and its rank' }, make: makeOverallRank },
  { name: { zh: '一个月的变化', en: 'The change from one month to the next' }, make: makeTwoMonths },
  { name: { zh: '差评按期整改情况', en: 'Bad ratings rectified in time' }, make: makeHandlingRate },
  { name: { zh: '名次和高低的说法', en: 'Claims of rank and of more and less' }, make: makeRankClaims },
  { name: { zh: '原因的说法', en: 'Claims of causes' }, make: makeCauseClaims },
  {
    name: { zh: '六个句子能不能发布', en: 'Whether six sentences may be published' },
    make: makeSixSentences,
  },
  { name: { zh: '句子的要素', en: 'Whether sentences are complete' }, make: makeCompleteSentences },
];

/** 结论表述: what may be published of results, in which words. */
export const statementKind: ExerciseKind = {
  id: 'statement',
  name: { zh: '结论表述', en: 'Wording of conclusions' },
  about: {
    zh: '把结果写成可以发布的句子：数字、单位、时期、分母、区间齐全，分不开时不写名次，没有依据不写原因。',
    en: 'Put results into sentences that may be published: with figure, unit, period, denominator and interval, no rank where units cannot be told apart, and no cause without grounds.',
  },
  costs: statementCostTable,
  ...fromTemplates(templates),
  version: 1,
  keyVersion: 1,
};
