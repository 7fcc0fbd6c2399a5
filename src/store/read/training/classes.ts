import {
  difficultyOfClass,
  kindsOfClass,
  type Trainee,
  type TrainingClass,
} from '../../../model/training/training-class.ts';
import { parseCourse } from '../../../model/training/course.ts';
import { nameKey } from '../../../model/access/names.ts';
import type { Store } from '../../open.ts';

interface ClassRow {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly owner: number;
  readonly kinds: string;
  readonly each: number;
  readonly difficulty: number;
  readonly attempts: number;
  readonly shared: number;
  readonly course: string | null;
  readonly secret: number;
  readonly openedAt: number;
  readonly closedAt: number | null;
}

const CLASSES = `SELECT id, code, name, owner, kinds, each, difficulty, attempts, shared, course, secret, opened_at AS openedAt,
  closed_at AS closedAt FROM class`;

const classOf = ({ kinds, difficulty, shared, course, ...row }: ClassRow): TrainingClass => ({
  ...row,
  kinds: kindsOfClass.parse(JSON.parse(kinds)),
  difficulty: difficultyOfClass.parse(difficulty),
  isShared: shared === 1,
  course: course === null ? undefined : parseCourse(JSON.parse(course), `of the class ${row.code}`),
});

/** All classes, the newest first. */
export const listClasses = (access: Store): TrainingClass[] =>
  access.db.prepare<[], ClassRow>(`${CLASSES} ORDER BY id DESC`).all().map(classOf);

export function classByCode(access: Store, code: string): TrainingClass | undefined {
  const row = access.db.prepare<[string], ClassRow>(`${CLASSES} WHERE code = ?`).get(code);
  return row && classOf(row);
}

const TRAINEES = 'SELECT id, class, number, name, joined_at AS joinedAt FROM trainee';

/** The trainees of a class, in the order in which they entered. */
export const traineesOf = (access: Store, classId: number): Trainee[] =>
  access.db.prepare<[number], Trainee>(`${TRAINEES} WHERE class = ? ORDER BY number`).all(classId);

export const traineeNamed = (
  access: Store,
  classId: number,
  name: string,
): (Trainee & { readonly returnHash: string }) | undefined =>
  access.db
    .prepare<[number, string], Trainee & { readonly returnHash: string }>(
      `SELECT id, class, number, name, joined_at AS joinedAt, return_hash AS returnHash FROM trainee
       WHERE class = ? AND name_key = ?`,
    )
    .get(classId, nameKey(name));

/** Who is behind a session of a trainee, and in which class. */
export function traineeBehind(
  access: Store,
  hash: string,
): { readonly trainee: Trainee; readonly class: TrainingClass } | undefined {
  const trainee = access.db
    .prepare<[string], Trainee>(`${TRAINEES} WHERE id = (SELECT trainee FROM trainee_session WHERE hash = ?)`)
    .get(hash);
  if (trainee === undefined) return undefined;
  return inClass(access, trainee);
}

function inClass(access: Store, trainee: Trainee) {
  const row = access.db.prepare<[number], ClassRow>(`${CLASSES} WHERE id = ?`).get(trainee.class);
  return row && { trainee, class: classOf(row) };
}

/** A trainee by number of row, with the class. */
export function seatOfTrainee(
  access: Store,
  id: number,
): { readonly trainee: Trainee; readonly class: TrainingClass } | undefined {
  const trainee = access.db.prepare<[number], Trainee>(`${TRAINEES} WHERE id = ?`).get(id);
  return trainee && inClass(access, trainee);
}
