import { placeOn, type Axis } from './axis.ts';
import { brokenLine, monthGrid, stretched } from './month-plot.ts';
import { element, escapeXml, figure, label, percentOf, type Caption } from './svg.ts';

/** A figure over years: its points with their intervals, joined by a line, and a dashed line to compare them with. */

export interface YearPoint {
  readonly year: string;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** What the value is compared with. */
  readonly reference: number | null;
  readonly printed: string;
}

const HEIGHT = 150;
/** Share of the width kept for the words of the axis. */
const LEFT = 0.13;
const TOP = 14;
const BOTTOM = 124;

/** Several of these with one axis can be compared with one another. */
export function yearIntervals(
  caption: Caption,
  axis: Axis,
  points: readonly YearPoint[],
  printTick: (value: number, decimals: number) => string,
): string {
  const yOf = (value: number): number => BOTTOM - placeOn(axis, value) * (BOTTOM - TOP);
  const xOf = placesAcross(points.length, LEFT);
  const lines = stretched(
    HEIGHT,
    ...brokenLine(
      points.map(({ reference }, i) => (reference === null ? null : [xOf(i), yOf(reference)])),
    ).map((d) => element('path', { d, class: 'chart-limit', 'vector-effect': 'non-scaling-stroke' })),
    ...brokenLine(points.map(({ value }, i) => (value === null ? null : [xOf(i), yOf(value)]))).map((d) =>
      element('path', { d, class: 'chart-line', 'vector-effect': 'non-scaling-stroke' }),
    ),
  );
  const marks = points.map(({ year, value, low, high, printed }, i) => {
    const x = percentOf(xOf(i));
    const interval =
      low === null || high === null
        ? ''
        : element('line', { x1: x, x2: x, y1: yOf(low), y2: yOf(high), class: 'chart-interval' });
    const dot =
      value === null
        ? ''
        : element(
            'circle',
            { cx: x, cy: yOf(value), r: 3.5, class: 'chart-dot' },
            element('title', {}, escapeXml(`${year}: ${printed}`)),
          );
    return interval + dot + label(x, HEIGHT - 6, year, { class: 'chart-tick', 'text-anchor': 'middle' });
  });
  return figure(
    caption,
    { class: 'chart year-intervals', width: '100%', height: HEIGHT },
    ...monthGrid(axis, yOf, printTick),
    lines,
    ...marks,
  );
}

/** Where each of so many points stands, as a share of the width; there is room for its words on both sides. */
export const placesAcross =
  (points: number, left: number) =>
  (index: number): number => {
    const [from, to] = [left + 0.05, 0.93];
    return points < 2 ? (from + to) / 2 : from + ((to - from) * index) / (points - 1);
  };
