/** The clock, passed in: jobs read no other. */
export interface Clock {
  /** Seconds since 2000-01-01 00:00 Beijing time. */
  readonly now: () => number;
  /** Seconds of a clock that only runs forward, for measuring how long work took. */
  readonly elapsed: () => number;
}
