import { makeExerciseWorld } from '../../src/jobs/train/exercise-world.ts';
import type { ExerciseWorld } from '../../src/train/exercise-world.ts';
import { clock, knowledge } from '../builders.ts';

const made = new Map<number, Promise<ExerciseWorld>>();

/** A world that exercises are made from, simulated once a test file. */
export function exerciseWorld(number: number): Promise<ExerciseWorld> {
  const before = made.get(number);
  if (before !== undefined) return before;
  const world = makeExerciseWorld(number, knowledge, 'test', clock);
  made.set(number, world);
  return world;
}
