import type { ExerciseKindId } from '../../model/training/exercise-kinds.ts';
import type { MarkedAnswer } from '../../model/training/given-exercise.ts';
import type { Trainee, TrainingClass } from '../../model/training/training-class.ts';
import { wilsonInterval, type Interval } from '../../model/math/interval.ts';
import type { Store } from '../../store/open.ts';
import { traineesOf } from '../../store/read/training/classes.ts';
import {
  answersOfClass,
  exercisesOfClass,
  type ListedExercise,
} from '../../store/read/training/exercises.ts';
import { brierScore, type BrierScore } from '../../detect/statistics/brier.ts';
import { itemStatistics, type ItemAnswer, type ItemStatistics } from '../../train/statistics/items.ts';
import { placesOfClass } from './class-exercises.ts';

/** What a trainee did at a place: the newest exercise there and its answers, the first first. */
export interface PlaceResult {
  readonly place: number;
  readonly exercise: ListedExercise | undefined;
  readonly answers: readonly MarkedAnswer[];
}

export interface TraineeResult {
  readonly trainee: Trainee;
  readonly places: readonly PlaceResult[];
  readonly answered: number;
  readonly right: number;
  readonly cost: number;
  /** What the worst answers would have cost. */
  readonly most: number;
  readonly brier: BrierScore | undefined;
}

export interface KindResult {
  readonly kind: ExerciseKindId;
  readonly answered: number;
  /** The share that is all right; null, as what follows, below the fewest answers. */
  readonly share: ({ readonly value: number } & Interval) | null;
  readonly meanCost: number | null;
  readonly brier: BrierScore | undefined;
}

/** With fewer answers a figure over a kind says less than its interval. Our number. */
const FEWEST_ANSWERS = 10;

/** How a class stands (班级成绩), from what is stored. */
export interface ClassResult {
  readonly trainees: readonly TraineeResult[];
  readonly kinds: readonly KindResult[];
}

/** The results of a class; figures over a kind count first answers, for later ones know what was wrong. */
export function classResult(access: Store, of: TrainingClass): ClassResult {
  const exercises = exercisesOfClass(access, of.id);
  const answers = answersOfClass(access, of.id);
  const trainees = traineesOf(access, of.id).map((trainee) =>
    traineeResult(
      trainee,
      of.course === undefined ? placesOfClass(of) : undefined,
      exercises.filter((one) => one.trainee === trainee.id),
      answers.filter((one) => one.trainee === trainee.id),
    ),
  );
  return {
    trainees,
    kinds: of.kinds.map((kind) => {
      const firsts = trainees.flatMap(({ places }) =>
        places.flatMap(({ exercise, answers: [first] }) =>
          first !== undefined && exercise?.kind === kind ? [first] : [],
        ),
      );
      return kindResult(kind, firsts);
    }),
  };
}

function traineeResult(
  trainee: Trainee,
  /** How many places there are; a course has many that are never given, and shows those that were. */
  all: number | undefined,
  exercises: readonly ListedExercise[],
  answers: readonly MarkedAnswer[],
): TraineeResult {
  const newest = new Map(exercises.map((exercise) => [exercise.place, exercise]));
  const shown = all === undefined ? [...newest.keys()] : Array.from({ length: all }, (_, i) => i + 1);
  const places = shown.map((place): PlaceResult => {
    const exercise = newest.get(place);
    return {
      place,
      exercise,
      answers: answers.filter((one) => one.place === place && one.variant === exercise?.variant),
    };
  });
  const lasts = places.flatMap(({ answers: own }) => own.slice(-1));
  return {
    trainee,
    places,
    answered: lasts.length,
    right: lasts.filter(({ mark }) => mark.right).length,
    cost: lasts.reduce((sum, { mark }) => sum + mark.cost, 0),
    most: lasts.reduce((sum, { mark }) => sum + mark.most, 0),
    brier: brierOf(lasts),
  };
}

const brierOf = (answers: readonly MarkedAnswer[]): BrierScore | undefined =>
  brierScore(answers.map(({ confidence, mark }) => ({ confidence, right: mark.right })));

function kindResult(kind: ExerciseKindId, firsts: readonly MarkedAnswer[]): KindResult {
  const n = firsts.length;
  const right = firsts.filter(({ mark }) => mark.right).length;
  const known = n >= FEWEST_ANSWERS;
  return {
    kind,
    answered: n,
    share: known ? { value: right / n, ...wilsonInterval(right, n) } : null,
    meanCost: known ? firsts.reduce((sum, { mark }) => sum + mark.cost, 0) / n : null,
    brier: known ? brierOf(firsts) : undefined,
  };
}

/** The exercises of a class as items (题库): first answers, under the place where all have the same exercise. Empty where each has others. */
export function itemsOfClass({ trainees }: ClassResult, { isShared }: TrainingClass): ItemStatistics[] {
  if (!isShared) return [];
  const answers = trainees.flatMap(({ trainee, places }) =>
    places.flatMap(({ place, exercise, answers: [first] }): ItemAnswer[] =>
      first === undefined || exercise === undefined
        ? []
        : [
            {
              item: String(place),
              trainee: trainee.number,
              right: first.mark.right,
              seconds: first.answeredAt - exercise.givenAt,
            },
          ],
    ),
  );
  return itemStatistics(answers).sort((a, b) => Number(a.item) - Number(b.item));
}
