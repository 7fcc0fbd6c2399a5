import type { Trainee, TrainingClass } from '../../model/training/training-class.ts';
import type { ClassSeat } from '../../train/class-seeds.ts';
import type { ExerciseWorld } from '../../train/exercise-world.ts';

/** Where a trainee is, and in which class. */
export interface Seat {
  readonly trainee: Trainee;
  readonly class: TrainingClass;
}

/** What the seeds of a trainee's exercises come from. */
export const seedsOfSeat = ({ trainee, class: of }: Seat): ClassSeat => ({
  secret: of.secret,
  trainee: trainee.number,
});

/** A world by its number: simulating it takes seconds, so whoever serves keeps it. */
export type WorldGiver = (number: number) => Promise<ExerciseWorld>;
