import type { Calendar } from '../../model/time/calendar.ts';
import { exerciseKindIds } from '../../model/training/exercise-kinds.ts';
import type { GivenExercise } from '../../model/training/given-exercise.ts';
import type { Store } from '../../store/open.ts';
import { seatOfTrainee } from '../../store/read/training/classes.ts';
import { answersOfTrainee, exercisesOfOlderKey } from '../../store/read/training/exercises.ts';
import { openedParts } from '../../store/read/training/opened-parts.ts';
import { atOnce } from '../../store/write/access/at-once.ts';
import { addMark, renewKey } from '../../store/write/training/exercises.ts';
import { exerciseKinds, makeExercise, worldOf } from '../../train/exercise-kinds.ts';
import { markAnswer } from '../../train/mark.ts';
import { difficultyAt } from './course-exercises.ts';
import { EXERCISE_WORLDS } from './exercise-world.ts';
import type { WorldGiver } from './seat.ts';

/** What came of marking again. */
export interface MarkedAgain {
  readonly exercises: number;
  readonly answers: number;
  /** Exercises that their seed gives no more as they were given: their key stays as it was. */
  readonly left: number;
}

/**
 * Marks old answers again where the key of a kind was mended (重新评分): an exercise is made anew from its seed, and where it is the one
 * that was given, its answers get a mark by the new key beside the former one.
 */
export async function markAgain(
  access: Store,
  worlds: WorldGiver,
  { calendar, now }: { readonly calendar: Calendar; readonly now: number },
): Promise<MarkedAgain> {
  let [exercises, answers, left] = [0, 0, 0];
  for (const kind of exerciseKindIds) {
    const { version, keyVersion } = exerciseKinds[kind];
    for (const given of exercisesOfOlderKey(access, { kind, version, keyVersion })) {
      const request = { kind, seed: given.seed, difficulty: difficultyOf(access, given) };
      const made = makeExercise(request, await worlds(worldOf(request, EXERCISE_WORLDS)), calendar);
      if (JSON.stringify(made.exercise) !== JSON.stringify(given.exercise)) {
        left++;
        continue;
      }
      exercises++;
      atOnce(access, () => {
        renewKey(access, given, made.key, keyVersion);
        for (const answer of answersOfTrainee(access, given.trainee)) {
          if (answer.place !== given.place || answer.variant !== given.variant) continue;
          const opened = openedParts(access, given, answer.attempt);
          addMark(
            access,
            answer,
            markAnswer(made.exercise, made.key, answer.answers, opened),
            keyVersion,
            now,
          );
          answers++;
        }
      });
    }
  }
  return { exercises, answers, left };
}

function difficultyOf(access: Store, { trainee, place }: GivenExercise) {
  const seat = seatOfTrainee(access, trainee);
  if (seat === undefined) throw new Error(`there is no trainee ${String(trainee)}`);
  return difficultyAt(seat, place);
}
