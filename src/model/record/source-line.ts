/** A line with the place it comes from. */
export interface SourceLine {
  readonly text: string;
  /** File or database. */
  readonly source: string;
  /** 1-based. */
  readonly number: number;
}
