import { decimalsOf, placeOn, type Axis } from './axis.ts';
import { element, figure, label, percentOf, type Caption } from './svg.ts';

/** Groups on one axis: a dot for each member, a tick at their mean, a line through all rows at the mean of everybody. */

export interface DotRow {
  readonly name: string;
  readonly values: readonly number[];
  readonly mean: number | null;
  /** The mean as printed. */
  readonly printed: string;
}

const ROW = 42;
const LINE_AT = 28;
/** Room of the ticks below the rows. */
const FOOT = 18;

export function dotRows(
  caption: Caption,
  axis: Axis,
  rows: readonly DotRow[],
  overall: number | null,
  printTick: (value: number, decimals: number) => string,
): string {
  // A dot at either end is drawn whole.
  const at = (value: number): string => percentOf(0.015 + 0.97 * placeOn(axis, value));
  const bottom = rows.length * ROW;
  const upright = (x: number, top: number, end: number, looks: string): string =>
    element('line', { x1: at(x), x2: at(x), y1: top, y2: end, class: looks });
  const drawn = rows.map(({ name, values, mean, printed }, i) => {
    const top = i * ROW;
    return element(
      'g',
      {},
      label(0, top + 13, name, { class: 'chart-name' }),
      label('100%', top + 13, printed, { class: 'chart-value', 'text-anchor': 'end' }),
      element('line', { x1: 0, x2: '100%', y1: top + LINE_AT, y2: top + LINE_AT, class: 'chart-grid' }),
      mean === null ? '' : upright(mean, top + LINE_AT - 9, top + LINE_AT + 9, 'chart-mark'),
      ...values.map((value) =>
        element('circle', { cx: at(value), cy: top + LINE_AT, r: 4, class: 'chart-dot is-one-of-many' }),
      ),
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
    { class: 'chart dot-rows', width: '100%', height: bottom + FOOT },
    overall === null ? '' : upright(overall, 18, bottom, 'chart-limit'),
    ...drawn,
    ...ticks,
  );
}
