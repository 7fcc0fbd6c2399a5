import { element, escapeXml, label, noticeAt, type Caption } from './svg.ts';

/** The country as a grid of tiles: no outlines, every division the same size. Each tile says its name, figure and band. */

export interface MapTile {
  readonly col: number;
  readonly row: number;
  readonly name: string;
  /** Stands for the name where the map is small; empty where the name has room. */
  readonly letters: string;
  readonly printed: string;
  /** Name of the band, so that colour is not alone. */
  readonly band: string;
  readonly className: string;
  /** Where the tile leads; a division without a page has none. */
  readonly href: string | undefined;
  readonly title: string;
}

const GAP = 4;
const HEIGHT = 60;

/** Squeezes a text that is wider than its tile. A Chinese character is about twice as wide as a letter. */
function fitted(text: string, tileWidth: number): Record<string, string | number> {
  const room = tileWidth - 6;
  const width = Array.from(text).reduce((sum, sign) => sum + (sign.charCodeAt(0) > 0x2e7f ? 13 : 6.3), 0);
  return width > room ? { textLength: room, lengthAdjust: 'spacingAndGlyphs' } : {};
}

export function tileMap(caption: Caption, tiles: readonly MapTile[], tileWidth: number): string {
  const columns = Math.max(...tiles.map(({ col }) => col)) + 1;
  const rows = Math.max(...tiles.map(({ row }) => row)) + 1;
  const drawn = tiles.map((tile) => {
    const [x, y] = [tile.col * (tileWidth + GAP), tile.row * (HEIGHT + GAP)];
    const body = [
      element('title', {}, escapeXml(tile.title)),
      element('rect', { x, y, width: tileWidth, height: HEIGHT, rx: 5, class: `tile ${tile.className}` }),
      label(x + tileWidth / 2, y + 20, tile.name, {
        class: `tile-name on-${tile.className}`,
        'text-anchor': 'middle',
        ...fitted(tile.name, tileWidth),
      }),
      label(x + tileWidth / 2, y + 37, tile.printed, {
        class: `tile-value on-${tile.className}`,
        'text-anchor': 'middle',
        ...fitted(tile.printed, tileWidth),
      }),
      label(x + tileWidth / 2, y + 53, tile.band, {
        class: `tile-band on-${tile.className}`,
        'text-anchor': 'middle',
      }),
      ...(tile.letters === ''
        ? []
        : [
            label(x + tileWidth / 2, y + 28, tile.letters, {
              class: `tile-letters on-${tile.className}`,
              'text-anchor': 'middle',
            }),
          ]),
    ];
    return tile.href === undefined
      ? element('g', { class: 'tile-group' }, ...body)
      : element('a', { href: tile.href, class: 'tile-group', 'aria-label': tile.title }, ...body);
  });
  const [width, height] = [columns * (tileWidth + GAP) - GAP, rows * (HEIGHT + GAP) - GAP];
  const [titleId, descId] = [`${caption.id}-title`, `${caption.id}-desc`];
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      // A group and not an image: its links can be reached.
      role: 'group',
      'aria-labelledby': `${titleId} ${descId}`,
      class: 'chart tile-map',
      viewBox: `-2 -2 ${String(width + 4)} ${String(height + 4)}`,
    },
    element('title', { id: titleId }, escapeXml(caption.title)),
    element('desc', { id: descId }, escapeXml(caption.desc)),
    noticeAt(2, 20, caption),
    ...drawn,
  );
}
