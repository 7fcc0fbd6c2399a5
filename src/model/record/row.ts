import type { Row } from './columns.ts';

/** Rows as they are stored: keys as in key.ts, small fields as in packed-fields.ts, times in seconds since 2000-01-01. */

/** An accepted service record. */
export type ServiceRow = Row<'service'>;

/** An accepted rating. */
export type RatingRow = Row<'rating'>;

/** An accepted rectification of a bad rating; its key is that of the rating. */
export type RectificationRow = Row<'rectification'>;

/** A service with its ratings, first before additional; ratings whose service is not stored come without one. */
export interface ServedRow {
  readonly service: ServiceRow | undefined;
  readonly ratings: readonly RatingRow[];
}

/** Service keys from `from` up to, not including, `to`. */
export interface KeyRange {
  readonly from: number;
  readonly to: number;
}
