/**
 * Which keyed random words answer which question. The words of a case come in blocks of two from block 0 on, those of the
 * rating of one of its services from `ratingBlock` on. All of it is part of the data format.
 */

/** Words that nearly every case asks; rarer questions draw blocks of their own. */
export const CASE_WORDS = 8;

export const caseWord = {
  place: 0,
  time: 1,
  person: 2,
  duration: 3,
  acceptance: 4,
  supplement: 5,
  entry: 6,
  felt: 7,
} as const;

/** Words that nearly every rating asks; rarer questions draw blocks of their own. */
export const RATING_WORDS = 8;

export const ratingWord = {
  felt: 0,
  answer: 1,
  retained: 2,
  channel: 3,
  moment: 4,
  tagged: 5,
  tag: 6,
  text: 7,
} as const;

/** Blocks that belong to the rating of one service. */
const RATING_BLOCKS = 8;

/** First block of a service's rating; `number` says which service of its case it is. */
export const ratingBlock = (number: number): number => number * RATING_BLOCKS;
