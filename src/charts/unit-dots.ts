import { decimalsOf, placeOn, type Axis } from './axis.ts';
import { element, escapeXml, figure, label, percentOf, type Caption } from './svg.ts';

/** Units as dots along an axis, those that are close to one another piled up, and one of them marked. */

export interface UnitDot {
  readonly name: string;
  readonly value: number;
  readonly printed: string;
  readonly marked: boolean;
}

/** Dots nearer than this share of the width are piled up. */
const NEAR = 0.012;
const PILE = 8;
const [LEFT, WIDTH] = [0.03, 0.94];

export function unitDots(
  caption: Caption,
  axis: Axis,
  dots: readonly UnitDot[],
  mean: number | null,
  printTick: (value: number, decimals: number) => string,
): string {
  const xOf = (value: number): number => LEFT + WIDTH * placeOn(axis, value);
  const piled: { readonly dot: UnitDot; readonly x: number; readonly level: number }[] = [];
  for (const dot of [...dots].sort((a, b) => a.value - b.value)) {
    const x = xOf(dot.value);
    const taken = piled.filter((other) => x - other.x < NEAR).map(({ level }) => level);
    let level = 0;
    while (taken.includes(level)) level++;
    piled.push({ dot, x, level });
  }
  const highest = Math.max(0, ...piled.map(({ level }) => level));
  const base = 22 + highest * PILE;
  const height = base + 26;
  const drawn = [...piled]
    .sort((a, b) => Number(a.dot.marked) - Number(b.dot.marked))
    .map(({ dot, x, level }) => {
      const y = base - 8 - level * PILE;
      return element(
        'circle',
        {
          cx: percentOf(x),
          cy: y,
          r: dot.marked ? 6 : 3.5,
          class: dot.marked ? 'chart-dot marked' : 'chart-other',
        },
        element('title', {}, escapeXml(`${dot.name}: ${dot.printed}`)),
      );
    });
  const at = (value: number, y1: number, y2: number, className: string): string =>
    element('line', { x1: percentOf(xOf(value)), x2: percentOf(xOf(value)), y1, y2, class: className });
  return figure(
    caption,
    { class: 'chart unit-dots', width: '100%', height },
    ...axis.ticks.map(
      (tick) =>
        at(tick, 4, base, 'chart-grid') +
        label(percentOf(xOf(tick)), base + 16, printTick(tick, decimalsOf(axis)), {
          class: 'chart-tick',
          'text-anchor': 'middle',
        }),
    ),
    mean === null ? '' : at(mean, 4, base, 'chart-mark'),
    ...drawn,
  );
}
