import { element, figure, label, noticeAt, type Caption } from './svg.ts';

/** A polygon over a few axes of 0..100, drawn over another one to compare with, as the report's unit sheets do. */

export interface Spoke {
  readonly name: string;
  readonly value: number | null;
  readonly reference: number | null;
}

const CENTRE = 150;
const RADIUS = 100;

export function radar(caption: Caption, spokes: readonly Spoke[], from: number): string {
  const direction = (index: number): readonly [number, number] => {
    const angle = (2 * Math.PI * index) / spokes.length - Math.PI / 2;
    return [Math.cos(angle), Math.sin(angle)];
  };
  const point = (index: number, value: number): string => {
    const [x, y] = direction(index);
    const reach = (RADIUS * Math.max(0, value - from)) / (100 - from);
    return `${(CENTRE + x * reach).toFixed(1)},${(CENTRE + y * reach).toFixed(1)}`;
  };
  const polygon = (values: readonly (number | null)[], className: string): string =>
    values.some((value) => value === null)
      ? ''
      : element('polygon', {
          points: values.map((value, i) => point(i, value ?? from)).join(' '),
          class: className,
        });
  const rings = [0.25, 0.5, 0.75, 1].map((share) =>
    element('polygon', {
      points: spokes.map((_, i) => point(i, from + share * (100 - from))).join(' '),
      class: 'chart-ring',
    }),
  );
  const names = spokes.map((spoke, i) => {
    const [x, y] = direction(i);
    const anchor = Math.abs(x) < 0.1 ? 'middle' : x > 0 ? 'start' : 'end';
    return label(CENTRE + x * (RADIUS + 9), CENTRE + y * (RADIUS + 12) + 5, spoke.name, {
      class: 'chart-name',
      'text-anchor': anchor,
    });
  });
  return figure(
    caption,
    { class: 'chart radar', viewBox: '-50 20 400 240' },
    ...rings,
    label(CENTRE + 3, CENTRE + 12, String(from), { class: 'chart-tick' }),
    label(CENTRE + 3, CENTRE - RADIUS + 12, '100', { class: 'chart-tick' }),
    polygon(
      spokes.map(({ reference }) => reference),
      'radar-reference',
    ),
    polygon(
      spokes.map(({ value }) => value),
      'radar-value',
    ),
    ...names,
    noticeAt(-48, 34, caption),
  );
}
