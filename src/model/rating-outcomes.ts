/** What the truth and the store say together of the ratings of a unit: handed to an audit, and to no result. */
export interface RatingOutcomes {
  /** Place in the reference list. */
  readonly unit: number;
  /** Services by level felt 0..5, rated or not. */
  readonly felt: readonly number[];
  /** Ratings that were made, by how, the level felt behind them and the level stored; 0 where none is. */
  readonly made: readonly RatingOutcome[];
  /** Bad ratings that were never recorded, by cause and level felt (model/truth.ts). */
  readonly lost: readonly { readonly cause: number; readonly level: number; readonly n: number }[];
  /** Ratings that a manipulation took away, by the level that was to be submitted. */
  readonly withheld: readonly { readonly level: number; readonly n: number }[];
  /** Ratings by level 0..5 as results count them. */
  readonly published: readonly number[];
}

export interface RatingOutcome {
  readonly mechanism: number;
  readonly additional: boolean;
  readonly felt: number;
  readonly stored: number;
  readonly n: number;
}
