import { wrappedLines } from './fitted-text.ts';
import { element, figure, label, type Caption } from './svg.ts';

/** Boxes below one another, each with a heading and lines of text: a frame, a process or a tree of two levels. */

export interface FlowBox {
  readonly heading: string;
  readonly lines: readonly string[];
}

const LINE = 19;
const PADDING = 10;
/** Room between two boxes, with an arrow or without. */
const GAP = { arrow: 22, plain: 8 } as const;
/** Ems of 13 px that a line has where the chart is narrowest, on a telephone. */
const ROOM = 24;

export function boxFlow(caption: Caption, boxes: readonly FlowBox[], joined: boolean): string {
  const gap = joined ? GAP.arrow : GAP.plain;
  let top = 0;
  const drawn = boxes.map(({ heading, lines }, index) => {
    const headings = wrappedLines(heading, ROOM);
    const texts = lines.flatMap((line) => wrappedLines(line, ROOM));
    const height = (headings.length + texts.length) * LINE + 2 * PADDING - 4;
    const baseline = (line: number): number => top + PADDING + 11 + line * LINE;
    const arrow =
      joined && index > 0 ? label('50%', top - 7, '↓', { class: 'chart-note', 'text-anchor': 'middle' }) : '';
    const box = element(
      'g',
      {},
      arrow,
      element('rect', { x: 1, y: top, width: '99%', height, rx: 4, class: 'chart-box' }),
      ...headings.map((text, i) => label(12, baseline(i), text, { class: 'chart-value' })),
      ...texts.map((text, i) => label(12, baseline(headings.length + i), text, { class: 'chart-name' })),
    );
    top += height + gap;
    return box;
  });
  return figure(
    caption,
    { class: 'chart box-flow', width: '100%', height: Math.max(0, top - gap) + 4 },
    ...drawn,
  );
}
