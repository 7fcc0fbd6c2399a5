import { Mistake, notFound } from '../../model/errors.ts';
import type { Calendar } from '../../model/time/calendar.ts';
import type { TrainingCourse } from '../../model/training/course.ts';
import type { Difficulty } from '../../model/training/exercise-kinds.ts';
import type { GivenExercise, MarkedAnswer } from '../../model/training/given-exercise.ts';
import type { Store } from '../../store/open.ts';
import { answersOfTrainee, exerciseAt, exercisesOfTrainee } from '../../store/read/training/exercises.ts';
import { giveExercise } from '../../store/write/training/exercises.ts';
import { plannedAt, stageOfPlace } from '../../train/course/course-places.ts';
import {
  attemptsIn,
  courseProgress,
  mayBeGiven,
  type PlaceRecord,
  type StageProgress,
} from '../../train/course/course-progress.ts';
import { knownInWork } from '../../train/course/known-cases.ts';
import { chooseDraft } from '../../train/course/rare-cases.ts';
import { exerciseKinds, makeExercise, worldOf } from '../../train/exercise-kinds.ts';
import { EXERCISE_WORLDS } from './exercise-world.ts';
import { seedsOfSeat, type Seat, type WorldGiver } from './seat.ts';

/** What a trainee did, place by place, as the progress of a course is told from it. */
export function placeRecords(
  exercises: readonly Pick<GivenExercise, 'place' | 'givenAt'>[],
  answers: readonly MarkedAnswer[],
): PlaceRecord[] {
  const byPlace = new Map<number, PlaceRecord['answers'][number][]>();
  for (const { place, wasRight, answeredAt } of answers)
    byPlace.set(place, [...(byPlace.get(place) ?? []), { right: wasRight, answeredAt }]);
  return exercises.map(({ place, givenAt }) => ({ place, givenAt, answers: byPlace.get(place) ?? [] }));
}

/** How a trainee stands in the course of the class. */
export const progressOf = (access: Store, seat: Seat, course: TrainingCourse, now: number): StageProgress[] =>
  courseProgress(
    course,
    seedsOfSeat(seat),
    placeRecords(exercisesOfTrainee(access, seat.trainee.id), answersOfTrainee(access, seat.trainee.id)),
    seat.trainee.joinedAt,
    now,
  );

/**
 * The exercise at a place of a course: the one that was given, or the one that is made and kept now. An exercise of a course stays as
 * it is: forms are parallel only while all come from the same templates.
 */
export async function courseExercise(
  access: Store,
  seat: Seat,
  course: TrainingCourse,
  place: number,
  worlds: WorldGiver,
  { calendar, now }: { readonly calendar: Calendar; readonly now: number },
): Promise<GivenExercise> {
  const placed = stageOfPlace(course, place);
  if (placed === undefined || !Number.isInteger(place)) {
    throw notFound(`课程没有第 ${String(place)} 题`, `the course has no exercise ${String(place)}`);
  }
  const { trainee, class: of } = seat;
  const given = exerciseAt(access, trainee.id, place);
  if (given !== undefined) return given;
  if (of.closedAt !== null || !mayBeGiven(progressOf(access, seat, course, now), place)) throw notOpen();
  const planned = plannedAt(placed, seedsOfSeat(seat), place);
  const { stage } = placed;
  const rare = stage.id === 'gate' ? (stage.rare.answers[planned.kind] ?? []) : [];
  const { kind, difficulty } = planned;
  const { seed, exercise, key } = await chooseDraft(planned, rare, async (draft) => {
    const request = { kind, seed: draft, difficulty };
    return makeExercise(request, await worlds(worldOf(request, EXERCISE_WORLDS)), calendar);
  });
  const { version, keyVersion } = exerciseKinds[kind];
  giveExercise(access, {
    ...{ trainee: trainee.id, place, variant: 1, kind, seed, version, keyVersion },
    ...{ exercise, key, givenAt: now },
  });
  const kept = exerciseAt(access, trainee.id, place);
  if (kept === undefined) throw new Error('the exercise was given and is not there');
  return kept;
}

/** How hard the exercise at a place is: as the class says, or in a course as its stage does. */
export function difficultyAt(seat: Seat, place: number): Difficulty {
  const { course, difficulty } = seat.class;
  if (course === undefined) return difficulty;
  const placed = stageOfPlace(course, place);
  if (placed === undefined) throw new Error(`the course has no place ${String(place)}`);
  return plannedAt(placed, seedsOfSeat(seat), place).difficulty;
}

const notOpen = (): Mistake =>
  new Mistake(
    {
      zh: '这一题还没有开放：请先完成前面的阶段和题目；班级结束后不再出题',
      en: 'this exercise is not open: do the stages and exercises before it first; a class that has ended gives no more',
    },
    { status: 409 },
  );

/** What a stage allows at a place, from the answers of the trainee. */
export function standingInCourse(
  seat: Seat,
  course: TrainingCourse,
  place: number,
  answers: readonly MarkedAnswer[],
): { readonly attempts: number; readonly isDone: boolean; readonly showsMark: boolean } {
  const placed = stageOfPlace(course, place);
  if (placed === undefined) throw new Error(`the course has no place ${String(place)}`);
  const { stage, before, all } = placed;
  const attempts = attemptsIn(stage);
  const own = answers.filter((one) => one.place === place);
  const isDone = own.length >= attempts || own.some(({ wasRight }) => wasRight);
  if (stage.id === 'frame' || stage.id === 'practice' || stage.id === 'gate')
    return { attempts, isDone, showsMark: true };
  // A test that tells how it goes trains while it measures; and in work nobody may see which cases are known ones.
  const inStage = answers.filter((one) => one.place > before && one.place <= before + all);
  const hasEnded =
    inStage.length === all ||
    (stage.id === 'work' &&
      knownInWork(
        placed,
        stage,
        seedsOfSeat(seat),
        inStage
          .toSorted((a, b) => a.answeredAt - b.answeredAt || a.place - b.place)
          .map((one) => ({ place: one.place, right: one.wasRight })),
      ).isOut);
  return { attempts, isDone: isDone || hasEnded, showsMark: hasEnded };
}
