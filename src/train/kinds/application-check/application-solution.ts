import type { Bilingual } from '../../../model/language.ts';
import { pointsOfStep, type ApplicationStep, type Obstacle } from '../../../model/site/application-steps.ts';
import type { ExerciseBlock, ShownTable } from '../../../model/training/exercise.ts';
import { sameInBoth } from '../figures/printed.ts';
import type { RecordedStep } from './draw-record.ts';
import type { TrialApplication } from './draw-trial.ts';
import { obstacleNames, stepNames } from './obstacle-names.ts';
import { recordedText } from './record-table.ts';

/** Points of each step that is asked about. */
export const stepPoints = ({ obstacles }: TrialApplication, step: ApplicationStep): number =>
  pointsOfStep(obstacles.filter((found) => found.step === step).length);

/** The score of the steps, 0..100 where they are all five. */
export const scoreOfSteps = (trial: TrialApplication, steps: readonly ApplicationStep[]): number =>
  10 * steps.reduce((sum, step) => sum + stepPoints(trial, step), 0);

/** The worked solution: each obstacle with what is seen, what is right and how it is passed, and the points of the steps. */
export function applicationSolution(
  trial: TrialApplication,
  steps: readonly ApplicationStep[],
  record: readonly RecordedStep[],
): ExerciseBlock[] {
  const { obstacles } = trial;
  const n = String(obstacles.length);
  const points = steps.map((step) => String(stepPoints(trial, step))).join(' + ');
  const score = String(scoreOfSteps(trial, steps));
  return [
    {
      kind: 'text',
      text:
        obstacles.length === 0
          ? { zh: '没有遇到障碍。', en: 'No obstacle was met.' }
          : { zh: `遇到障碍 ${n} 处。`, en: `Obstacles met: ${n}.` },
    },
    ...(obstacles.length === 0 ? [] : [obstacleTable(trial)]),
    stepsTable(trial, steps),
    ...(record.length === 0 ? [] : [recordSolution(trial, record)]),
    ...(steps.length === 5
      ? [
          {
            kind: 'text' as const,
            text: {
              zh: `申报易用度：(${points}) × 10 = ${score} 分。`,
              en: `Score: (${points}) × 10 = ${score}.`,
            },
          },
        ]
      : []),
  ];
}

const obstacleTable = ({ obstacles }: TrialApplication): ShownTable => ({
  kind: 'table',
  caption: { zh: '障碍', en: 'The obstacles' },
  columns: [
    { name: { zh: '环节', en: 'Step' } },
    { name: { zh: '障碍', en: 'Obstacle' } },
    { name: { zh: '看到的', en: 'What is seen' } },
    { name: { zh: '应当', en: 'Right' } },
    { name: { zh: '怎样通过', en: 'How it is passed' } },
  ],
  rows: obstacles.map(({ step, obstacle, seen, right, pass }) => [
    stepNames[step],
    obstacleNames[obstacle],
    seen,
    right,
    pass,
  ]),
});

const stepsTable = (trial: TrialApplication, steps: readonly ApplicationStep[]): ShownTable => ({
  kind: 'table',
  caption: { zh: '环节得分', en: 'Points of the steps' },
  columns: [
    { name: { zh: '环节', en: 'Step' } },
    { name: { zh: '障碍', en: 'Obstacles' }, isNumber: true },
    { name: { zh: '得分', en: 'Points' }, isNumber: true },
  ],
  rows: steps.map((step) => [
    stepNames[step],
    sameInBoth(String(trial.obstacles.filter((found) => found.step === step).length)),
    sameInBoth(String(stepPoints(trial, step))),
  ]),
});

const recordSolution = ({ obstacles }: TrialApplication, record: readonly RecordedStep[]): ShownTable => ({
  kind: 'table',
  caption: { zh: '体验记录逐个环节核对', en: 'The record, step by step' },
  columns: [
    { name: { zh: '环节', en: 'Step' } },
    { name: { zh: '记录', en: 'Recorded' } },
    { name: { zh: '实际', en: 'Met' } },
    { name: { zh: '结论', en: 'Finding' } },
  ],
  rows: record.map(({ step, recorded, isWrong }) => {
    const met = obstacles.filter((found) => found.step === step).map(({ obstacle }) => obstacle);
    return [
      stepNames[step],
      recordedText(recorded),
      recordedText(met),
      recordFinding(isWrong, met, recorded),
    ];
  }),
});

function recordFinding(isWrong: boolean, met: readonly Obstacle[], recorded: readonly Obstacle[]): Bilingual {
  if (!isWrong) return { zh: '相符', en: 'agrees' };
  return met.length > recorded.length
    ? { zh: '记错：漏记', en: 'wrong: one is missing' }
    : { zh: '记错：多记', en: 'wrong: one too many' };
}
