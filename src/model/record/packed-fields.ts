import type { RatingBatch, RectificationBatch, ServiceBatch } from './batch.ts';

/**
 * Small fields of a row packed into one integer column. The schema unpacks them again as virtual columns, so SQL reads
 * `status`, `level`, `channel` … while a row costs three or seven values to bind.
 */

/** Service: status (2 bits), stage (3), channel (2), user type (4). */
export const packService = (rows: ServiceBatch, row: number): number =>
  (rows.status[row] ?? 0) |
  ((rows.stage[row] ?? 0) << 2) |
  ((rows.channel[row] ?? 0) << 5) |
  ((rows.userType[row] ?? 0) << 7);

/** The bit of a packed rating that says that it has a text. */
const HAS_TEXT = 1 << 8;

/** Rating: level (3 bits), channel (3), defaulted (1), flagged (1), has a text (1), tags (8). No rating arrives flagged. */
export const packRating = (rows: RatingBatch, row: number): number =>
  packCodes(rows, row) | (rows.text.has(row) ? HAS_TEXT : 0);

const packCodes = (rows: RatingBatch, row: number): number =>
  (rows.level[row] ?? 0) |
  ((rows.channel[row] ?? 0) << 3) |
  ((rows.defaulted[row] ?? 0) << 6) |
  ((rows.tags[row] ?? 0) << 9);

/** All ratings of a batch. Few have a text: those are looked for, not each rating asked. */
export function packEachRating(rows: RatingBatch): Int32Array {
  const packed = new Int32Array(rows.length);
  for (let row = 0; row < rows.length; row++) packed[row] = packCodes(rows, row);
  for (const row of rows.text.keys()) packed[row] = (packed[row] ?? 0) | HAS_TEXT;
  return packed;
}

/** Rectification: verdict (3 bits), complex (1), satisfied (2). */
export const packRectification = (rows: RectificationBatch, row: number): number =>
  (rows.verdict[row] ?? 0) | ((rows.complex[row] ?? 0) << 3) | ((rows.satisfied[row] ?? 0) << 4);

export const serviceStatus = (packed: number): number => packed & 3;
export const serviceStage = (packed: number): number => (packed >> 2) & 7;
export const serviceChannel = (packed: number): number => (packed >> 5) & 3;
export const serviceUserType = (packed: number): number => (packed >> 7) & 15;

export const ratingLevel = (packed: number): number => packed & 7;
export const ratingChannel = (packed: number): number => (packed >> 3) & 7;
export const ratingAutomatic = (packed: number): number => (packed >> 6) & 1;
export const ratingFlagged = (packed: number): number => (packed >> 7) & 1;
export const ratingHasText = (packed: number): number => (packed >> 8) & 1;
export const ratingTags = (packed: number): number => (packed >> 9) & 255;

export const rectificationVerdict = (packed: number): number => packed & 7;
export const rectificationComplex = (packed: number): number => (packed >> 3) & 1;
export const rectificationSatisfied = (packed: number): number => (packed >> 4) & 3;

/** The small fields of a stored service, by name. */
export const unpackService = (packed: number) => ({
  status: serviceStatus(packed),
  stage: serviceStage(packed),
  channel: serviceChannel(packed),
  userType: serviceUserType(packed),
});

/** The small fields of a stored rating, by name. */
export const unpackRating = (packed: number) => ({
  level: ratingLevel(packed),
  channel: ratingChannel(packed),
  tags: ratingTags(packed),
  defaulted: ratingAutomatic(packed),
});

/** The small fields of a stored rectification, by name. */
export const unpackRectification = (packed: number) => ({
  verdict: rectificationVerdict(packed),
  complex: rectificationComplex(packed),
  satisfied: rectificationSatisfied(packed),
});
