import { placeOn, roundAxis } from './axis.ts';
import { brokenLine, monthGrid, stretched } from './month-plot.ts';
import { element, figure, label, percentOf, type Caption } from './svg.ts';

/** A line over months. The line itself lives in a box that stretches; points and words keep their size. */

export interface MonthPoint {
  readonly month: string;
  readonly value: number | null;
  readonly printed: string;
}

const HEIGHT = 150;
/** Share of the width kept for the words of the axis. */
const LEFT = 0.13;
const TOP = 14;
const BOTTOM = 124;

export function monthTrend(
  caption: Caption,
  points: readonly MonthPoint[],
  printTick: (value: number, decimals: number) => string,
  bounds?: readonly [number, number],
): string {
  const values = points.flatMap(({ value }) => (value === null ? [] : [value]));
  const axis = roundAxis(values, 3, bounds);
  const yOf = (value: number): number => BOTTOM - placeOn(axis, value) * (BOTTOM - TOP);
  const xOf = (index: number): number =>
    points.length < 2 ? 0.5 : LEFT + ((0.98 - LEFT) * index) / (points.length - 1);

  const grid = monthGrid(axis, yOf, printTick);
  const runs = brokenLine(
    points.map(({ value }, index) => (value === null ? null : [xOf(index), yOf(value)])),
  );
  const lines = stretched(
    HEIGHT,
    ...runs.map((d) => element('path', { d, class: 'chart-line', 'vector-effect': 'non-scaling-stroke' })),
  );
  const every = Math.max(1, Math.ceil(points.length / 4));
  const marks = points.map((point, index) => {
    const x = percentOf(xOf(index));
    const dot =
      point.value === null
        ? ''
        : element(
            'circle',
            { cx: x, cy: yOf(point.value), r: 3, class: 'chart-dot' },
            element('title', {}, `${point.month}: ${point.printed}`),
          );
    const anchor =
      points.length > 1 && index === 0
        ? 'start'
        : points.length > 1 && index === points.length - 1
          ? 'end'
          : 'middle';
    return (
      dot +
      (index % every === 0
        ? label(x, HEIGHT - 6, point.month, { class: 'chart-tick', 'text-anchor': anchor })
        : '')
    );
  });
  return figure(
    caption,
    { class: 'chart month-trend', width: '100%', height: HEIGHT },
    ...grid,
    lines,
    ...marks,
  );
}
