import type { Bilingual } from '../../../model/language.ts';
import type { Obstacle } from '../../../model/site/application-steps.ts';
import type { ShownTable } from '../../../model/training/exercise.ts';
import type { RecordedStep } from './draw-record.ts';
import { obstacleNames, stepNames } from './obstacle-names.ts';

export const recordedText = (obstacles: readonly Obstacle[]): Bilingual =>
  obstacles.length === 0
    ? { zh: '没有障碍', en: 'no obstacle' }
    : {
        zh: obstacles.map((obstacle) => obstacleNames[obstacle].zh).join('；'),
        en: obstacles.map((obstacle) => obstacleNames[obstacle].en).join('; '),
      };

export const trialRecordTable = (evaluator: string, record: readonly RecordedStep[]): ShownTable => ({
  kind: 'table',
  caption: { zh: `评估人员 ${evaluator} 的体验记录`, en: `Record of evaluator ${evaluator}` },
  columns: [{ name: { zh: '环节', en: 'Step' } }, { name: { zh: '记下的障碍', en: 'Obstacles recorded' } }],
  rows: record.map(({ step, recorded }) => [stepNames[step], recordedText(recorded)]),
});
