import { decimalsOf, placeOn, type Axis } from './axis.ts';
import { element, figure, label, percentOf, type Caption } from './svg.ts';

/** Rows on one axis, each a point with its interval: what lies apart and what does not is seen at a glance. */

export interface IntervalRow {
  readonly name: string;
  readonly value: number;
  readonly low: number | undefined;
  readonly high: number | undefined;
  /** The value as printed. */
  readonly printed: string;
}

const ROW = 38;
const LINE_AT = 26;
/** Room of the ticks below the rows. */
const FOOT = 18;

export function intervalRows(
  caption: Caption,
  axis: Axis,
  rows: readonly IntervalRow[],
  printTick: (value: number, decimals: number) => string,
): string {
  // A point at either end is drawn whole.
  const at = (value: number): string => percentOf(0.015 + 0.97 * placeOn(axis, value));
  const bottom = rows.length * ROW;
  const drawn = rows.map(({ name, value, low, high, printed }, i) => {
    const y = i * ROW + LINE_AT;
    return element(
      'g',
      {},
      label(0, y - 13, name, { class: 'chart-name' }),
      label('100%', y - 13, printed, { class: 'chart-value', 'text-anchor': 'end' }),
      element('line', { x1: 0, x2: '100%', y1: y, y2: y, class: 'chart-grid' }),
      low === undefined || high === undefined
        ? ''
        : element('line', { x1: at(low), x2: at(high), y1: y, y2: y, class: 'chart-interval' }),
      element('circle', { cx: at(value), cy: y, r: 3.5, class: 'chart-dot' }),
    );
  });
  const ticks = axis.ticks.map((tick, i) =>
    label(at(tick), bottom + 12, printTick(tick, decimalsOf(axis)), {
      class: 'chart-tick',
      'text-anchor': i === 0 ? 'start' : i === axis.ticks.length - 1 ? 'end' : 'middle',
    }),
  );
  return figure(
    caption,
    { class: 'chart interval-rows', width: '100%', height: bottom + FOOT },
    ...drawn,
    ...ticks,
  );
}
