/** How a rating came about (机制); numbers go to the truth file: append only. */
export const mechanism = {
  /** The person submitted the level felt. */
  own: 0,
  /** The person felt a lower level and submitted “very satisfied”. */
  lifted: 1,
  /** Nobody rated; the system did. */
  defaulted: 2,
} as const;

/** The truth of a batch of ratings, row by row. Only training and the lab may read it back. */
export interface TruthBatch {
  readonly level: Uint8Array;
  readonly mechanism: Uint8Array;
  /** True levels of all services of the batch, rated or not: index unit * 6 + level. */
  readonly serviceLevels: Int32Array;
}
