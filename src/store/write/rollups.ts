import {
  serviceMeasures,
  type RatingCell,
  type ServiceCell,
  type TagCell,
  type TaskRatingCell,
} from '../../model/cells.ts';
import type { Store } from '../open.ts';
import { BulkInsert } from './bulk.ts';

export interface Cells {
  ratingCells(): Iterable<RatingCell>;
  taskRatingCells(): Iterable<TaskRatingCell>;
  tagCells(): Iterable<TagCell>;
  serviceCells(): Iterable<ServiceCell>;
}

const ADD = 'ON CONFLICT DO UPDATE SET n = n + excluded.n';

/** Column of a measure: onTime -> on_time. */
export const measureColumns: readonly string[] = serviceMeasures.map((name) =>
  name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
);

/** Adds counts to the rollups, inside the transaction of the rows they count. */
export function addToRollups(store: Store, cells: Cells): void {
  const ratings = new BulkInsert(
    store,
    'rating_rollup',
    ['unit', 'office', 'month', 'channel', 'level', 'defaulted', 'flagged', 'additional', 'n'],
    ADD,
  );
  for (const cell of cells.ratingCells()) {
    ratings.put(cell.unit);
    ratings.put(cell.office);
    ratings.put(cell.month);
    ratings.put(cell.channel);
    ratings.put(cell.level);
    ratings.put(cell.defaulted);
    ratings.put(cell.flagged);
    ratings.put(cell.additional);
    ratings.put(cell.n);
  }
  ratings.flush();

  const taskRatings = new BulkInsert(store, 'task_rating_rollup', ['task', 'month', 'level', 'n'], ADD);
  for (const cell of cells.taskRatingCells()) {
    taskRatings.put(cell.task);
    taskRatings.put(cell.month);
    taskRatings.put(cell.level);
    taskRatings.put(cell.n);
  }
  taskRatings.flush();

  const tags = new BulkInsert(store, 'tag_rollup', ['unit', 'month', 'tag', 'n'], ADD);
  for (const cell of cells.tagCells()) {
    tags.put(cell.unit);
    tags.put(cell.month);
    tags.put(cell.tag);
    tags.put(cell.n);
  }
  tags.flush();

  const services = new BulkInsert(
    store,
    'service_rollup',
    ['task', 'month', ...measureColumns],
    `ON CONFLICT DO UPDATE SET ${measureColumns.map((name) => `${name} = ${name} + excluded.${name}`).join(', ')}`,
  );
  for (const cell of cells.serviceCells()) {
    services.put(cell.task);
    services.put(cell.month);
    for (const measure of serviceMeasures) services.put(cell[measure]);
  }
  services.flush();
}
