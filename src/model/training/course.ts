import { z } from 'zod';
import { difficulties, exerciseKindIds, type ExerciseKindId } from './exercise-kinds.ts';
import { stageIds } from './stage-ids.ts';
import { both, lineUpTo } from '../field-rule.ts';
import { wilsonInterval } from '../math/interval.ts';
import { parseGiven } from '../parse-given.ts';

/** A course (课程) of the training room: its stages in order, each with what is to be answered and how it is decided. Versioned data. */

/** Seeds have numbers for 8,192 exercises of a stage: kinds times cases times attempts stay below. */
const MOST_CASES = 100;
const MOST_ATTEMPTS = 5;

const name = lineUpTo(200).min(1);
const named = { name, nameEn: name };
const longText = lineUpTo(2000).min(1);
const texts = { text: longText, textEn: longText };

const kind = z.enum(exerciseKindIds);
const difficulty = z.literal(difficulties);

const stage = {
  ...named,
  kinds: z
    .array(kind)
    .min(1)
    .refine((kinds) => new Set(kinds).size === kinds.length, {
      error: both('同一题型只能列一次', 'each kind may be named once'),
    }),
  /** Difficulties of the exercises of each kind, in turn and from the first again. */
  difficulties: z.array(difficulty).min(1).max(MOST_CASES),
  /** Days planned for it, which are told and close nothing, and days between the end of the stage before and its beginning. */
  days: z.int().min(1).max(365),
  afterDays: z.int().min(0).max(365).default(0),
};
/** Exercises of each kind. */
const exercises = z.int().min(1).max(MOST_CASES);

const testStage = z.strictObject({
  id: z.enum(['pre-test', 'post-test', 'delayed-test']),
  ...stage,
  exercises,
  /** A gain is one of first answers. */
  attempts: z.literal(1, {
    error: both('须为 1：测试题只答一次', 'must be 1: an exercise of a test is answered once'),
  }),
});

/** A common frame of reference (评价标尺): what each judgement stands for, cases that are shown with their solution, what to discuss. */
const frameStage = z.strictObject({
  id: z.literal('frame'),
  ...stage,
  /** Worked cases of each kind. */
  exercises,
  anchors: z.array(z.strictObject({ kind, ...named, ...texts })).min(1),
  discussion: z.array(z.strictObject(texts)),
});

const practiceStage = z.strictObject({
  id: z.literal('practice'),
  ...stage,
  exercises,
  /** How often an exercise may be answered before its solution is shown. */
  attempts: z.int().min(1).max(MOST_ATTEMPTS),
});

const gateRuleSchema = z
  .strictObject({
    /** Cases of a kind after which it is decided at the earliest, and at the latest. */
    fewest: z.int().min(1).max(MOST_CASES),
    most: z.int().min(1).max(MOST_CASES),
    /** The share of right answers that a trainee must be shown to reach. */
    mark: z.number().gt(0).lt(1),
    /** Of the Wilson interval: how many standard errors it reaches to each side. */
    z: z.number().gt(0).max(5),
  })
  .refine(({ fewest, most }) => fewest <= most, {
    path: ['most'],
    error: both('不得小于 fewest', 'must be at least “fewest”'),
  })
  .refine(({ most, mark, z: errors }) => wilsonInterval(most, most, errors).low >= mark, {
    path: ['mark'],
    error: both(
      '过高：most 题全对时，区间下限仍低于它，无人能通过',
      'is too high: with all of “most” right the interval still ends below it, and nobody can pass',
    ),
  });
export type GateRule = z.infer<typeof gateRuleSchema>;

const gateStage = z.strictObject({
  id: z.literal('gate'),
  ...stage,
  rule: gateRuleSchema,
  rare: z.strictObject({
    /** Of ten cases so many are rare ones on average. */
    ofTen: z.int().min(0).max(10),
    /** Ids of the right answers that are low or rare in practice; a kind that is not named has no rare cases. */
    answers: z.partialRecord(kind, z.array(z.string().min(1)).min(1)),
  }),
  /** How often a kind may be tried, each time with fresh cases. */
  attempts: z.int().min(1).max(MOST_ATTEMPTS),
});

