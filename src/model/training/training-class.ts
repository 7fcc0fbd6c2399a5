import { z } from 'zod';
import type { TrainingCourse } from './course.ts';
import type { Difficulty, ExerciseKindId } from './exercise-kinds.ts';
import { difficulties, exerciseKindIds } from './exercise-kinds.ts';

/** What the trainer of a class chooses when opening it. */
export interface ClassSettings {
  readonly name: string;
  readonly kinds: readonly ExerciseKindId[];
  /** Exercises of each kind. */
  readonly each: number;
  readonly difficulty: Difficulty;
  /** How often an exercise may be answered. */
  readonly attempts: number;
  /** All trainees have the same exercises; else each has others. */
  readonly isShared: boolean;
  /** The course that the class follows, as it was when the class was opened; without one it has single exercises. */
  readonly course?: TrainingCourse | undefined;
}

export const kindsOfClass = z.array(z.enum(exerciseKindIds)).readonly();
export const difficultyOfClass = z.literal(difficulties);

/** A class (班级) that trainees enter by its code. */
export interface TrainingClass extends ClassSettings {
  readonly id: number;
  readonly code: string;
  /** Account of the trainer. */
  readonly owner: number;
  /** What the seeds of its exercises come from: only the server and the trainer know it. */
  readonly secret: number;
  readonly openedAt: number;
  readonly closedAt: number | null;
}

/** Somebody in a class, under a code name or a number. */
export interface Trainee {
  readonly id: number;
  readonly class: number;
  /** The nth to enter, from 1. */
  readonly number: number;
  readonly name: string;
  readonly joinedAt: number;
}
