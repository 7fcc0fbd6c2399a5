import type { RatingBatch } from '../../model/record/batch.ts';
import type { ServiceInHand } from '../case/in-hand.ts';
import type { Tables } from '../world/tables.ts';

/** A service that has been lived through, honestly rated or not. */
export interface ServedRating {
  readonly serviceKey: number;
  readonly unit: number;
  readonly task: number;
  /** Number of the office in its unit. */
  readonly office: number;
  /** Place of the service among those of its item and day. */
  readonly order: number;
  readonly place: number;
  readonly at: number;
  readonly late: number;
  readonly person: number;
  /** Level felt, 1..5. */
  readonly felt: number;
  /** The service itself, as long as it is in hand. */
  readonly service: ServiceInHand;
}

/** Where ratings are written: the honest one of a service is the last row, or there is none (-1). */
export interface RatingWriter {
  readonly out: RatingBatch;
  readonly tables: Tables;
  /** Level of an automatic rating. */
  readonly defaultLevel: number;
  /** How the rating of a row came about (model/truth.ts). */
  mechanismOf(row: number): number;
  /** A row for the service, emptied: the honest one, or a new one. */
  write(served: ServedRating, row: number, level: number, channel: number, at: number, how: number): number;
  /** Takes the last row away. */
  drop(): void;
  /** When somebody rates a service of this second on a channel. */
  moment(channel: number, at: number, word: number): number;
  /** Channel that somebody would rate on. */
  channel(place: number, word: number): number;
  /** Tags that fit a level and place. */
  tags(level: number, place: number, word: number): number;
  /** Writes a text as someone would who gives this level, fitting the service and the tags of the row. */
  text(served: ServedRating, row: number, level: number, word: number): void;
  /** Network account or device, telephone and upload time as of an honest rating. */
  trace(row: number, task: number, channel: number, person: number, window: number, upload: number): void;
}

/** Four random words of a manipulated rating. */
export type RandomBlock = readonly [number, number, number, number];

/** What was changed: a field and what it would have said, '' where there would have been no rating. */
export interface Change {
  readonly field: string;
  readonly was: string;
  /** True where no record remains. */
  readonly absent?: true;
}

/** A way to manipulate the rating of a service. None knows when the run ends. */
export interface Manipulation {
  /** True where it can affect this service; `row` is its honest rating, -1 where there never is one. */
  eligible(served: ServedRating, row: number, writer: RatingWriter): boolean;
  /** When it shows: when the platform has the rating that it makes, or would have had the one that it takes away. */
  showsAt(
    served: ServedRating,
    row: number,
    writer: RatingWriter,
    words: RandomBlock,
    concealment: number,
  ): number;
  /** Makes the rating of this moment, or takes one away. */
  act(
    served: ServedRating,
    row: number,
    writer: RatingWriter,
    words: RandomBlock,
    concealment: number,
    at: number,
  ): Change;
}

/** When the platform has a rating. */
export const uploadOf = ({ out }: RatingWriter, row: number): number => out.uploadedAt[row] ?? 0;

/** Codes of channels that manipulations choose. */
export const CHANNEL = { web: 1, mobile: 2, pad: 4, kiosk: 5 } as const;

/** The same pair of tags that scripts are known to send: 510 and 517, first and last of level 5. */
export const CONSTANT_TAGS = 0b1000_0001;

/** Number of staff member n of a unit, above those of its applicants. */
export const staffOf = (unit: number, n: number): number => unit * 16_777_216 + 16_777_215 - n;

/** What the satisfaction of an honest rating was; '' where there was none. */
export const levelBefore = ({ out }: RatingWriter, row: number): string =>
  row < 0 ? '' : String(out.level[row] ?? '');
