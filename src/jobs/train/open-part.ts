import { Mistake, notFound } from '../../model/errors.ts';
import type { GivenExercise } from '../../model/training/given-exercise.ts';
import type { Store } from '../../store/open.ts';
import { answersOfTrainee } from '../../store/read/training/exercises.ts';
import { atOnce } from '../../store/write/access/at-once.ts';
import { addOpenedPart } from '../../store/write/training/opened-parts.ts';
import { standingOf } from './class-exercises.ts';
import type { Seat } from './seat.ts';

/**
 * Opens a drill of an exercise (查明细) for the next answer; once opened it stays so, and counts once. Throws a Mistake where the exercise
 * has no such drill or takes no more answers.
 */
export function openPart(access: Store, seat: Seat, given: GivenExercise, part: string, now: number): void {
  atOnce(access, () => {
    const { trainee, place, variant } = given;
    const { answers, isOpen } = standingOf(seat, given, answersOfTrainee(access, seat.trainee.id));
    if (given.exercise.drills?.some(({ id }) => id === part) !== true) {
      throw notFound('本题没有这份明细', 'this exercise has no such records to open');
    }
    if (!isOpen) throw noMoreDrills();
    addOpenedPart(access, { trainee, place, variant, part, attempt: answers.length + 1, openedAt: now });
  });
}

const noMoreDrills = (): Mistake =>
  new Mistake(
    {
      zh: '本题不再接受作答，不能再查明细',
      en: 'this exercise takes no more answers, and no more records can be opened for it',
    },
    { status: 409 },
  );
