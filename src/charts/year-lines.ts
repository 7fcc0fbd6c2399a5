import { placeOn, type Axis } from './axis.ts';
import { cutTo } from './fitted-text.ts';
import { brokenLine, stretched } from './month-plot.ts';
import { element, escapeXml, figure, label, percentOf, type Caption } from './svg.ts';

/** Small multiples of years: a line for each unit, all on the same axis, over the line of the mean. */

export interface YearLine {
  readonly name: string;
  /** A value a year; null where there is none. */
  readonly values: readonly (number | null)[];
  /** What the line is compared with, drawn thin behind it. */
  readonly reference: readonly (number | null)[];
  /** The last value, as printed. */
  readonly printed: string;
}

const ROW = 40;
const HEAD = 20;
const NAMES = 0.3;
const NAME_ROOM = 8;
const RIGHT = 0.82;

export function yearLines(
  caption: Caption,
  axis: Axis,
  years: readonly string[],
  lines: readonly YearLine[],
): string {
  const step = (RIGHT - 0.03 - NAMES) / Math.max(1, years.length - 1);
  const xOf = (year: number): number =>
    years.length < 2 ? (NAMES + RIGHT) / 2 : NAMES + 0.015 + step * year;
  const height = HEAD + lines.length * ROW;
  const heads = years.map((year, i) =>
    label(percentOf(xOf(i)), 13, year, { class: 'chart-tick', 'text-anchor': 'middle' }),
  );
  const yOf = (row: number, value: number): number =>
    HEAD + row * ROW + ROW - 7 - placeOn(axis, value) * (ROW - 14);
  const path = (row: number, values: readonly (number | null)[], looks: string): string => {
    const d = brokenLine(values.map((value, i) => (value === null ? null : [xOf(i), yOf(row, value)]))).join(
      '',
    );
    return d === '' ? '' : element('path', { d, class: looks, 'vector-effect': 'non-scaling-stroke' });
  };
  const paths = lines.flatMap(({ values, reference }, row) => [
    path(row, reference, 'chart-limit'),
    path(row, values, 'chart-line'),
  ]);
  const drawn = lines.map(({ name, values, printed }, row) => {
    const short = cutTo(name, NAME_ROOM);
    const middle = HEAD + row * ROW + ROW / 2 + 5;
    return element(
      'g',
      {},
      short === name ? '' : element('title', {}, escapeXml(name)),
      label(0, middle, short, { class: 'chart-name' }),
      element('line', {
        x1: 0,
        x2: '100%',
        y1: HEAD + (row + 1) * ROW,
        y2: HEAD + (row + 1) * ROW,
        class: 'chart-grid',
      }),
      ...values.map((value, i) =>
        value === null
          ? ''
          : element('circle', { cx: percentOf(xOf(i)), cy: yOf(row, value), r: 3, class: 'chart-dot' }),
      ),
      label('100%', middle, printed, { class: 'chart-value', 'text-anchor': 'end' }),
    );
  });
  return figure(
    caption,
    { class: 'chart year-lines', width: '100%', height },
    ...heads,
    stretched(height, ...paths),
    ...drawn,
  );
}
