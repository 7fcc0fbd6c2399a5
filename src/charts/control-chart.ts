import { placeOn, roundAxis } from './axis.ts';
import { monthGrid, stretched } from './month-plot.ts';
import { element, escapeXml, figure, label, percentOf, type Caption } from './svg.ts';

/** A control chart (控制图) over months: points, centre line, and limits that may differ from month to month. */

export interface ControlPoint {
  readonly month: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly printed: string;
  /** What the point signals; empty where nothing. */
  readonly signal: string;
}

const HEIGHT = 170;
/** Share of the width kept for the words of the axis. */
const LEFT = 0.13;
const TOP = 14;
const BOTTOM = 144;

export function controlChart(
  caption: Caption,
  centre: number,
  points: readonly ControlPoint[],
  printTick: (value: number, decimals: number) => string,
  bounds: readonly [number, number],
): string {
  const axis = roundAxis(
    points.flatMap(({ value, low, high }) => [value, low, high]),
    3,
    bounds,
  );
  const yOf = (value: number): number => BOTTOM - placeOn(axis, value) * (BOTTOM - TOP);
  const step = (0.98 - LEFT) / Math.max(1, points.length - 1);
  const xOf = (index: number): number => LEFT + step * index;
  const grid = monthGrid(axis, yOf, printTick);
  const at = (index: number, value: number): string =>
    `${(xOf(index) * 1000).toFixed(1)} ${yOf(value).toFixed(1)}`;
  const line = (valueOf: (point: ControlPoint) => number, looks: string): string =>
    element('path', {
      d: points.map((point, i) => `${i === 0 ? 'M' : 'L'}${at(i, valueOf(point))}`).join(''),
      class: looks,
      'vector-effect': 'non-scaling-stroke',
    });
  const lines = stretched(
    HEIGHT,
    line(() => centre, 'chart-centre'),
    line(({ low }) => low, 'chart-limit'),
    line(({ high }) => high, 'chart-limit'),
    line(({ value }) => value, 'chart-line'),
  );
  const every = Math.max(1, Math.ceil(points.length / 4));
  const marks = points.map(({ value, month, printed, signal }, index) => {
    const [x, y] = [percentOf(xOf(index)), yOf(value)];
    const said = element(
      'title',
      {},
      escapeXml(`${month}: ${printed}${signal === '' ? '' : ` · ${signal}`}`),
    );
    const ring = signal === '' ? '' : element('circle', { cx: x, cy: y, r: 7, class: 'chart-signal' });
    const anchor = index === 0 ? 'start' : index === points.length - 1 ? 'end' : 'middle';
    const tick =
      index % every === 0 ? label(x, HEIGHT - 6, month, { class: 'chart-tick', 'text-anchor': anchor }) : '';
    return ring + element('circle', { cx: x, cy: y, r: 3, class: 'chart-dot' }, said) + tick;
  });
  return figure(
    caption,
    { class: 'chart control-chart', width: '100%', height: HEIGHT },
    ...grid,
    lines,
    ...marks,
  );
}
