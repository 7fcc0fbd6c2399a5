import { placeOn, type Axis } from './axis.ts';
import { element, escapeXml, figure, label, percentOf, type Caption } from './svg.ts';

/** Bars in groups, one below the other: the years of an indicator, or the kinds of units of a region. */

export interface GroupBar {
  /** A few signs, like a year: it stands left of its bar. */
  readonly name: string;
  readonly value: number | null;
  readonly printed: string;
  /** Drawn lighter, beside the bars that are spoken of. */
  readonly isFaint: boolean;
  /** Reference to compare with, drawn as a tick across the bar. */
  readonly mark?: number | null;
}

export interface BarGroup {
  readonly name: string;
  readonly bars: readonly GroupBar[];
}

const HEADING = 22;
const ROW = 18;
const GAP = 8;
const BAR_HEIGHT = 10;

/** `nameShare` is the share of the width that the names of bars take. */
export function groupBars(
  caption: Caption,
  axis: Axis,
  groups: readonly BarGroup[],
  nameShare: number,
): string {
  const width = 0.84 - nameShare;
  let top = 0;
  const drawn = groups.map(({ name, bars }) => {
    const rows = bars.map((bar, i) => {
      const y = top + HEADING + i * ROW;
      const at = (value: number): string => percentOf(nameShare + width * placeOn(axis, value));
      const parts = [
        label(0, y + 10, bar.name, { class: 'chart-tick' }),
        element('rect', {
          x: percentOf(nameShare),
          y: y + 1,
          width: percentOf(width),
          height: BAR_HEIGHT,
          class: 'chart-track',
        }),
        label('100%', y + 10, bar.printed, {
          class: bar.isFaint ? 'chart-tick' : 'chart-value',
          'text-anchor': 'end',
        }),
      ];
      if (bar.value !== null)
        parts.push(
          element(
            'rect',
            {
              x: percentOf(nameShare),
              y: y + 1,
              width: percentOf(width * placeOn(axis, bar.value)),
              height: BAR_HEIGHT,
              class: bar.isFaint ? 'chart-bar is-faint' : 'chart-bar',
            },
            element('title', {}, escapeXml(`${name} ${bar.name}: ${bar.printed}`)),
          ),
        );
      if (bar.mark !== undefined && bar.mark !== null)
        parts.push(
          element('line', { x1: at(bar.mark), x2: at(bar.mark), y1: y - 1, y2: y + 13, class: 'chart-mark' }),
        );
      return parts.join('');
    });
    const heading = label(0, top + 14, name, { class: 'chart-name' });
    top += HEADING + bars.length * ROW + GAP;
    return element('g', {}, heading, ...rows);
  });
  return figure(
    caption,
    { class: 'chart group-bars', width: '100%', height: Math.max(0, top - GAP) },
    ...drawn,
  );
}
