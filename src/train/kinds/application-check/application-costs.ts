import type { Bilingual } from '../../../model/language.ts';
import { applicationSteps, pointsOfStep } from '../../../model/site/application-steps.ts';
import type { ExerciseBlock } from '../../../model/training/exercise.ts';
import { sameInBoth } from '../figures/printed.ts';
import { stepRules } from './obstacle-names.ts';

/** An obstacle or a wrong record that was not named, one named that is none, wrong points of a step, a wrong score. */
export const MISSED = 2;
export const FALSE_ALARM_AT_STEP = 1;
export const WRONG_POINTS = 1;
export const WRONG_SCORE = 2;

/** What points stand for (评分标尺). */
export const pointTexts: readonly (readonly [points: number, text: Bilingual])[] = [
  [pointsOfStep(0), { zh: '2 分：没有障碍', en: '2: no obstacle' }],
  [pointsOfStep(1), { zh: '1 分：有一处障碍', en: '1: one obstacle' }],
  [pointsOfStep(2), { zh: '0 分：有两处及以上障碍', en: '0: two obstacles or more' }],
];

export const applicationRulesAndCosts: readonly ExerciseBlock[] = [
  { kind: 'heading', text: { zh: '体验规则', en: 'Rules' } },
  { kind: 'list', items: applicationSteps.map((step) => stepRules[step]) },
  {
    kind: 'list',
    items: [
      {
        zh: '障碍记在遇到它的环节。能绕过去的也是障碍。',
        en: 'An obstacle belongs to the step at which it is met. One that can be passed is an obstacle all the same.',
      },
      {
        zh: '环节得分：没有障碍 2 分，一处 1 分，两处及以上 0 分（本项目设定）。五个环节得分之和乘 10，为 0 至 100 分的申报易用度。',
        en: 'Points of a step: 2 without an obstacle, 1 with one, 0 with two or more (set by this project). The points of five steps times 10 are the score, 0 to 100.',
      },
    ],
  },
  {
    kind: 'table',
    caption: { zh: '代价', en: 'Costs' },
    columns: [{ name: { zh: '情形', en: 'Case' } }, { name: { zh: '代价', en: 'Cost' }, isNumber: true }],
    rows: [
      [
        { zh: '障碍（记错的环节）没有指出，每处', en: 'Obstacle, or step recorded wrongly, not named, each' },
        sameInBoth(String(MISSED)),
      ],
      [
        { zh: '指出的不是障碍（没有记错），每处', en: 'Named and none, each' },
        sameInBoth(String(FALSE_ALARM_AT_STEP)),
      ],
      [{ zh: '环节得分选错，每个', en: 'Wrong points of a step, each' }, sameInBoth(String(WRONG_POINTS))],
      [{ zh: '合成得分算错', en: 'Wrong score' }, sameInBoth(String(WRONG_SCORE))],
    ],
  },
  {
    kind: 'list',
    items: [
      {
        zh: `漏报记 ${String(MISSED)}：申请人还会在那里卡住，单位以为没有问题。`,
        en: `A miss, ${String(MISSED)}: applicants go on getting stuck there, and the office believes that all is well.`,
      },
      {
        zh: `误报记 ${String(FALSE_ALARM_AT_STEP)}：单位去改本来没有问题的地方。`,
        en: `A false alarm, ${String(FALSE_ALARM_AT_STEP)}: the office mends what was not broken.`,
      },
      {
        zh: '既选“没有”又选别的，互相矛盾，“没有”按一处误报计。',
        en: 'To choose “none” beside something else contradicts itself: it costs as a false alarm.',
      },
    ],
  },
];
