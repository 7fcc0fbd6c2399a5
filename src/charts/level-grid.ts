import { cutTo } from './fitted-text.ts';
import { element, escapeXml, figure, label, percentOf, type Caption } from './svg.ts';

/** Rows of cells, a column a year: each cell says its level by colour and its word or figure by text. */

export interface GridCell {
  readonly printed: string;
  /** Class of the level, like band-high. */
  readonly className: string;
  /** What the cell says in full. */
  readonly title: string;
}

export interface GridRow {
  readonly name: string;
  readonly cells: readonly GridCell[];
}

const ROW = 24;
const HEAD = 20;
/** Share of the width kept for names, and ems of 13 px that it has where the chart is narrowest. */
const NAMES = 0.3;
const NAME_ROOM = 8;
/** Share of a cell left empty beside it. */
const GAP = 0.06;

export function levelGrid(caption: Caption, columns: readonly string[], rows: readonly GridRow[]): string {
  const width = (1 - NAMES) / Math.max(1, columns.length);
  const left = (column: number): number => NAMES + column * width;
  const middle = (column: number): string => percentOf(left(column) + (width * (1 + GAP)) / 2);
  const heads = columns.map((name, i) =>
    label(middle(i), 13, name, { class: 'chart-tick', 'text-anchor': 'middle' }),
  );
  const drawn = rows.map(({ name, cells }, i) => {
    const top = HEAD + i * ROW;
    const short = cutTo(name, NAME_ROOM);
    return element(
      'g',
      {},
      short === name ? '' : element('title', {}, escapeXml(name)),
      label(0, top + 15, short, { class: 'chart-name' }),
      ...cells.map((cell, column) =>
        element(
          'g',
          {},
          element('title', {}, escapeXml(cell.title)),
          element('rect', {
            x: percentOf(left(column) + width * GAP),
            y: top + 1,
            width: percentOf(width * (1 - GAP)),
            height: ROW - 2,
            rx: 2,
            class: cell.className,
          }),
          label(middle(column), top + 16, cell.printed, {
            class: `chart-cell on-${cell.className}`,
            'text-anchor': 'middle',
          }),
        ),
      ),
    );
  });
  return figure(
    caption,
    { class: 'chart level-grid', width: '100%', height: HEAD + rows.length * ROW },
    ...heads,
    ...drawn,
  );
}
