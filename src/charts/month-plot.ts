import { decimalsOf, type Axis } from './axis.ts';
import { element, label } from './svg.ts';

/** What charts over months share: lines of the grid with their words, and a box that stretches under points that do not. */

export const monthGrid = (
  axis: Axis,
  yOf: (value: number) => number,
  printTick: (value: number, decimals: number) => string,
): string[] =>
  axis.ticks.map(
    (tick) =>
      element('line', { x1: 0, x2: '100%', y1: yOf(tick), y2: yOf(tick), class: 'chart-grid' }) +
      label(0, yOf(tick) - 3, printTick(tick, decimalsOf(axis)), { class: 'chart-tick' }),
  );

/** Lines in a box 1000 wide that takes the width of its chart. */
export const stretched = (height: number, ...lines: readonly string[]): string =>
  element(
    'svg',
    {
      x: 0,
      y: 0,
      width: '100%',
      height,
      viewBox: `0 0 1000 ${String(height)}`,
      preserveAspectRatio: 'none',
    },
    ...lines,
  );

/** Paths through the points there are, in a box 1000 wide; a missing point breaks the line. */
export function brokenLine(points: readonly (readonly [x: number, y: number] | null)[]): string[] {
  const paths: string[] = [];
  let path = '';
  for (const point of [...points, null]) {
    if (point === null) {
      if (path !== '') paths.push(path);
      path = '';
    } else {
      const [x, y] = point;
      path += `${path === '' ? 'M' : 'L'}${(x * 1000).toFixed(1)} ${y.toFixed(1)}`;
    }
  }
  return paths;
}
