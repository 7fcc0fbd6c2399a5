/** A table of figures on a page of the laboratory: a name and its cells a row. */
export interface FiguresTable {
  readonly id: string;
  readonly title: string;
  /** Empty where there is none. */
  readonly note: string;
  /** Heading of the names. */
  readonly first: string;
  readonly headings: readonly string[];
  readonly rows: readonly { readonly name: string; readonly cells: readonly string[] }[];
  /** The last row, its name first; empty where there is none. */
  readonly sum: readonly string[];
}
