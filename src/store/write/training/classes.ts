import { nameKey } from '../../../model/access/names.ts';
import type { Trainee, TrainingClass } from '../../../model/training/training-class.ts';
import type { Store } from '../../open.ts';

/** Keeps a new class; false where its code is taken. */
export const addClass = (access: Store, made: Omit<TrainingClass, 'id' | 'closedAt'>): boolean =>
  access.db
    .prepare(
      `INSERT INTO class (code, name, owner, kinds, each, difficulty, attempts, shared, course, secret, opened_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (code) DO NOTHING`,
    )
    .run(
      made.code,
      made.name,
      made.owner,
      JSON.stringify(made.kinds),
      made.each,
      made.difficulty,
      made.attempts,
      made.isShared ? 1 : 0,
      made.course === undefined ? null : JSON.stringify(made.course),
      made.secret,
      made.openedAt,
    ).changes === 1;

export function closeClass(access: Store, id: number, now: number): void {
  access.db
    .prepare<[number, number]>('UPDATE class SET closed_at = ? WHERE id = ? AND closed_at IS NULL')
    .run(now, id);
}

/** Deletes a class with its trainees and all that they answered. */
export function deleteClass(access: Store, id: number): void {
  access.db.prepare<[number]>('DELETE FROM class WHERE id = ?').run(id);
}

/** Adds a trainee to a class under the next number; undefined where the name is taken in it. */
export const addTrainee = (
  access: Store,
  classId: number,
  given: { readonly name: string; readonly returnHash: string; readonly joinedAt: number },
): Trainee | undefined =>
  access.db
    .prepare<[number, number, string, string, string, number], Trainee>(
      `INSERT INTO trainee (class, number, name, name_key, return_hash, joined_at)
       VALUES (?, (SELECT count(*) + 1 FROM trainee WHERE class = ?), ?, ?, ?, ?)
       ON CONFLICT (class, name_key) DO NOTHING
       RETURNING id, class, number, name, joined_at AS joinedAt`,
    )
    .get(classId, classId, given.name, nameKey(given.name), given.returnHash, given.joinedAt);

export function beginTraineeSession(access: Store, hash: string, trainee: number, now: number): void {
  access.db
    .prepare<[string, number, number]>(
      'INSERT INTO trainee_session (hash, trainee, began_at) VALUES (?, ?, ?)',
    )
    .run(hash, trainee, now);
}

export function endTraineeSession(access: Store, hash: string): void {
  access.db.prepare<[string]>('DELETE FROM trainee_session WHERE hash = ?').run(hash);
}
