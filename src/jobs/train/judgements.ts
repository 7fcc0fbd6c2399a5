import type { ExercisePlace, GivenExercise, MarkedAnswer } from '../../model/training/given-exercise.ts';
import { exerciseKinds } from '../../train/exercise-kinds.ts';
import type { AskedJudgement } from '../../train/exercise-kind.ts';

/** An exercise with the first answer to it: later answers know what was wrong. */
export interface FirstAnswer {
  readonly answer: MarkedAnswer;
  readonly given: GivenExercise;
}

/** The first answer to each exercise that has one, of the newest variant at its place. */
export function firstAnswers(
  exercises: readonly GivenExercise[],
  answers: readonly MarkedAnswer[],
): FirstAnswer[] {
  const at = ({ trainee, place, variant }: ExercisePlace): string => [trainee, place, variant].join();
  const firsts = new Map(answers.filter(({ attempt }) => attempt === 1).map((one) => [at(one), one]));
  const newest = new Map(exercises.map((one) => [[one.trainee, one.place].join(), one]));
  return [...newest.values()].flatMap((given) => {
    const answer = firsts.get(at(given));
    return answer === undefined ? [] : [{ answer, given }];
  });
}

/** A judgement that was given beside the one that is right, as places on the scale of the kind. */
export interface GivenJudgement {
  readonly trainee: number;
  /** The same for all who were given the same exercise. */
  readonly item: number;
  readonly truth: number;
  readonly answer: number;
}

/** The judgements in some answers to a kind; what was left open is none. */
export const judgementsIn = (
  { field, scale }: AskedJudgement,
  firsts: readonly FirstAnswer[],
): GivenJudgement[] =>
  firsts.flatMap(({ answer, given }) => {
    const key = given.key.fields[field];
    const right =
      key?.kind === 'choice' ? Object.keys(key.costs).find((id) => key.costs[id] === 0) : undefined;
    const [chosen] = answer.answers[field] ?? [];
    const placeOf = (id: string | undefined): number => scale.findIndex((option) => option.id === id);
    const [truth, judged] = [placeOf(right), placeOf(chosen)];
    return truth === -1 || judged === -1
      ? []
      : [{ trainee: answer.trainee, item: given.seed, truth, answer: judged }];
  });

export const judgementOf = (kind: GivenExercise['kind']): AskedJudgement | undefined =>
  exerciseKinds[kind].judgement;
