import { emptyTable, newTable, trimmedTable, type Table } from './columns.ts';

/**
 * What rooms hand each other: columns of numbers, one array a field, text only where present. Simulated, imported and
 * pushed records all become such a batch at the edge and meet the same checks.
 *
 * Codes are kept as numbers: 0 = the record does not carry the field, UNKNOWN_CODE = it carries a code outside the list.
 * Times are seconds since 2000-01-01, ABSENT or UNREADABLE where there is none (see time.ts).
 */
export const UNKNOWN_CODE = 255;

/** Key of a record whose case number is absent. */
export const NO_KEY = -1;
/** Key of a record whose case number begins with another item's code than the one it names. */
export const FOREIGN_ITEM_KEY = -2;
/** Key of a record whose service number is not 1..16. */
export const BAD_NUMBER_KEY = -3;
/** Key of a record whose service number is absent. */
export const NO_NUMBER_KEY = -5;
/** Key of a record whose case number has more than 50 characters. */
export const LONG_CASE_KEY = -6;
/** Key of a rating whose assessNumber is neither 1 nor 2. */
export const BAD_ASSESS_KEY = -7;

/** Item that the record does not name, or that the register does not hold. */
export const NO_TASK = -1;
export const UNKNOWN_TASK = -2;

/** Person whose certificate number is absent, or fails its checksum. */
export const NO_PERSON = -1;
export const BAD_CERTIFICATE = -2;

/** What is wrong with a tag list, as bits. */
export const tagFault = { unknown: 1, retired: 2, otherLevel: 4 } as const;

export type ServiceBatch = Table<'service'>;
export type RatingBatch = Table<'rating'>;
export type RectificationBatch = Table<'rectification'>;

export interface Batch {
  readonly services: ServiceBatch;
  readonly ratings: RatingBatch;
  readonly rectifications: RectificationBatch;
}

/** Lines of records as they are sent, by row of their table, where the columns do not say all: corrupted ones. */
export type RawLines = Readonly<Record<'service' | 'rating', ReadonlyMap<number, string>>>;

/** For a batch whose columns hold everything its lines would. */
export const noRawLines: RawLines = { service: new Map(), rating: new Map() };

/** An empty batch with room for so many services, ratings and rectifications. */
export const newBatch = (services: number, ratings: number, rectifications = 0): Batch => ({
  services: newTable('service', services),
  ratings: newTable('rating', ratings),
  rectifications: newTable('rectification', rectifications),
});

/** A copy of a batch with room for the rows it has and no more. */
export const trimmed = ({ services, ratings, rectifications }: Batch): Batch => ({
  services: trimmedTable('service', services),
  ratings: trimmedTable('rating', ratings),
  rectifications: trimmedTable('rectification', rectifications),
});

/** The same batch without its services and ratings: every column as it was when new, and no memory asked for. */
export function emptied(batch: Batch): Batch {
  emptyTable(batch.services);
  emptyTable(batch.ratings);
  return batch;
}
