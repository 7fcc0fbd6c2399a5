import { element, figure, label, percentOf, type Caption } from './svg.ts';

/** Two values a row on a logarithmic axis of shares: published (ring) and simulated (dot with interval). */

export interface LogRow {
  readonly name: string;
  readonly published: number;
  readonly simulated: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

const ROW = 30;
const LEFT = 0.36;

/** `least`: a share that the axis holds too, so that two figures have the same one. */
export function logDots(
  caption: Caption,
  rows: readonly LogRow[],
  printTick: (value: number) => string,
  least = 1,
): string {
  const shares = [
    ...rows.flatMap(({ published, simulated, low }) => [published, simulated, low]),
    least,
  ].filter((value): value is number => value !== null && value > 0);
  const lowest = Math.floor(Math.log10(Math.min(0.1, ...shares)));
  const place = (value: number): string =>
    percentOf(
      LEFT + (0.98 - LEFT) * Math.max(0, Math.min(1, 1 - Math.log10(Math.max(value, 10 ** lowest)) / lowest)),
    );
  const height = rows.length * ROW + 24;
  const ticks = Array.from({ length: -lowest + 1 }, (_, i) => 10 ** (lowest + i)).map(
    (tick, index) =>
      element('line', { x1: place(tick), x2: place(tick), y1: 0, y2: height - 20, class: 'chart-grid' }) +
      label(place(tick), height - 5, printTick(tick), {
        // Every second one, counted from the whole, is left out where there is little room.
        class: (-lowest - index) % 2 === 0 ? 'chart-tick' : 'chart-tick wide-only',
        'text-anchor': tick === 1 ? 'end' : 'middle',
      }),
  );
  const drawn = rows.map((row, index) => {
    const y = index * ROW + 15;
    const parts = [label(0, y + 4, row.name, { class: 'chart-name' })];
    if (row.low !== null && row.high !== null) {
      parts.push(
        element('line', { x1: place(row.low), x2: place(row.high), y1: y, y2: y, class: 'chart-interval' }),
      );
    }
    // Nothing counted has no place on a logarithmic axis; its interval has.
    if (row.simulated !== null && row.simulated > 0)
      parts.push(element('circle', { cx: place(row.simulated), cy: y, r: 4, class: 'chart-dot' }));
    parts.push(element('circle', { cx: place(row.published), cy: y, r: 6.5, class: 'chart-ring-mark' }));
    return parts.join('');
  });
  return figure(caption, { class: 'chart log-dots', width: '100%', height }, ...ticks, ...drawn);
}
