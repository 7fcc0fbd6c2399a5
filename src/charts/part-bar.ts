import { element, escapeXml, figure, label, percentOf, type Caption } from './svg.ts';

/** One bar cut into its parts; where one part fills nearly all of it, a second bar can enlarge the others. */

export interface BarPart {
  readonly name: string;
  readonly n: number;
  readonly printed: string;
  readonly className: string;
}

const HEIGHT = 22;
/** Pixels of the narrowest bar, that of a telephone: a name that fits there fits everywhere. */
const NARROWEST = 310;

/** Pixels that a name takes at 12 px, with a gap at both ends: a Chinese character is as wide as it is high. */
const widthOf = (name: string): number =>
  Array.from(name).reduce((sum, sign) => sum + (sign.charCodeAt(0) > 0x2e7f ? 12 : 6.7), 6);

function oneBar(parts: readonly BarPart[], top: number): string[] {
  const total = parts.reduce((sum, { n }) => sum + n, 0);
  if (total === 0)
    return [element('rect', { x: 0, y: top, width: '100%', height: HEIGHT, class: 'chart-track' })];
  let before = 0;
  return parts
    .filter(({ n }) => n > 0)
    .map((part) => {
      const [start, share] = [before / total, part.n / total];
      before += part.n;
      const rect = element(
        'rect',
        {
          x: percentOf(start),
          y: top,
          width: percentOf(share),
          height: HEIGHT,
          class: `chart-part ${part.className}`,
        },
        element('title', {}, escapeXml(`${part.name} ${part.printed}`)),
      );
      const words =
        share * NARROWEST < widthOf(part.name)
          ? ''
          : label(percentOf(start + share / 2), top + 15, part.name, {
              class: `chart-part-name on-${part.className}`,
              'text-anchor': 'middle',
            });
      return rect + words;
    });
}

export function partBar(caption: Caption, parts: readonly BarPart[], enlarged?: string): string {
  const total = parts.reduce((sum, { n }) => sum + n, 0);
  const largest = parts.reduce((best, part) => (part.n > best.n ? part : best), { n: 0, name: '' });
  const rest = parts.filter((part) => part.name !== largest.name);
  const restTotal = total - largest.n;
  const zoom = enlarged !== undefined && total > 0 && largest.n / total > 0.85 && restTotal > 0;
  const body = oneBar(parts, 0);
  if (zoom) body.push(label(0, HEIGHT + 20, enlarged, { class: 'chart-note' }), ...oneBar(rest, HEIGHT + 28));
  return figure(
    caption,
    { class: 'chart part-bar', width: '100%', height: zoom ? HEIGHT * 2 + 30 : HEIGHT },
    ...body,
  );
}
