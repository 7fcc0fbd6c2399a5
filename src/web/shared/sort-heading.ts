/** Heading of a column that a link sorts by. */
export interface SortHeading {
  readonly name: string;
  readonly href: string;
  readonly title: string;
  /** aria-sort of the column in use. */
  readonly sorted: 'ascending' | 'descending' | undefined;
}