/** Work after the course: known cases (暗题) hide among the others and tell whether somebody still judges within tolerance. */
const workStage = z.strictObject({
  id: z.literal('work'),
  ...stage,
  exercises,
  known: z.strictObject({
    /** Of each ten cases so many are known ones. */
    ofTen: z.int().min(1).max(10),
    /** Known cases after which it is decided at the earliest. */
    fewest: z.int().min(1).max(MOST_CASES),
    /** Work stops where the interval of the share of known cases that are right lies below it. */
    mark: z.number().gt(0).lt(1),
    /** Of the Wilson interval: how many standard errors it reaches to each side. */
    z: z.number().gt(0).max(5),
  }),
});

const stageSchema = z.discriminatedUnion('id', [testStage, frameStage, practiceStage, gateStage, workStage]);
export type CourseStage = z.infer<typeof stageSchema>;
export type GateStage = Extract<CourseStage, { readonly id: 'gate' }>;
export type WorkStage = Extract<CourseStage, { readonly id: 'work' }>;
type TestStage = z.infer<typeof testStage>;

const courseSchema = z
  .strictObject({
    id: z
      .string()
      .regex(
        /^[a-z0-9][a-z0-9-]{0,39}$/,
        both(
          '须为 1 至 40 个小写字母、数字或连字符',
          'must be 1 to 40 lower-case letters, digits or hyphens',
        ),
      ),
    version: z.int().positive(),
    ...named,
    about: longText,
    aboutEn: longText,
    stages: z.array(stageSchema).min(1),
    /** True where its numbers are ours and no source states them. */
    assumption: z.boolean(),
    reason: longText,
    reasonEn: longText,
  })
  .superRefine(({ stages }, context) => {
    checkOrder(stages, context);
    checkForms(stages, context);
    checkAnchors(stages, context);
  });
export type TrainingCourse = z.infer<typeof courseSchema>;

function checkOrder(stages: readonly CourseStage[], context: z.RefinementCtx): void {
  const places = stages.map(({ id }) => stageIds.indexOf(id));
  places.forEach((place, i) => {
    if (i > 0 && place <= (places[i - 1] ?? -1))
      context.addIssue({
        code: 'custom',
        path: ['stages', i, 'id'],
        message: both(
          `各阶段至多一次，顺序须为 ${stageIds.join('、')}`,
          `each stage comes once at most, in the order ${stageIds.join(', ')}`,
        ),
      });
  });
}

const isTest = (of: CourseStage): of is TestStage =>
  of.id === 'pre-test' || of.id === 'post-test' || of.id === 'delayed-test';

/** A gain is counted between parallel forms only: other exercises of the same kinds and difficulties. */
function checkForms(stages: readonly CourseStage[], context: z.RefinementCtx): void {
  const [first] = stages.filter(isTest);
  stages.forEach((of, i) => {
    if (!isTest(of) || first === undefined) return;
    for (const field of ['kinds', 'exercises', 'difficulties'] as const)
      if (JSON.stringify(of[field]) !== JSON.stringify(first[field]))
        context.addIssue({
          code: 'custom',
          path: ['stages', i, field],
          message: both(
            `须与 ${first.id} 相同：各次测试为平行卷`,
            `must be that of ${first.id}: tests are parallel forms`,
          ),
        });
  });
}

function checkAnchors(stages: readonly CourseStage[], context: z.RefinementCtx): void {
  stages.forEach((of, i) => {
    if (of.id !== 'frame') return;
    of.anchors.forEach((anchor, j) => {
      if (!of.kinds.includes(anchor.kind))
        context.addIssue({
          code: 'custom',
          path: ['stages', i, 'anchors', j, 'kind'],
          message: both(
            `须为本阶段的题型 ${of.kinds.join('、')} 之一`,
            `must be one of the kinds of the stage: ${of.kinds.join(', ')}`,
          ),
        });
    });
  });
}

/** Parses a course; a Mistake names every wrong field with its value and its rule. */
export const parseCourse = (value: unknown, where: string): TrainingCourse =>
  parseGiven(courseSchema, value, { zh: '课程', en: 'course' }, where);

/** The kinds that a course trains, in the order of the first stage that names each. */
export const courseKinds = ({ stages }: Pick<TrainingCourse, 'stages'>): ExerciseKindId[] => [
  ...new Set(stages.flatMap(({ kinds }) => kinds)),
];
