import type { ExercisePlace } from '../../../model/training/given-exercise.ts';
import type { Store } from '../../open.ts';

/** The drills that a trainee opened of an exercise before an attempt was sent, or so far; the first opened first. */
export const openedParts = (
  access: Store,
  { trainee, place, variant }: ExercisePlace,
  attempt: number = Number.MAX_SAFE_INTEGER,
): string[] =>
  access.db
    .prepare<[number, number, number, number], { readonly part: string }>(
      `SELECT part FROM opened_part WHERE trainee = ? AND place = ? AND variant = ? AND attempt <= ?
       ORDER BY attempt, opened_at, part`,
    )
    .all(trainee, place, variant, attempt)
    .map(({ part }) => part);
