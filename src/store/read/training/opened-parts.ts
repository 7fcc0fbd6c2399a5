import type { ExercisePlace } from '../../../model/training/given-exercise.ts';
import type { Store } from '../../open.ts';

/** The drills that a trainee opened of an exercise, the first opened first. */
export const openedParts = (access: Store, { trainee, place, variant }: ExercisePlace): string[] =>
  access.db
    .prepare<[number, number, number], { readonly part: string }>(
      `SELECT part FROM opened_part WHERE trainee = ? AND place = ? AND variant = ?
       ORDER BY attempt, opened_at, part`,
    )
    .all(trainee, place, variant)
    .map(({ part }) => part);
