import type { ExerciseKindId } from '../../../model/training/exercise-kinds.ts';
import {
  exerciseKeySchema,
  fieldKeySchema,
  type FieldKey,
  answersSchema,
  exerciseSchema,
  fieldMarksSchema,
} from '../../../model/training/exercise.ts';
import type { ExercisePlace, GivenExercise, MarkedAnswer } from '../../../model/training/given-exercise.ts';
import type { Store } from '../../open.ts';

interface GivenRow extends ExercisePlace {
  readonly kind: ExerciseKindId;
  readonly seed: number;
  readonly version: number;
  readonly exercise: string;
  readonly answerKey: string;
  readonly keyVersion: number;
  readonly givenAt: number;
}

const GIVEN = `SELECT trainee, place, variant, kind, seed, version, exercise, answer_key AS answerKey, key_version AS keyVersion,
    given_at AS givenAt
  FROM given_exercise`;

const givenOf = ({ exercise, answerKey, ...row }: GivenRow): GivenExercise => ({
  ...row,
  exercise: exerciseSchema.parse(JSON.parse(exercise)),
  key: exerciseKeySchema.parse(JSON.parse(answerKey)),
});

/** The exercise at a place of a trainee: its newest variant. */
export function exerciseAt(access: Store, trainee: number, place: number): GivenExercise | undefined {
  const row = access.db
    .prepare<[number, number], GivenRow>(
      `${GIVEN} WHERE trainee = ? AND place = ? ORDER BY variant DESC LIMIT 1`,
    )
    .get(trainee, place);
  return row && givenOf(row);
}

/** Exercises of the newest template of a kind whose key is older than its newest one. */
export const exercisesOfOlderKey = (
  access: Store,
  { kind, version, keyVersion }: Pick<GivenExercise, 'kind' | 'version' | 'keyVersion'>,
): GivenExercise[] =>
  access.db
    .prepare<[string, number, number], GivenRow>(
      `${GIVEN} WHERE kind = ? AND version = ? AND key_version < ? ORDER BY trainee, place, variant`,
    )
    .all(kind, version, keyVersion)
    .map(givenOf);

/** An exercise as lists show it, without what it shows and its key. */
export type ListedExercise = Omit<GivenExercise, 'exercise' | 'key' | 'keyVersion'>;

const LISTED = 'SELECT trainee, place, variant, kind, seed, version, given_at AS givenAt FROM given_exercise';

/** The exercises that were given to a trainee, in the order of their places. */
export const exercisesOfTrainee = (access: Store, trainee: number): ListedExercise[] =>
  access.db
    .prepare<[number], ListedExercise>(`${LISTED} WHERE trainee = ? ORDER BY place, variant`)
    .all(trainee);

/** The key to one field of each exercise of a kind that was given in a class: reading whole exercises takes seconds in a course. */
export const fieldKeysOfClass = (
  access: Store,
  classId: number,
  { kind, field }: { readonly kind: ExerciseKindId; readonly field: string },
): (ExercisePlace & { readonly key: FieldKey })[] =>
  access.db
    .prepare<[string, string, number], ExercisePlace & { readonly key: string | null }>(
      `SELECT trainee, place, variant, answer_key -> ('$.fields.' || ?) AS key FROM given_exercise
       WHERE kind = ? AND trainee IN (SELECT id FROM trainee WHERE class = ?)`,
    )
    .all(field, kind, classId)
    .flatMap(({ key, ...at }) =>
      key === null ? [] : [{ ...at, key: fieldKeySchema.parse(JSON.parse(key)) }],
    );

/** Every exercise that was given in a class, the variants of a place in their order. */
export const exercisesOfClass = (access: Store, classId: number): ListedExercise[] =>
  access.db
    .prepare<[number], ListedExercise>(
      `${LISTED} WHERE trainee IN (SELECT id FROM trainee WHERE class = ?) ORDER BY trainee, place, variant`,
    )
    .all(classId);

interface AnswerRow extends ExercisePlace {
  readonly attempt: number;
  readonly answers: string;
  readonly confidence: number;
  readonly answeredAt: number;
  readonly keyVersion: number;
  readonly isRight: number;
  readonly wasRight: number;
  readonly cost: number;
  readonly most: number;
  readonly fields: string;
  readonly drillsOpened: number;
  readonly drillsCost: number;
}

const ANSWERS = `SELECT a.trainee, a.place, a.variant, a.attempt, a.answers, a.confidence, a.answered_at AS answeredAt,
    m.key_version AS keyVersion, m.is_right AS isRight, (SELECT max(is_right) FROM mark AS other
      WHERE other.trainee = a.trainee AND other.place = a.place AND other.variant = a.variant AND other.attempt = a.attempt)
      AS wasRight, m.cost, m.most, m.fields,
    m.drills_opened AS drillsOpened, m.drills_cost AS drillsCost
  FROM answer AS a JOIN mark AS m USING (trainee, place, variant, attempt)
  WHERE m.key_version = (SELECT max(key_version) FROM mark AS other
    WHERE other.trainee = a.trainee AND other.place = a.place AND other.variant = a.variant AND other.attempt = a.attempt)`;
const IN_ORDER = 'ORDER BY a.trainee, a.place, a.variant, a.attempt';

function answerOf(row: AnswerRow): MarkedAnswer {
  const { answers, confidence, isRight, wasRight, cost, most, fields, drillsOpened, drillsCost, ...answer } =
    row;
  return {
    ...answer,
    answers: answersSchema.parse(JSON.parse(answers)),
    confidence: confidence / 100,
    wasRight: wasRight === 1,
    mark: {
      right: isRight === 1,
      cost,
      most,
      drills: { opened: drillsOpened, cost: drillsCost },
      fields: fieldMarksSchema.parse(JSON.parse(fields)),
    },
  };
}

/** The answers of a trainee, place by place, each with its newest mark. */
export const answersOfTrainee = (access: Store, trainee: number): MarkedAnswer[] =>
  access.db
    .prepare<[number], AnswerRow>(`${ANSWERS} AND a.trainee = ? ${IN_ORDER}`)
    .all(trainee)
    .map(answerOf);

/** The answers of all trainees of a class. */
export const answersOfClass = (access: Store, classId: number): MarkedAnswer[] =>
  access.db
    .prepare<[number], AnswerRow>(
      `${ANSWERS} AND a.trainee IN (SELECT id FROM trainee WHERE class = ?) ${IN_ORDER}`,
    )
    .all(classId)
    .map(answerOf);

/** A mark by one version of a key. */
export interface KeptMark {
  readonly attempt: number;
  readonly keyVersion: number;
  readonly cost: number;
  readonly most: number;
}

/** All marks of the answers to an exercise, by every version of its key. */
export const marksOf = (access: Store, { trainee, place, variant }: ExercisePlace): KeptMark[] =>
  access.db
    .prepare<[number, number, number], KeptMark>(
      `SELECT attempt, key_version AS keyVersion, cost, most FROM mark
       WHERE trainee = ? AND place = ? AND variant = ? ORDER BY attempt, key_version`,
    )
    .all(trainee, place, variant);
