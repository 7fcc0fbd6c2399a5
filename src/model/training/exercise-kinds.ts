/** Kinds and difficulties of exercises of the training room: courses are parsed by them, and answers stored by them. */

/** Their places are part of every key of randomness: append, never reorder. */
export const exerciseKindIds = [
  'figures',
  'verdict',
  'recheck',
  'statement',
  'data-check',
  'guide-check',
  'search-check',
  'application-check',
] as const;
export type ExerciseKindId = (typeof exerciseKindIds)[number];

/** 1 plain, 2 usual, 3 hard: smaller effects, fewer records, better hidden. */
export const difficulties = [1, 2, 3] as const;
export type Difficulty = (typeof difficulties)[number];
