import type { ExercisePlace } from '../../../model/training/given-exercise.ts';
import type { Store } from '../../open.ts';

export interface OpenedPart extends ExercisePlace {
  readonly part: string;
  /** The answer that it was opened for, from 1. */
  readonly attempt: number;
  readonly openedAt: number;
}

/** Keeps that a drill was opened; nothing happens where it was opened before. */
export function addOpenedPart(access: Store, opened: OpenedPart): void {
  const { trainee, place, variant, part, attempt, openedAt } = opened;
  access.db
    .prepare(
      `INSERT INTO opened_part (trainee, place, variant, part, attempt, opened_at)
       VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
    )
    .run(trainee, place, variant, part, attempt, openedAt);
}
