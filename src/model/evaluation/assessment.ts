import { z } from 'zod';
import { both, lineUpTo } from '../field-rule.ts';
import { guideGroups, type GuideGroup } from '../register.ts';
import { scenarioDay } from '../scenario/field-schemas.ts';
import {
  applicationSteps,
  obstaclesOfStep,
  pointsOfStep,
  type ApplicationStep,
  type Obstacle,
} from '../site/application-steps.ts';
import { askingWays, pointsOfPlace } from '../site/asking-ways.ts';
import { elementEntries, elementsOfGroup, type GuideElementId } from '../site/guide-elements.ts';
import { guideFaults } from '../site/guide-faults.ts';

/**
 * An assessment (评估记录): what one evaluator (评估人员) found of one item of a unit on its service site, in one of three subjects. The third
 * source of data, beside ratings and the register.
 */

export const assessmentSubjects = ['guide', 'search', 'application'] as const;
/** What is looked at (评估内容): 指南准确度核查, 查询精准度抽查, 申报易用度体验. */
export type AssessmentSubject = (typeof assessmentSubjects)[number];

/** What an element of a guide is found to be (要素核查结论). */
export const elementFindings = ['right', ...guideFaults] as const;
export type ElementFinding = (typeof elementFindings)[number];

/** Code of an evaluator: never a name. */
export const evaluatorCode = z
  .string()
  .regex(/^E\d{2,4}$/, both('须为 E 加 2 至 4 位数字，如 E07', 'must be E and 2 to 4 digits, like E07'));

/** Name of a sampling plan (抽样方案). */
export const planName = z
  .string()
  .regex(
    /^[a-z0-9][a-z0-9-]{0,39}$/,
    both('须为 1 至 40 个小写字母、数字或连字符', 'must be 1 to 40 lower-case letters, digits or hyphens'),
  );

/** Furthest place of a hit that is looked for: two pages of results. */
export const FURTHEST_PLACE = 20;

const elementIds: readonly GuideElementId[] = elementEntries.map(({ id }) => id);

const head = {
  kind: z.literal('assessment'),
  plan: planName,
  evaluator: evaluatorCode,
  /** The item as implemented by an office: 31 characters, as in the register. */
  taskCode: lineUpTo(40),
  day: scenarioDay,
  /** 2 for the second of a double assessment (双人评估). */
  round: z.int().min(1).max(2).default(1),
};

const guideAssessment = z.strictObject({
  ...head,
  subject: z.literal('guide'),
  /** A finding for each of the 25 elements. */
  elements: z.record(z.enum(elementIds), z.enum(elementFindings)),
});

const searchAssessment = z.strictObject({
  ...head,
  subject: z.literal('search'),
  /** Place of the first right hit for each way of asking; 0 where there is none on two pages. */
  places: z.record(z.enum(askingWays), z.int().min(0).max(FURTHEST_PLACE)),
});

const applicationAssessment = z.strictObject({
  ...head,
  subject: z.literal('application'),
  /** Obstacles met at each step: their number decides its points. */
  obstacles: z.strictObject({
    booking: stepObstacles('booking'),
    guide: stepObstacles('guide'),
    form: stepObstacles('form'),
    upload: stepObstacles('upload'),
    feedback: stepObstacles('feedback'),
  }),
});

function stepObstacles<S extends ApplicationStep>(step: S) {
  return z
    .array(z.enum(obstaclesOfStep[step]))
    .refine(
      (list) => new Set(list).size === list.length,
      both('每种障碍只能出现一次', 'must have each obstacle once'),
    );
}

export const assessmentLine = z.discriminatedUnion('subject', [
  guideAssessment,
  searchAssessment,
  applicationAssessment,
]);
/** A line of a file of assessments. */
export type Assessment = z.infer<typeof assessmentLine>;

/** Parts of an assessment that are counted apart; numbers go to the store: append only. */
export const assessmentParts = [...guideGroups, 'search', 'application'] as const;
export type AssessmentPart = (typeof assessmentParts)[number];

/** Points of a part, and the most there are: right elements of a group, points of four places, points of five steps. */
export interface PartPoints {
  readonly part: AssessmentPart;
  readonly points: number;
  readonly most: number;
}

/** What an assessment adds to the counts of its unit. */
export function pointsOfAssessment(assessment: Assessment): readonly PartPoints[] {
  if (assessment.subject === 'guide') {
    const { elements } = assessment;
    return guideGroups.map((group: GuideGroup): PartPoints => {
      const ids = elementsOfGroup(group);
      return { part: group, points: ids.filter((id) => elements[id] === 'right').length, most: ids.length };
    });
  }
  if (assessment.subject === 'search') {
    const { places } = assessment;
    const points = askingWays.reduce((sum, way) => sum + pointsOfPlace(places[way]), 0);
    return [{ part: 'search', points, most: 10 * askingWays.length }];
  }
  const { obstacles } = assessment;
  const points = applicationSteps.reduce((sum, step) => sum + pointsOfStep(obstacles[step].length), 0);
  return [{ part: 'application', points, most: 2 * applicationSteps.length }];
}

/** Score of an assessment, 0..100: its points as a share of the most. */
export function scoreOfAssessment(assessment: Assessment): number {
  const parts = pointsOfAssessment(assessment);
  const sum = (of: 'points' | 'most'): number => parts.reduce((total, part) => total + part[of], 0);
  return (100 * sum('points')) / sum('most');
}

/** All that an assessment says, as one text: equal assessments have equal texts, whatever the order of their fields. */
export function assessmentContent(assessment: Assessment): string {
  const { plan, evaluator, taskCode, subject, day, round } = assessment;
  return JSON.stringify([
    'assessment',
    plan,
    evaluator,
    taskCode,
    subject,
    day,
    round,
    orderedFindings(assessment),
  ]);
}

/** An assessment as a line of a file. */
export const assessmentLineOf = (assessment: Assessment): string => JSON.stringify(assessment);

/** The findings of an assessment in the order of their lists. */
export function orderedFindings(assessment: Assessment): readonly (string | number | readonly string[])[] {
  if (assessment.subject === 'guide') {
    const { elements } = assessment;
    return elementIds.map((id) => elements[id]);
  }
  if (assessment.subject === 'search') return askingWays.map((way) => assessment.places[way]);
  const { obstacles } = assessment;
  return applicationSteps.map((step): readonly Obstacle[] => [...obstacles[step]].sort());
}

/** What is said of an assessment besides its findings. */
type AssessmentHead = Pick<Assessment, 'plan' | 'evaluator' | 'taskCode' | 'day' | 'round'>;

/** The assessment of findings in the order of their lists: the way back from `orderedFindings`. */
export function assessmentFrom(
  head: AssessmentHead,
  subject: AssessmentSubject,
  marks: ReturnType<typeof orderedFindings>,
): Assessment {
  const findings =
    subject === 'guide'
      ? { elements: named(elementIds, marks) }
      : subject === 'search'
        ? { places: named(askingWays, marks) }
        : { obstacles: named(applicationSteps, marks) };
  return assessmentLine.parse({ kind: 'assessment', ...head, subject, ...findings });
}

const named = (names: readonly string[], values: readonly unknown[]): Record<string, unknown> =>
  Object.fromEntries(names.map((name, i) => [name, values[i]]));
