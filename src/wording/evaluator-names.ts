import type { AssessmentSubject } from '../model/evaluation/assessment.ts';
import type { Bilingual } from '../model/language.ts';

/** What evaluators look at. */
export const subjectNames: Readonly<Record<AssessmentSubject, Bilingual>> = {
  guide: { zh: '指南准确度核查', en: 'Accuracy of guides' },
  search: { zh: '查询精准度抽查', en: 'Precision of search' },
  application: { zh: '申报易用度体验', en: 'Ease of application' },
};

/** Parts of the variance of scores (方差分量). */
export const variancePartNames: Readonly<Record<'unit' | 'item' | 'evaluator' | 'residual', Bilingual>> = {
  unit: { zh: '单位', en: 'units' },
  item: { zh: '事项', en: 'items' },
  evaluator: { zh: '评估人员', en: 'evaluators' },
  residual: { zh: '其余', en: 'the rest' },
};
