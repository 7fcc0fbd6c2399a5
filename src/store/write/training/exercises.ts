import type { Answers, ExerciseKey, Mark } from '../../../model/training/exercise.ts';
import type { ExercisePlace, GivenExercise } from '../../../model/training/given-exercise.ts';
import type { Store } from '../../open.ts';

/** Keeps an exercise as it is given; nothing happens where one stands there, so that two tabs get the same. */
export function giveExercise(access: Store, given: GivenExercise): void {
  const { trainee, place, variant, kind, seed, version, exercise, key, keyVersion, givenAt } = given;
  access.db
    .prepare(
      `INSERT INTO given_exercise (trainee, place, variant, kind, seed, version, exercise, answer_key, key_version, given_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
    )
    .run(
      trainee,
      place,
      variant,
      kind,
      seed,
      version,
      JSON.stringify(exercise),
      JSON.stringify(key),
      keyVersion,
      givenAt,
    );
}

export interface SentAnswer extends ExercisePlace {
  readonly attempt: number;
  readonly answers: Answers;
  readonly confidence: number;
  readonly answeredAt: number;
}

/** Keeps an answer with its mark; false where this attempt was kept before. */
export const addAnswer = (access: Store, sent: SentAnswer, mark: Mark, keyVersion: number): boolean => {
  const { trainee, place, variant, attempt, answers, confidence, answeredAt } = sent;
  const { changes } = access.db
    .prepare(
      `INSERT INTO answer (trainee, place, variant, attempt, answers, confidence, answered_at)
       VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
    )
    .run(trainee, place, variant, attempt, JSON.stringify(answers), Math.round(confidence * 100), answeredAt);
  if (changes === 0) return false;
  addMark(access, sent, mark, keyVersion, answeredAt);
  return true;
};

/** Keeps the mark of an answer by a version of the key, beside those by others. */
export function addMark(
  access: Store,
  of: ExercisePlace & { readonly attempt: number },
  mark: Mark,
  keyVersion: number,
  now: number,
): void {
  access.db
    .prepare(
      `INSERT INTO mark (trainee, place, variant, attempt, key_version, is_right, cost, most, fields, drills_opened, drills_cost, marked_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
    )
    .run(
      of.trainee,
      of.place,
      of.variant,
      of.attempt,
      keyVersion,
      mark.right ? 1 : 0,
      mark.cost,
      mark.most,
      JSON.stringify(mark.fields),
      mark.drills.opened,
      mark.drills.cost,
      now,
    );
}

/** Puts a mended key in the place of the former one; marks by the former one stay. */
export function renewKey(
  access: Store,
  { trainee, place, variant }: ExercisePlace,
  key: ExerciseKey,
  keyVersion: number,
): void {
  access.db
    .prepare<[string, number, number, number, number]>(
      'UPDATE given_exercise SET answer_key = ?, key_version = ? WHERE trainee = ? AND place = ? AND variant = ?',
    )
    .run(JSON.stringify(key), keyVersion, trainee, place, variant);
}
