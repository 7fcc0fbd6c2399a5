import type { Calendar } from '../../model/time/calendar.ts';
import type { ExerciseKindId } from '../../model/training/exercise-kinds.ts';
import type { Answers, MadeExercise, Mark } from '../../model/training/exercise.ts';
import { exerciseKinds, makeExercise, worldOf, type ExerciseRequest } from '../../train/exercise-kinds.ts';
import { markAnswer, readNumber } from '../../train/mark.ts';
import { EXERCISE_WORLDS } from './exercise-world.ts';
import type { WorldGiver } from './seat.ts';

/** Seeds of practice lie below; those of classes above, so that none of a class can be looked up here. */
export const PRACTICE_SEEDS = 2 ** 32;

/** All kinds of exercises, as pages describe them. */
export const describedKinds = Object.values(exerciseKinds).map(({ id, name, about, costs, templates }) => ({
  id,
  name,
  about,
  costs,
  templates: templates.length,
}));

/** Version of the templates of a kind as they are now. */
export const newestVersion = (kind: ExerciseKindId): number => exerciseKinds[kind].version;

/** An exercise of practice: its address says all that it is made from. */
export async function practiceExercise(
  request: ExerciseRequest,
  worlds: WorldGiver,
  calendar: Calendar,
): Promise<MadeExercise> {
  return makeExercise(request, await worlds(worldOf(request, EXERCISE_WORLDS)), calendar);
}

export const markPractice = (
  { exercise, key }: MadeExercise,
  answers: Answers,
  opened: readonly string[],
): Mark => markAnswer(exercise, key, answers, opened);

/** Whether an answer is a number as people write it. */
export const isNumber = (text: string): boolean => readNumber(text) !== undefined;
