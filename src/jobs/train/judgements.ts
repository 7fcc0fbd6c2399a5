import type { ExerciseKindId } from '../../model/training/exercise-kinds.ts';
import type { FieldKey } from '../../model/training/exercise.ts';
import type { ExercisePlace, MarkedAnswer } from '../../model/training/given-exercise.ts';
import type { TrainingClass } from '../../model/training/training-class.ts';
import type { Store } from '../../store/open.ts';
import { answersOfClass, exercisesOfClass, fieldKeysOfClass } from '../../store/read/training/exercises.ts';
import type { AskedJudgement } from '../../train/exercise-kind.ts';
import { exerciseKinds } from '../../train/exercise-kinds.ts';

/** The first answer to an exercise: later answers know what was wrong. */
export interface FirstAnswer {
  readonly kind: ExerciseKindId;
  readonly seed: number;
  readonly answer: MarkedAnswer;
  /** The key of the judgement that the kind asks for. */
  readonly judged: FieldKey | undefined;
}

/** A judgement that was given beside the one that is right, as places on the scale of the kind. */
export interface GivenJudgement {
  readonly trainee: number;
  /** The same for all who were given the same exercise. */
  readonly item: number;
  readonly truth: number;
  readonly answer: number;
}

const at = ({ trainee, place, variant }: ExercisePlace): string => [trainee, place, variant].join();

/** The first answer to each exercise of a class that has one, of the newest variant at its place. */
export function firstAnswers(access: Store, { id, kinds }: TrainingClass): FirstAnswer[] {
  const firsts = new Map(
    answersOfClass(access, id)
      .filter(({ attempt }) => attempt === 1)
      .map((one) => [at(one), one]),
  );
  const newest = new Map(exercisesOfClass(access, id).map((one) => [[one.trainee, one.place].join(), one]));
  const keys = new Map(
    kinds.flatMap((kind) => {
      const asked = judgementOf(kind);
      const found = asked === undefined ? [] : fieldKeysOfClass(access, id, { kind, field: asked.field });
      return found.map((one) => [at(one), one.key] as const);
    }),
  );
  return [...newest.values()].flatMap((given) => {
    const answer = firsts.get(at(given));
    const { kind, seed } = given;
    return answer === undefined ? [] : [{ kind, seed, answer, judged: keys.get(at(given)) }];
  });
}

/** The judgements in some answers to a kind; what was left open is none. */
export const judgementsIn = (
  { field, scale }: AskedJudgement,
  firsts: readonly FirstAnswer[],
): GivenJudgement[] =>
  firsts.flatMap(({ answer, seed, judged: key }) => {
    const right =
      key?.kind === 'choice' ? Object.keys(key.costs).find((id) => key.costs[id] === 0) : undefined;
    const [chosen] = answer.answers[field] ?? [];
    const placeOf = (id: string | undefined): number => scale.findIndex((option) => option.id === id);
    const [truth, judged] = [placeOf(right), placeOf(chosen)];
    return truth === -1 || judged === -1
      ? []
      : [{ trainee: answer.trainee, item: seed, truth, answer: judged }];
  });

export const judgementOf = (kind: ExerciseKindId): AskedJudgement | undefined =>
  exerciseKinds[kind].judgement;
