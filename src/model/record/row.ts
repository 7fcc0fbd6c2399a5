/** Rows as they are stored: keys as in key.ts, marks as in mark.ts, times in seconds since 2000-01-01. */

/** An accepted service record. */
export interface ServiceRow {
  readonly key: number;
  /** Register id of the item. */
  readonly task: number;
  readonly mark: number;
  readonly acceptedAt: number;
  readonly finishedAt: number;
  readonly serviceAt: number;
  readonly person: number;
}

/** An accepted rating. */
export interface RatingRow {
  readonly key: number;
  readonly mark: number;
  readonly assessedAt: number;
  /** 1..999 rating device of the office, from 1000 a network account, 0 none. */
  readonly device: number;
  readonly rater: number;
  readonly uploadedAt: number;
  readonly text: string | null;
}

/** An accepted rectification of a bad rating; its key is that of the rating. */
export interface RectificationRow {
  readonly key: number;
  readonly mark: number;
  readonly contactedAt: number;
  readonly rectifiedAt: number;
  readonly calledBackAt: number;
  readonly calledBackTo: number;
}

/** A service with its ratings, first before additional; ratings whose service is not stored come without one. */
export interface ServedRow {
  readonly service: ServiceRow | undefined;
  readonly ratings: readonly RatingRow[];
}
