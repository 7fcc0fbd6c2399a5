/** The bad rating of each rectification: its item (-1 where there is no such rating) and its time. */
export interface BadRatings {
  readonly task: Int32Array;
  readonly assessedAt: Int32Array;
}
