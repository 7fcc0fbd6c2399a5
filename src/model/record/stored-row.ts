import type { RatingBatch, RectificationBatch, ServiceBatch } from './batch.ts';
import { valuesAt } from './columns.ts';
import { packRating, packRectification, packService } from './packed-fields.ts';
import type { RatingRow, RectificationRow, ServiceRow } from './row.ts';

/** A service row of a batch as it would be stored. */
export const serviceRowAt = (rows: ServiceBatch, row: number): ServiceRow => ({
  ...valuesAt('service', rows, row),
  packed: packService(rows, row),
});

/** A rating of a batch as it would be stored. */
export const ratingRowAt = (rows: RatingBatch, row: number): RatingRow => ({
  ...valuesAt('rating', rows, row),
  packed: packRating(rows, row),
});

/** A rectification of a batch as it would be stored. */
export const rectificationRowAt = (rows: RectificationBatch, row: number): RectificationRow => ({
  ...valuesAt('rectification', rows, row),
  packed: packRectification(rows, row),
});
