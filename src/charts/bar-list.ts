import { placeOn, type Axis } from './axis.ts';
import { element, escapeXml, figure, label, percentOf, type Caption } from './svg.ts';

/** Bars below one another, each with its name, its value and, where given, a reference value to compare it with. */

export interface Bar {
  readonly name: string;
  readonly value: number | null;
  /** The value as printed. */
  readonly printed: string;
  /** Reference to compare with, drawn as a tick across the bar. */
  readonly mark?: number | null | undefined;
  readonly className?: string | undefined;
}

const ROW = 38;
const BAR_TOP = 20;
const BAR_HEIGHT = 10;

/** Letters that fit beside a value where the list is narrowest; a Chinese character takes the room of two. */
const NAME_ROOM = 32;

/** A name cut where it would run into its value. */
function shortName(name: string): string {
  let room = NAME_ROOM;
  const signs = Array.from(name);
  const end = signs.findIndex((sign) => (room -= sign.charCodeAt(0) > 0x2e7f ? 2 : 1) < 0);
  return end < 0
    ? name
    : `${signs
        .slice(0, end - 1)
        .join('')
        .trimEnd()}…`;
}

export function barList(caption: Caption, axis: Axis, bars: readonly Bar[]): string {
  const rows = bars.map((bar, index) => {
    const top = index * ROW;
    const parts = [
      ...(shortName(bar.name) === bar.name ? [] : [element('title', {}, escapeXml(bar.name))]),
      label(0, top + 13, shortName(bar.name), { class: 'chart-name' }),
      label('100%', top + 13, bar.printed, { class: 'chart-value', 'text-anchor': 'end' }),
      element('rect', {
        x: 0,
        y: top + BAR_TOP,
        width: '100%',
        height: BAR_HEIGHT,
        rx: 2,
        class: 'chart-track',
      }),
    ];
    if (bar.value !== null) {
      parts.push(
        element('rect', {
          x: 0,
          y: top + BAR_TOP,
          width: percentOf(placeOn(axis, bar.value)),
          height: BAR_HEIGHT,
          rx: 2,
          class: `chart-bar ${bar.className ?? ''}`.trim(),
        }),
      );
    }
    if (bar.mark !== undefined && bar.mark !== null) {
      const x = percentOf(placeOn(axis, bar.mark));
      parts.push(
        element('line', {
          x1: x,
          x2: x,
          y1: top + BAR_TOP - 2,
          y2: top + BAR_TOP + BAR_HEIGHT + 2,
          class: 'chart-mark',
        }),
      );
    }
    return element('g', {}, ...parts);
  });
  return figure(caption, { class: 'chart bar-list', width: '100%', height: bars.length * ROW }, ...rows);
}

/** A bar alone, as the visible part of a table cell whose number stands beside it. */
export function cellBar(axis: Axis, value: number | null, mark?: number | null): string {
  const parts = [element('rect', { x: 0, y: 3, width: '100%', height: 8, rx: 2, class: 'chart-track' })];
  if (value !== null) {
    parts.push(
      element('rect', {
        x: 0,
        y: 3,
        width: percentOf(placeOn(axis, value)),
        height: 8,
        rx: 2,
        class: 'chart-bar',
      }),
    );
  }
  if (mark !== undefined && mark !== null) {
    const x = percentOf(placeOn(axis, mark));
    parts.push(element('line', { x1: x, x2: x, y1: 0, y2: 14, class: 'chart-mark' }));
  }
  return element('svg', { class: 'cell-chart', width: '100%', height: 14, 'aria-hidden': 'true' }, ...parts);
}
