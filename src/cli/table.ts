import { displayWidth, padTo } from './display-width.ts';

export interface TableColumn {
  readonly heading: string;
  /** Names stand left, figures right. */
  readonly side: 'left' | 'right';
}

/** The lines of a table whose columns line up in a terminal, whatever characters are in them. */
export function tableLines(columns: readonly TableColumn[], rows: readonly (readonly string[])[]): string[] {
  const all = [columns.map(({ heading }) => heading), ...rows];
  const widths = columns.map((_, i) => Math.max(...all.map((cells) => displayWidth(cells[i] ?? ''))));
  return all.map((cells) =>
    columns
      .map(({ side }, i) => padTo(cells[i] ?? '', widths[i] ?? 0, side))
      .join('  ')
      .trimEnd(),
  );
}
