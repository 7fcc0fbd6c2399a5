import type { Bilingual } from '../../../model/language.ts';
import { applicationSteps, type ApplicationStep } from '../../../model/site/application-steps.ts';

/**
 * A template of application checks: which steps are shown, and what is asked: obstacles and points of each step, obstacles and the score
 * of all, or which steps the record of an evaluator has wrong.
 */
export interface ApplicationTemplate {
  readonly name: Bilingual;
  readonly steps: readonly ApplicationStep[];
  readonly asks: 'points' | 'score' | 'record';
}

/** An exercise that was given is found by the place of its template: append, never reorder. */
export const applicationTemplates: readonly ApplicationTemplate[] = [
  {
    name: { zh: '预约、指南和填表', en: 'Booking, guide and form' },
    steps: ['booking', 'guide', 'form'],
    asks: 'points',
  },
  {
    name: { zh: '填表、上传和反馈', en: 'Form, upload and feedback' },
    steps: ['form', 'upload', 'feedback'],
    asks: 'points',
  },
  { name: { zh: '指南和上传', en: 'Guide and upload' }, steps: ['guide', 'upload'], asks: 'points' },
  {
    name: { zh: '五个环节逐一评分', en: 'Five steps, each with its points' },
    steps: applicationSteps,
    asks: 'points',
  },
  {
    name: { zh: '五个环节合成得分', en: 'Five steps and their score' },
    steps: applicationSteps,
    asks: 'score',
  },
  {
    name: { zh: '复核体验记录', en: 'Checking the record of a trial' },
    steps: applicationSteps,
    asks: 'record',
  },
];
