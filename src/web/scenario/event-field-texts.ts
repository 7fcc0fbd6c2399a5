import { fieldWords, type FieldTexts } from './field-texts.ts';

/** Fields that say what happens beside everyday cases: matters of several departments, and reforms. */
export const eventFieldTexts: Readonly<Record<string, FieldTexts>> = {
  'demand.oneThing.share': fieldWords(
    '一件事',
    'One thing',
    '一件事（出生、企业开办、退休、身后）的件数与其首个事项办件之比；每件一事由同一办理人在几个部门各办一件。',
    'Matters such as a birth or the start of a business, as a share of the cases of their first item: one applicant, a case with each of several departments.',
  ),
  'demand.oneThing.integrated': fieldWords(
    '集成办理',
    'Integrated',
    '单位将一件事作一次申请、跑一次办理的概率；否则逐个部门办理，材料常被再次要求。',
    'Chance that a unit takes a matter with one form and one visit; else department by department, papers often asked for again.',
  ),
  reforms: fieldWords(
    '改革',
    'Reforms',
    'JSON 列表，虚构单位自某日起的改变：title、units、from，可有 departments、items、time（用时的倍数）、movedOnline（现场办件转为网上的比例）、experience（感受的提高）、tagFactors（标签权重的倍数）、integrated（一件事集成办理）。',
    'A JSON list of what changes in fictional units from a day on: title, units, from; it may have departments, items, time (factor on the time taken), movedOnline (share of hall cases that come online), experience (gain in what is felt), tagFactors (factors on tag weights), integrated (matters taken with one form).',
  ),
};
