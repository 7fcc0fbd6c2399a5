/** SVG as text, from small parts. Everything a caller passes in is escaped here; looks come from classes, never from styles. */

export type Attributes = Readonly<Record<string, string | number | undefined>>;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export const escapeXml = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);

/** A coordinate with at most two decimals. */
const printCoordinate = (value: number): string => String(Math.round(value * 100) / 100);

/** A share of the width, 0..1, as a coordinate that needs no view box. */
export const percentOf = (share: number): string => `${printCoordinate(share * 100)}%`;

/** One element; children are markup already. */
export function element(name: string, attributes: Attributes, ...children: string[]): string {
  const written = Object.entries(attributes)
    .filter((entry): entry is [string, string | number] => entry[1] !== undefined)
    .map(
      ([key, value]) => ` ${key}="${typeof value === 'number' ? printCoordinate(value) : escapeXml(value)}"`,
    )
    .join('');
  return children.length === 0 ? `<${name}${written}/>` : `<${name}${written}>${children.join('')}</${name}>`;
}

/** A line of text at a place. */
export const label = (x: number | string, y: number, words: string, attributes: Attributes = {}): string =>
  element('text', { x, y, ...attributes }, escapeXml(words));

/** What a reader who does not see the figure is told of it. `id` is unique on its page. */
export interface Caption {
  readonly id: string;
  readonly title: string;
  readonly desc: string;
  /** What stands in a corner of the figure itself, so that a picture of it keeps the word. */
  readonly notice: string;
}

/** Height of the line of the notice below a figure. */
const NOTICE_HEIGHT = 16;

/** The notice of a figure as its own line of text, where the figure has kept a place for it. */
export const noticeAt = (
  x: number | string,
  y: number,
  { notice }: Caption,
  anchor: 'start' | 'end' = 'start',
): string => label(x, y, notice, { class: 'chart-notice', 'text-anchor': anchor });

/** The outer element of a figure, named by its caption. A figure with a height gets the line of the notice below it. */
export function figure(caption: Caption, attributes: Attributes, ...children: string[]): string {
  const { height } = attributes;
  if (typeof height === 'number') {
    const below = noticeAt('100%', height + NOTICE_HEIGHT - 4, caption, 'end');
    return framed(caption, { ...attributes, height: height + NOTICE_HEIGHT }, [...children, below]);
  }
  return framed(caption, attributes, children);
}

function framed(caption: Caption, attributes: Attributes, children: readonly string[]): string {
  const [titleId, descId] = [`${caption.id}-title`, `${caption.id}-desc`];
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      role: 'img',
      'aria-labelledby': `${titleId} ${descId}`,
      ...attributes,
    },
    element('title', { id: titleId }, escapeXml(caption.title)),
    element('desc', { id: descId }, escapeXml(caption.desc)),
    ...children,
  );
}
