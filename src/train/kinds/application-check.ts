import type { ApplicationStep } from '../../model/site/application-steps.ts';
import type { ExerciseBlock, MadeExercise } from '../../model/training/exercise.ts';
import type { ExerciseKind, MakeRequest } from '../exercise-kind.ts';
import {
  applicationRulesAndCosts,
  FALSE_ALARM_AT_STEP,
  MISSED,
  pointTexts,
  WRONG_POINTS,
  WRONG_SCORE,
} from './application-check/application-costs.ts';
import { applicationSolution, scoreOfSteps, stepPoints } from './application-check/application-solution.ts';
import { applicationTemplates, type ApplicationTemplate } from './application-check/application-templates.ts';
import { drawRecord, type RecordedStep } from './application-check/draw-record.ts';
import { drawTrial, type TrialApplication } from './application-check/draw-trial.ts';
import { decoysOfStep, obstacleNames, obstaclesAt, stepNames } from './application-check/obstacle-names.ts';
import { trialRecordTable } from './application-check/record-table.ts';
import { rulesShown, stepBlocks } from './application-check/step-blocks.ts';
import { shortOffice } from './drawn-site.ts';
import { NO_FAULT, severalFaults } from './fault-fields.ts';
import { askedNumber, exerciseOf, paragraph, type FieldWithKey } from './figures/exercise-parts.ts';

/** 申报易用度体验: which obstacles a trial application meets, and what its steps are worth. */
export const applicationCheckKind: ExerciseKind = {
  id: 'application-check',
  name: { zh: '申报易用度体验', en: 'Trial applications' },
  about: {
    zh: '对照规则和账号资料看一次模拟申报的页面，指出每个环节的障碍，按标尺评分，或复核别人的体验记录。',
    en: 'Against the rules and the account, look at the pages of a trial application, name the obstacles of each step and give its points, or check the record of somebody else.',
  },
  costs: applicationRulesAndCosts,
  templates: applicationTemplates.map(({ name }) => name),
  version: 1,
  keyVersion: 1,
  make,
};

function make(request: MakeRequest): MadeExercise {
  const template = applicationTemplates[request.template];
  if (template === undefined)
    throw new Error(`no template ${String(request.template)} of the kind application-check`);
  const { steps, asks } = template;
  const trial = drawTrial(request, steps);
  const record = asks === 'record' ? drawRecord(request, trial) : [];
  return exerciseOf(
    { zh: '这次网上申报哪里不好用', en: 'Where does this online application hinder?' },
    [
      lead(trial, template),
      ...rulesShown(trial, steps),
      ...steps.flatMap((step, i) => stepBlocks(trial.application, step, i + 1, request.difficulty)),
      ...recordShown(request, record),
    ],
    fieldsOf(request, template, trial, record),
    applicationSolution(trial, steps, record),
  );
}

function lead(
  { site: { unit }, item, rules: { title } }: TrialApplication,
  { steps }: ApplicationTemplate,
): ExerciseBlock {
  const n = String(steps.length);
  const office = shortOffice(item);
  return paragraph(
    `在${unit.name}政务服务网上模拟申报“${title.zh}”（${office.zh}），以下是 ${n} 个环节看到的页面，以及规则和账号资料。`,
    `A trial application for “${title.en}” (${office.en}) on the service site of ${unit.nameEn}: what was seen at ${n} steps, with the rules and what the account holds.`,
  );
}

function recordShown({ draws }: MakeRequest, record: readonly RecordedStep[]): ExerciseBlock[] {
  if (record.length === 0) return [];
  return [trialRecordTable(`E${String(draws.whole('evaluator', 1, 40)).padStart(2, '0')}`, record)];
}

function fieldsOf(
  request: MakeRequest,
  { steps, asks }: ApplicationTemplate,
  trial: TrialApplication,
  record: readonly RecordedStep[],
): FieldWithKey[] {
  switch (asks) {
    case 'points':
      return steps.flatMap((step) => [obstaclesOf(request, trial, step), pointsOf(request, trial, step)]);
    case 'score':
      return [...steps.map((step) => obstaclesOf(request, trial, step)), scoreOf(trial, steps)];
    case 'record':
      return [wrongSteps(request, record), scoreOf(trial, steps)];
  }
}

function obstaclesOf(
  { draws }: MakeRequest,
  { obstacles }: TrialApplication,
  step: ApplicationStep,
): FieldWithKey {
  const { zh, en } = stepNames[step];
  return severalFaults(
    {
      id: `obstacles-${step}`,
      label: { zh: `“${zh}”环节的障碍`, en: `Obstacles at the step “${en.toLowerCase()}”` },
    },
    draws.shuffled(`order of ${step}`, [
      ...obstaclesAt(step).map((id) => ({ id, text: obstacleNames[id] })),
      ...decoysOfStep[step],
      { id: NO_FAULT, text: { zh: '没有障碍', en: 'No obstacle' } },
    ]),
    obstacles.filter((found) => found.step === step).map(({ obstacle }) => obstacle),
    { missed: MISSED, wrong: FALSE_ALARM_AT_STEP },
  );
}

/** Points of a step; the options of all steps are in one order. */
function pointsOf({ draws }: MakeRequest, trial: TrialApplication, step: ApplicationStep): FieldWithKey {
  const { zh, en } = stepNames[step];
  const right = stepPoints(trial, step);
  const order = draws.shuffled('order of the points', pointTexts);
  return {
    field: {
      id: `points-${step}`,
      label: { zh: `“${zh}”环节得分`, en: `Points of the step “${en.toLowerCase()}”` },
      kind: 'choice',
      options: order.map(([points, text]) => ({ id: String(points), text })),
    },
    key: {
      kind: 'choice',
      costs: Object.fromEntries(
        order.map(([points]) => [String(points), points === right ? 0 : WRONG_POINTS]),
      ),
    },
  };
}

const scoreOf = (trial: TrialApplication, steps: readonly ApplicationStep[]): FieldWithKey =>
  askedNumber(
    {
      id: 'score',
      label: { zh: '申报易用度（0 至 100 分）', en: 'Score of the application, 0 to 100' },
      hint: {
        zh: '按实际遇到的障碍计算：五个环节得分之和乘 10。',
        en: 'From the obstacles that there are: the points of the five steps times 10.',
      },
    },
    { value: scoreOfSteps(trial, steps), unit: { zh: '分', en: 'points' }, decimals: 0, cost: WRONG_SCORE },
  );

const wrongSteps = ({ draws }: MakeRequest, record: readonly RecordedStep[]): FieldWithKey =>
  severalFaults(
    {
      id: 'record',
      label: { zh: '体验记录哪些环节记错了', en: 'Which steps does the record have wrong?' },
      hint: { zh: '多记、漏记都算记错。', en: 'One obstacle too many or too few is wrong.' },
    },
    draws.shuffled('order of the steps', [
      ...record.map(({ step }) => ({ id: step, text: stepNames[step] })),
      { id: NO_FAULT, text: { zh: '没有，全部相符', en: 'None, all agree' } },
    ]),
    record.filter(({ isWrong }) => isWrong).map(({ step }) => step),
    { missed: MISSED, wrong: FALSE_ALARM_AT_STEP },
  );
