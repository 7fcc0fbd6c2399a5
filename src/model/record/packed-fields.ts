/**
 * Small fields of a row packed into one integer column. The schema unpacks them again as virtual columns, so SQL reads
 * `status`, `level`, `channel` … while a row costs three or seven values to bind.
 */

/** Service: status (2 bits), stage (3), channel (2), user type (4). */
export const packService = (status: number, stage: number, channel: number, userType: number): number =>
  status | (stage << 2) | (channel << 5) | (userType << 7);

/** Rating: level (3 bits), channel (3), defaulted (1), flagged (1), has a text (1), tags (8). */
export const packRating = (
  level: number,
  channel: number,
  defaulted: number,
  flagged: number,
  hasText: number,
  tags: number,
): number => level | (channel << 3) | (defaulted << 6) | (flagged << 7) | (hasText << 8) | (tags << 9);

export const serviceStatus = (mark: number): number => mark & 3;
export const serviceStage = (mark: number): number => (mark >> 2) & 7;
export const serviceChannel = (mark: number): number => (mark >> 5) & 3;
export const serviceUserType = (mark: number): number => (mark >> 7) & 15;

export const ratingLevel = (mark: number): number => mark & 7;
export const ratingChannel = (mark: number): number => (mark >> 3) & 7;
export const ratingDefaulted = (mark: number): number => (mark >> 6) & 1;
export const ratingFlagged = (mark: number): number => (mark >> 7) & 1;
export const ratingHasText = (mark: number): number => (mark >> 8) & 1;
export const ratingTags = (mark: number): number => (mark >> 9) & 255;

/** Rectification: verdict (3 bits), complex (1), satisfied (2). */
export const packRectification = (verdict: number, complex: number, satisfied: number): number =>
  verdict | (complex << 3) | (satisfied << 4);

export const rectificationVerdict = (mark: number): number => mark & 7;
export const rectificationComplex = (mark: number): number => (mark >> 3) & 1;
export const rectificationSatisfied = (mark: number): number => (mark >> 4) & 3;
