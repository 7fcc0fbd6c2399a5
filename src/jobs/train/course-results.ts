import { courseKinds, type TrainingCourse } from '../../model/training/course.ts';
import type { StageId } from '../../model/training/stage-ids.ts';
import type { MarkedAnswer } from '../../model/training/given-exercise.ts';
import type { Trainee, TrainingClass } from '../../model/training/training-class.ts';
import type { Store } from '../../store/open.ts';
import { traineesOf } from '../../store/read/training/classes.ts';
import { answersOfClass, answersOfTrainee, exercisesOfClass } from '../../store/read/training/exercises.ts';
import { courseProgress, isOver, type StageProgress } from '../../train/course/course-progress.ts';
import { debriefOf, type Debrief } from '../../train/course/debrief.ts';
import { gainOf } from '../../train/statistics/paired-difference.ts';
import { kindRecord } from './class-agreement.ts';
import { placeRecords, progressOf } from './course-exercises.ts';
import { firstAnswers } from './judgements.ts';
import { seedsOfSeat } from './seat.ts';

/** A gain over fewer pairs says less than its interval. Our number. */
const FEWEST_PAIRS = 5;

/** What a course brought: the share of right answers in a later test less that in the pre-test. */
export type CourseGain = NonNullable<ReturnType<typeof gainOf>>;

/** Scores of a test, place by place: 1 where all is right; undefined where the test is not done. */
function testScores(
  stages: readonly StageProgress[],
  answers: readonly MarkedAnswer[],
  id: StageId,
): number[] | undefined {
  const test = stages.find(({ stage }) => stage.id === id);
  if (test?.state !== 'done') return undefined;
  const right = new Set(answers.flatMap(({ place, mark }) => (mark.right ? [place] : [])));
  return Array.from({ length: test.all }, (_, i) => (right.has(test.before + i + 1) ? 1 : 0));
}

const enough = (gain: CourseGain | undefined): CourseGain | undefined =>
  gain !== undefined && gain.n >= FEWEST_PAIRS ? gain : undefined;

/** Of one trainee a pair is a place in the two tests, which are parallel forms. */
function ownGain(
  stages: readonly StageProgress[],
  answers: readonly MarkedAnswer[],
  later: StageId,
): CourseGain | undefined {
  const before = testScores(stages, answers, 'pre-test');
  const after = testScores(stages, answers, later);
  return before && after && enough(gainOf(before, after));
}

export interface CourseTrainee {
  readonly trainee: Trainee;
  readonly stages: readonly StageProgress[];
  readonly gain: CourseGain | undefined;
  readonly delayedGain: CourseGain | undefined;
}

export interface CourseResult {
  readonly trainees: readonly CourseTrainee[];
  /** Of the class a pair is a trainee: the share right in the pre-test and after it. */
  readonly gain: CourseGain | undefined;
  readonly delayedGain: CourseGain | undefined;
}

/** How a class stands in its course (班级成绩). */
export function courseResult(
  access: Store,
  of: TrainingClass,
  course: TrainingCourse,
  now: number,
): CourseResult {
  const exercises = exercisesOfClass(access, of.id);
  const answers = answersOfClass(access, of.id);
  const all = traineesOf(access, of.id).map((trainee) => {
    const own = answers.filter((one) => one.trainee === trainee.id);
    const given = exercises.filter((one) => one.trainee === trainee.id);
    const seat = seedsOfSeat({ trainee, class: of });
    return {
      trainee,
      own,
      stages: courseProgress(course, seat, placeRecords(given, own), trainee.joinedAt, now),
    };
  });
  const classGain = (later: StageId): CourseGain | undefined => {
    const pairs = all.flatMap(({ stages, own }) => {
      const [before, after] = [testScores(stages, own, 'pre-test'), testScores(stages, own, later)];
      return before && after ? [{ before: meanOf(before), after: meanOf(after) }] : [];
    });
    return enough(
      gainOf(
        pairs.map(({ before }) => before),
        pairs.map(({ after }) => after),
      ),
    );
  };
  return {
    trainees: all.map(({ trainee, own, stages }) => ({
      ...{ trainee, stages },
      gain: ownGain(stages, own, 'post-test'),
      delayedGain: ownGain(stages, own, 'delayed-test'),
    })),
    gain: classGain('post-test'),
    delayedGain: classGain('delayed-test'),
  };
}

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** All that is said of a trainee at the end of a course (讲评与成绩). */
export interface CourseDebrief extends CourseTrainee {
  readonly debrief: Debrief;
  /** When the last answer was given; undefined where there is none. */
  readonly lastAnswerAt: number | undefined;
}

export function courseDebrief(
  access: Store,
  of: TrainingClass,
  course: TrainingCourse,
  trainee: Trainee,
  now: number,
): CourseDebrief {
  const stages = progressOf(access, { trainee, class: of }, course, now);
  const answers = answersOfTrainee(access, trainee.id);
  const firsts = firstAnswers(access, of).filter(({ answer }) => answer.trainee === trainee.id);
  return {
    ...{ trainee, stages },
    gain: ownGain(stages, answers, 'post-test'),
    delayedGain: ownGain(stages, answers, 'delayed-test'),
    debrief: debriefOf(
      courseKinds(course).flatMap((kind) => {
        const own = firsts.filter((one) => one.kind === kind);
        return own.length === 0 ? [] : [kindRecord(kind, own)];
      }),
      firsts.map(({ answer }) => ({ confidence: answer.confidence, right: answer.mark.right })),
    ),
    lastAnswerAt: answers.length === 0 ? undefined : Math.max(...answers.map(({ answeredAt }) => answeredAt)),
  };
}

/** The debrief is written when all is done or the class has ended: before that it would train for the tests to come. */
export const hasDebrief = (of: TrainingClass, stages: readonly StageProgress[]): boolean =>
  of.closedAt !== null || stages.every(isOver);
