import type { RatingCell, RectificationCell, TagCell, TaskRatingCell } from '../model/cells.ts';

/** Dimensions of a cell packed into the two integers of a `CountTable`, so that they sort as the cell's columns do. */

/** Office ids stay below this: 64 units of at most 1024 items, an office at most for each. */
const OFFICES = 65_536;

/** The first integer of a cell of ratings or rectifications: unit, office. */
export const ratingPlace = (unit: number, office: number): number => unit * OFFICES + office;

/** The second: month, channel (3 bits), level (3), defaulted, flagged, additional (1 each). */
export const ratingCellKey = (
  month: number,
  channel: number,
  level: number,
  defaulted: number,
  flagged: number,
  additional: number,
): number => (month << 9) | (channel << 6) | (level << 3) | (defaulted << 2) | (flagged << 1) | additional;

export const ratingCellOf = (place: number, key: number, n: number): RatingCell => ({
  unit: Math.floor(place / OFFICES),
  office: place % OFFICES,
  month: key >> 9,
  channel: (key >> 6) & 7,
  level: (key >> 3) & 7,
  defaulted: (key >> 2) & 1,
  flagged: (key >> 1) & 1,
  additional: key & 1,
  n,
});

/** Month and level of the first ratings of an item. */
export const taskRatingKey = (month: number, level: number): number => (month << 3) | level;

export const taskRatingCellOf = (task: number, key: number, n: number): TaskRatingCell => ({
  task,
  month: key >> 3,
  level: key & 7,
  n,
});

export const tagCellOf = (unit: number, month: number, tag: number, n: number): TagCell => ({
  unit,
  month,
  tag,
  n,
});

/** Tag number of a bit of a level's tag list; a level has eight. */
export const tagOf = (level: number, bit: number): number => (level - 1) * 8 + bit;

/** Counters of a block: the lowest bits of a rating's packed fields are level (3 bits), channel (3), defaulted (1). */
export const BLOCK_CELLS = 128;

/** What the ratings of a block share besides their item: month, additional, flagged. */
export const blockKey = (month: number, additional: number, flagged: number): number =>
  (month << 2) | (additional << 1) | flagged;

/** The part of a rating cell that follows from its block and its counter. */
export type BlockCell = Omit<RatingCell, 'unit' | 'office' | 'n'>;

export const blockCellOf = (key: number, cell: number): BlockCell => ({
  month: key >> 2,
  channel: (cell >> 3) & 7,
  level: cell & 7,
  defaulted: cell >> 6,
  flagged: key & 1,
  additional: (key >> 1) & 1,
});

/**
 * The second integer of a rectification cell: month, verdict (3 bits), contacted, rectified (2 each), called back (1),
 * satisfied (2).
 */
export const rectificationCellKey = (
  month: number,
  verdict: number,
  contacted: number,
  rectified: number,
  calledBack: number,
  satisfied: number,
): number =>
  (month << 10) | (verdict << 7) | (contacted << 5) | (rectified << 3) | (calledBack << 2) | satisfied;

export const rectificationCellOf = (place: number, key: number, n: number): RectificationCell => ({
  unit: Math.floor(place / OFFICES),
  office: place % OFFICES,
  month: key >> 10,
  verdict: (key >> 7) & 7,
  contacted: (key >> 5) & 3,
  rectified: (key >> 3) & 3,
  calledBack: (key >> 2) & 1,
  satisfied: key & 3,
  n,
});
