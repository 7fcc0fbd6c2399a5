import { Mistake, notFound } from '../../model/errors.ts';
import type { Calendar } from '../../model/time/calendar.ts';
import type { ExerciseKindId } from '../../model/training/exercise-kinds.ts';
import type { Answers, Mark } from '../../model/training/exercise.ts';
import type { GivenExercise, MarkedAnswer } from '../../model/training/given-exercise.ts';
import type { TrainingClass } from '../../model/training/training-class.ts';
import type { Store } from '../../store/open.ts';
import { answersOfTrainee, exerciseAt } from '../../store/read/training/exercises.ts';
import { openedParts } from '../../store/read/training/opened-parts.ts';
import { atOnce } from '../../store/write/access/at-once.ts';
import { addAnswer, giveExercise } from '../../store/write/training/exercises.ts';
import { classSeed, DRAFTS } from '../../train/class-seeds.ts';
import { exerciseKinds, makeExercise, worldOf } from '../../train/exercise-kinds.ts';
import { markAnswer } from '../../train/mark.ts';
import { courseExercise, standingInCourse } from './course-exercises.ts';
import { EXERCISE_WORLDS } from './exercise-world.ts';
import type { Seat, WorldGiver } from './seat.ts';

/** How many exercises each trainee of a class has. */
export const placesOfClass = ({ kinds, each }: TrainingClass): number => kinds.length * each;

/** The kind of the exercise at a place, from 1: all of one kind, then all of the next. Undefined where the class has no such place. */
export const kindAt = ({ kinds, each }: TrainingClass, place: number): ExerciseKindId | undefined =>
  kinds[Math.floor((place - 1) / each)];

/**
 * The exercise at a place of a trainee: the one that was given, or the one that is made and kept now. `fresh` asks for another one in
 * place of one whose template was mended since.
 */
export async function exerciseFor(
  access: Store,
  seat: Seat,
  place: number,
  worlds: WorldGiver,
  context: { readonly calendar: Calendar; readonly now: number; readonly fresh?: boolean },
): Promise<GivenExercise> {
  const { trainee, class: of } = seat;
  if (of.course !== undefined) return courseExercise(access, seat, of.course, place, worlds, context);
  const kind = kindAt(of, place);
  if (kind === undefined || !Number.isInteger(place) || place < 1) {
    const all = placesOfClass(of);
    throw notFound(
      `没有第 ${String(place)} 题；本班共 ${String(all)} 题`,
      `there is no exercise ${String(place)}; this class has ${String(all)}`,
    );
  }
  const given = exerciseAt(access, trainee.id, place);
  const { version, keyVersion } = exerciseKinds[kind];
  if (given !== undefined && !(context.fresh === true && given.version < version)) return given;
  const variant = given === undefined ? 1 : given.variant + 1;
  const seed = seedAt(seat, place, variant);
  const request = { kind, seed, difficulty: of.difficulty };
  const world = await worlds(worldOf(request, EXERCISE_WORLDS));
  const { exercise, key } = makeExercise(request, world, context.calendar);
  giveExercise(access, {
    trainee: trainee.id,
    place,
    variant,
    kind,
    seed,
    version,
    keyVersion,
    exercise,
    key,
    givenAt: context.now,
  });
  const kept = exerciseAt(access, trainee.id, place);
  if (kept === undefined) throw new Error('the exercise was given and is not there');
  return kept;
}

const seedAt = ({ trainee, class: of }: Seat, place: number, variant: number): number =>
  classSeed(
    { secret: of.secret, trainee: of.isShared ? 0 : trainee.number },
    'practice',
    place - 1,
    (variant - 1) % DRAFTS,
  );

/** How an exercise stands: its answers so far, and whether another one is taken. */
export interface Standing {
  readonly answers: readonly MarkedAnswer[];
  /** How often it may be answered. */
  readonly attempts: number;
  readonly isOpen: boolean;
  /** It may be told what the answers were worth. */
  readonly showsMark: boolean;
  /** The worked solution may be shown: it gives nobody else's answer away. */
  readonly showsSolution: boolean;
}

export function standingOf(
  seat: Seat,
  { place, variant }: Pick<GivenExercise, 'place' | 'variant'>,
  answers: readonly MarkedAnswer[],
): Standing {
  const { class: of } = seat;
  const own = answers.filter((one) => one.place === place && one.variant === variant);
  const hasEnded = of.closedAt !== null;
  if (of.course !== undefined) {
    const { attempts, isDone, showsMark } = standingInCourse(seat, of.course, place, answers);
    return {
      ...{ answers: own, attempts, isOpen: !isDone && !hasEnded },
      ...{ showsMark: showsMark || hasEnded, showsSolution: (isDone && showsMark) || hasEnded },
    };
  }
  const { attempts } = of;
  const isDone = own.length >= attempts || own.some(({ mark }) => mark.right);
  return {
    ...{ answers: own, attempts, showsMark: true },
    isOpen: !isDone && !hasEnded,
    showsSolution: hasEnded || (isDone && !of.isShared),
  };
}

/**
 * Keeps an answer and marks it: when this gives a mark, the answer is on the disk. The attempt that a form names counts once, however often it is sent;
 * one that is not the next is refused, as is one to a class that has ended.
 */
export function answerExercise(
  access: Store,
  seat: Seat,
  given: GivenExercise,
  sent: { readonly attempt: number; readonly answers: Answers; readonly confidence: number },
  now: number,
): Mark {
  return atOnce(access, () => {
    const standing = standingOf(seat, given, answersOfTrainee(access, seat.trainee.id));
    const before = standing.answers.find(({ attempt }) => attempt === sent.attempt);
    if (before !== undefined) return before.mark;
    if (!standing.isOpen || sent.attempt !== standing.answers.length + 1) throw noMoreAnswers();
    const mark = markAnswer(given.exercise, given.key, sent.answers, openedParts(access, given));
    const { trainee, place, variant } = given;
    addAnswer(access, { trainee, place, variant, ...sent, answeredAt: now }, mark, given.keyVersion);
    return mark;
  });
}

const noMoreAnswers = (): Mistake =>
  new Mistake(
    {
      zh: '本题不再接受这次作答：次数已用完、已答对，或班级已结束',
      en: 'this exercise takes no such answer any more: the attempts are used up, it was answered rightly, or the class has ended',
    },
    { status: 409 },
  );
