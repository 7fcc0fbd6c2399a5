import { COLUMN, computing, keyedWords } from '../../model/math/four-at-once.ts';
import { stream, streamKey } from '../../model/math/random.ts';
import type { ItemInHand } from './in-hand.ts';

/** Cases whose words are drawn at a time. */
export const CASES = COLUMN;

/** Blocks of keyed words of a case, and of each of its services for its rating. Part of the data format. */
const CASE_BLOCKS = 4;
const RATING_BLOCKS = 8;
/** So many of a service's blocks are asked by nearly every rating; the others are drawn where they are. */
const DRAWN_BLOCKS = 4;
/** Services of a case whose words are drawn with those of the case: most cases have no more. */
const DRAWN_SERVICES = 2;

/** Columns where words begin: of cases, of their first services, and of a service that is asked alone. */
const CASE_AT = 0;
const RATING_AT = CASE_AT + 2 * CASE_BLOCKS;
const ALONE_AT = RATING_AT + 2 * DRAWN_BLOCKS * DRAWN_SERVICES;

/** The words that are drawn: those of a case or a service lie from its place on, as `caseWord` and `ratingWord` say. */
export const drawnWords = computing.keyed;

export const caseWord = {
  place: 0,
  time: COLUMN,
  person: 2 * COLUMN,
  duration: 3 * COLUMN,
  acceptance: 4 * COLUMN,
  supplement: 5 * COLUMN,
  entry: 6 * COLUMN,
} as const;

export const ratingWord = {
  felt: 0,
  answer: COLUMN,
  retained: 2 * COLUMN,
  channel: 3 * COLUMN,
  moment: 4 * COLUMN,
  tagged: 5 * COLUMN,
  tag: 6 * COLUMN,
  text: 7 * COLUMN,
} as const;

/** Where the words of the case lie that stands at `drawn`. */
export const caseAt = (drawn: number): number => CASE_AT * COLUMN + drawn;

/** First block of a service's rating; `number` says which service of its case it is. */
export const ratingBlock = (number: number): number => number * RATING_BLOCKS;

/**
 * The keyed words of neighbouring cases of the item in hand. They lie in the memory that a thread computes in: draw them
 * again after others had their turn.
 */
export class CaseWords {
  private entity = 0;

  constructor(
    private readonly seed: number,
    private readonly item: ItemInHand,
  ) {}

  /** Draws the words of the cases from a serial on, of `all` that the item has: as many as go together. */
  draw(serial: number, all: number): void {
    const count = Math.min(CASES, all - serial);
    const key = streamKey(stream.service, this.item.group);
    this.entity = this.item.firstEntity + serial;
    keyedWords(this.seed, key, this.entity, 0, CASE_BLOCKS, count, CASE_AT * COLUMN * 4);
    for (let number = 0; number < DRAWN_SERVICES; number++)
      this.drawRating(this.entity, number, count, RATING_AT + 2 * DRAWN_BLOCKS * number);
  }

  /** Where the words of a service of the case lie that stands at `drawn`. */
  ratingAt(drawn: number, number: number): number {
    if (number < DRAWN_SERVICES) return (RATING_AT + 2 * DRAWN_BLOCKS * number) * COLUMN + drawn;
    this.drawRating(this.entity + drawn, number, 1, ALONE_AT);
    return ALONE_AT * COLUMN;
  }

  private drawRating(entity: number, number: number, count: number, column: number): void {
    const key = streamKey(stream.rating, this.item.group);
    keyedWords(this.seed, key, entity, ratingBlock(number), DRAWN_BLOCKS, count, column * COLUMN * 4);
  }
}
