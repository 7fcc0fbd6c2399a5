/** What a stored record says, as far as checks of later records need it. */
export interface ServiceFacts {
  readonly task: number;
  readonly serviceAt: number;
  readonly person: number;
  /** Short hash of the whole record (RowHash.short). */
  readonly hash: number;
}

/** The keys of the records accepted before. */
export interface AcceptedKeys {
  /** False when certainly no service or rating key lies in this range: then nothing is looked up. */
  mayHoldServices(first: number, last: number): boolean;
  mayHoldRatings(first: number, last: number): boolean;
}

/** The records accepted before, as the checks see them. */
export interface Accepted extends AcceptedKeys {
  service(key: number): ServiceFacts | undefined;
  /** Short hash of a stored rating. */
  rating(key: number): number | undefined;
}
