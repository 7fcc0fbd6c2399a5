import { placeOn, type Axis } from './axis.ts';
import { brokenLine, monthGrid, stretched } from './month-plot.ts';
import { element, escapeXml, figure, label, percentOf, type Caption } from './svg.ts';

/** Two series over a few ordered steps, each point with its interval: which is higher at which step is seen at a glance. */

export interface StepSeries {
  readonly name: string;
  readonly looks: keyof typeof looksOf;
  /** A point a step; null where there is none. */
  readonly points: readonly StepPoint[];
}

export type StepPoint = {
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly printed: string;
} | null;

/** Series are told apart by line and point, not by colour alone. */
const looksOf = {
  dashed: { line: 'chart-limit', point: 'chart-ring-mark', interval: 'chart-limit' },
  full: { line: 'chart-line', point: 'chart-dot', interval: 'chart-interval' },
} as const;

const LEGEND_ROW = 20;
const PLOT = 150;
const FOOT = 22;
/** Share of the width kept for the words of the axis. */
const LEFT = 0.13;
/** Points of one step stand so far beside one another. */
const BESIDE = 0.02;

export function stepLines(
  caption: Caption,
  axis: Axis,
  steps: readonly string[],
  series: readonly StepSeries[],
  printTick: (value: number, decimals: number) => string,
): string {
  const top = series.length * LEGEND_ROW + 14;
  const bottom = top + PLOT;
  const height = bottom + FOOT;
  const yOf = (value: number): number => bottom - placeOn(axis, value) * PLOT;
  const stepAt = (step: number): number => LEFT + ((0.99 - LEFT) * (step + 0.5)) / steps.length;
  const drawn = series.map((one, i) => ({
    ...one,
    look: looksOf[one.looks],
    xOf: (step: number): number => stepAt(step) + BESIDE * (i - (series.length - 1) / 2),
  }));
  const lines = drawn.flatMap(({ points, look, xOf }) =>
    brokenLine(points.map((point, step) => (point === null ? null : [xOf(step), yOf(point.value)]))).map(
      (d) => element('path', { d, class: look.line, 'vector-effect': 'non-scaling-stroke' }),
    ),
  );
  const marks = drawn.flatMap(({ name, points, look, xOf }) =>
    points.map((point, step) => {
      if (point === null) return '';
      const x = percentOf(xOf(step));
      const { low, high, value, printed } = point;
      return element(
        'g',
        {},
        element('title', {}, escapeXml(`${name} · ${steps[step] ?? ''}: ${printed}`)),
        low === null || high === null
          ? ''
          : element('line', { x1: x, x2: x, y1: yOf(low), y2: yOf(high), class: look.interval }),
        element('circle', { cx: x, cy: yOf(value), r: 4, class: look.point }),
      );
    }),
  );
  const legend = drawn.map(({ name, look }, i) => {
    const y = LEGEND_ROW * (i + 0.5);
    return element(
      'g',
      {},
      element('line', { x1: 0, x2: 30, y1: y, y2: y, class: look.line }),
      element('circle', { cx: 15, cy: y, r: 4, class: look.point }),
      label(38, y + 4.5, name, { class: 'chart-name' }),
    );
  });
  return figure(
    caption,
    { class: 'chart step-lines', width: '100%', height },
    ...legend,
    ...monthGrid(axis, yOf, printTick),
    stretched(height, ...lines),
    ...marks,
    ...steps.map((step, i) =>
      label(percentOf(stepAt(i)), bottom + 16, step, { class: 'chart-tick', 'text-anchor': 'middle' }),
    ),
  );
}
