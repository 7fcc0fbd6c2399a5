import {
  serviceMeasures,
  type RatingCell,
  type ServiceCell,
  type TagCell,
  type TaskRatingCell,
} from '../../model/tally.ts';
import type { Store } from '../open.ts';

export interface Cells {
  ratingCells(): Iterable<RatingCell>;
  taskRatingCells(): Iterable<TaskRatingCell>;
  tagCells(): Iterable<TagCell>;
  serviceCells(): Iterable<ServiceCell>;
}

/** Adds counts to the rollups, inside the transaction of the rows they count. */
export function addToRollups(store: Store, cells: Cells): void {
  const rating = store.db.prepare<[RatingCell]>(
    `INSERT INTO rating_rollup (unit, office, month, channel, level, defaulted, flagged, additional, n)
     VALUES (@unit, @office, @month, @channel, @level, @defaulted, @flagged, @additional, @n)
     ON CONFLICT DO UPDATE SET n = n + excluded.n`,
  );
  for (const cell of cells.ratingCells()) rating.run(cell);
  const taskRating = store.db.prepare<[TaskRatingCell]>(
    `INSERT INTO task_rating_rollup (task, month, level, n) VALUES (@task, @month, @level, @n)
     ON CONFLICT DO UPDATE SET n = n + excluded.n`,
  );
  for (const cell of cells.taskRatingCells()) taskRating.run(cell);
  const tag = store.db.prepare<[TagCell]>(
    `INSERT INTO tag_rollup (unit, month, tag, n) VALUES (@unit, @month, @tag, @n)
     ON CONFLICT DO UPDATE SET n = n + excluded.n`,
  );
  for (const cell of cells.tagCells()) tag.run(cell);
  const columns = serviceMeasures.map((name) =>
    name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
  );
  const service = store.db.prepare<[ServiceCell]>(
    `INSERT INTO service_rollup (task, month, ${columns.join(', ')})
     VALUES (@task, @month, ${serviceMeasures.map((name) => `@${name}`).join(', ')})
     ON CONFLICT DO UPDATE SET ${columns.map((name) => `${name} = ${name} + excluded.${name}`).join(', ')}`,
  );
  for (const cell of cells.serviceCells()) service.run(cell);
}
