import type { ExerciseKindId } from './exercise-kinds.ts';
import type { ExerciseKey, Answers, Exercise, Mark } from './exercise.ts';

/** Which exercise of a trainee: its place from 1, and which variant at that place. */
export interface ExercisePlace {
  readonly trainee: number;
  readonly place: number;
  readonly variant: number;
}

/** An exercise as it was given to a trainee, with its key. */
export interface GivenExercise extends ExercisePlace {
  readonly kind: ExerciseKindId;
  readonly seed: number;
  /** Version of the template that it came from. */
  readonly version: number;
  readonly exercise: Exercise;
  readonly key: ExerciseKey;
  readonly keyVersion: number;
  readonly givenAt: number;
}

/** An answer with its mark by the newest version of the key. */
export interface MarkedAnswer extends ExercisePlace {
  /** From 1. */
  readonly attempt: number;
  readonly answers: Answers;
  /** From 0 to 1. */
  readonly confidence: number;
  readonly answeredAt: number;
  readonly keyVersion: number;
  readonly mark: Mark;
  /** Right by this version of the key or by a former one: a mended key takes no stage of a course back. */
  readonly wasRight: boolean;
}
