/**
 * A chart as a file of its own. On a page its looks come from classes of the site's style, and its width from the page; in a file
 * it carries both.
 */

/** Width of a chart that takes the width of its page, in pixels. */
const WIDTH = 760;

/** Properties that draw; the others place a chart on its page. */
const DRAWS = /^(fill|stroke|font|text-anchor|color|opacity|display)/;

interface StyleRule {
  readonly selectors: readonly string[];
  readonly declarations: readonly (readonly [property: string, value: string])[];
}

/** The rules of a style sheet that hold everywhere; those for some media are left out. */
function rulesOf(style: string): StyleRule[] {
  const plain = style.replace(/\/\*[\s\S]*?\*\//g, '').replace(/@[^{;]+\{(?:[^{}]|\{[^{}]*\})*\}/g, '');
  return [...plain.matchAll(/([^{}]+)\{([^{}]*)\}/g)].map(([, selectors = '', body = '']) => ({
    selectors: selectors.split(',').map((one) => one.trim()),
    declarations: body.split(';').flatMap((line) => {
      const at = line.indexOf(':');
      return at < 0 ? [] : [[line.slice(0, at).trim(), line.slice(at + 1).trim()] as const];
    }),
  }));
}

/** Fills in custom properties, which few programs know beside browsers. */
function resolved(value: string, custom: ReadonlyMap<string, string>): string {
  return value.replace(/var\((--[\w-]+)\)/g, (_, name: string) => {
    const found = custom.get(name);
    if (found === undefined) throw new Error(`the style knows no ${name}`);
    return resolved(found, custom);
  });
}

/** The rules that the classes of a chart need. */
function styleOf(svg: string, style: string): string {
  const rules = rulesOf(style);
  const custom = new Map(
    rules.filter(({ selectors }) => selectors.includes(':root')).flatMap(({ declarations }) => declarations),
  );
  const used = new Set([...svg.matchAll(/ class="([^"]*)"/g)].flatMap(([, names = '']) => names.split(' ')));
  const isUsed = (selector: string): boolean =>
    /^[a-z]*(\.[\w-]+)+$/.test(selector) &&
    selector
      .split('.')
      .slice(1)
      .every((name) => used.has(name));
  return rules
    .flatMap(({ selectors, declarations }) => {
      const kept = selectors.filter(isUsed);
      const drawn = declarations.filter(([property]) => DRAWS.test(property));
      return kept.length === 0 || drawn.length === 0
        ? []
        : `${kept.join(',')}{${drawn.map(([property, value]) => `${property}:${resolved(value, custom)}`).join(';')}}`;
    })
    .join('\n');
}

/** Width and height of a chart in a file, in pixels. */
function sizeOfChart(svg: string): { readonly width: number; readonly height: number } {
  const root = /^<svg[^>]*>/.exec(svg)?.[0] ?? '';
  const height = Number(/ height="([\d.]+)"/.exec(root)?.[1]);
  const width = Number(/ width="([\d.]+)"/.exec(root)?.[1] ?? WIDTH);
  if (height > 0) return { width, height };
  const [, boxWidth, boxHeight] = / viewBox="[-\d.]+ [-\d.]+ ([\d.]+) ([\d.]+)"/.exec(root) ?? [];
  return { width, height: Math.round((width * Number(boxHeight)) / Number(boxWidth)) };
}

/** A chart as an SVG file. `style` is the style sheet of the site. */
export function svgFile(svg: string, style: string): string {
  const { width, height } = sizeOfChart(svg);
  const body = svg.replace(/^<svg([^>]*)>/, (_, attributes: string) => {
    const kept = attributes.replace(/ (width|height)="[^"]*"/g, '');
    return `<svg${kept} width="${String(width)}" height="${String(height)}"><style>${styleOf(svg, style)}</style>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n${body}\n`;
}
