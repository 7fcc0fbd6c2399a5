import { execFileSync, spawnSync } from 'node:child_process';
import { parse } from 'node-html-parser';
import { inLanguage, type SiteInChromium } from './site-in-chromium.ts';

/** What pages look like on paper: their PDF is read word by word, each with its place. */

export const canRead = spawnSync('pdftotext', ['-v']).status === 0;
if (!canRead && process.env['HAOCHAPING_BROWSER'] === 'required') {
  throw new Error('there is no pdftotext (poppler-utils), and HAOCHAPING_BROWSER=required demands it');
}

interface Word {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly words: readonly Word[];
}

export function readSheets(pdf: Buffer): Sheet[] {
  // Each word of a report has an element of its own.
  const read = { input: pdf, encoding: 'utf8', maxBuffer: 2 ** 28 } as const;
  const page = parse(execFileSync('pdftotext', ['-bbox', '-', '-'], read));
  const number = (element: { getAttribute(name: string): string | undefined }, name: string): number =>
    Number(element.getAttribute(name));
  return page.querySelectorAll('page').map((sheet) => ({
    width: number(sheet, 'width'),
    height: number(sheet, 'height'),
    words: sheet.querySelectorAll('word').map((word) => ({
      text: word.text,
      left: number(word, 'xMin'),
      right: number(word, 'xMax'),
      // The middle of a line: above and below it a font claims room that its signs do not fill.
      top: (3 * number(word, 'yMin') + number(word, 'yMax')) / 4,
      bottom: (number(word, 'yMin') + 3 * number(word, 'yMax')) / 4,
    })),
  }));
}

/** Pairs of words of which one covers a good part of the other. */
function overprinted(words: readonly Word[]): string[] {
  const found: string[] = [];
  words.forEach((a, i) => {
    for (const b of words.slice(i + 1)) {
      const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      const smaller = Math.min(
        (a.right - a.left) * (a.bottom - a.top),
        (b.right - b.left) * (b.bottom - b.top),
      );
      if (width > 0 && height > 0 && width * height > 0.35 * smaller) found.push(`${a.text} / ${b.text}`);
    }
  });
  return found;
}

/** Two millimetres, in points: what is nearer to the edge of a sheet may be lost. */
const EDGE = 5.6;

const tooFarOut = ({ width, height, words }: Sheet): string[] =>
  words
    .filter(
      ({ left, right, top, bottom }) =>
        left < EDGE || right > width - EDGE || top < EDGE || bottom > height - EDGE,
    )
    .map(({ text }) => text);

/** The last line of a sheet, without blanks. */
function lastLine({ words }: Sheet): string {
  const lowest = Math.max(...words.map(({ bottom }) => bottom));
  return words
    .filter(({ bottom }) => bottom > lowest - 4)
    .map(({ text }) => text)
    .join('');
}

/** How pages are printed: in this language, with these margins. */
export interface Printing {
  readonly lang: 'zh' | 'en';
  readonly margin: string;
}

/** Pages take turns in these; `npm run prove` in full prints every page in both. */
export const printings: readonly Printing[] = [
  { lang: 'zh', margin: '0' },
  { lang: 'en', margin: '10mm' },
];

/**
 * What is wrong on the sheets of pages: words over one another or at the edge, sheets that are empty, end with a heading, or hold
 * nothing but what stands below a table or figure.
 */
export async function faultsOnPaper(
  { browser, origin }: SiteInChromium,
  { lang, margin }: Printing,
  pages: readonly string[],
): Promise<string[]> {
  const page = await (await browser.newContext()).newPage();
  const faults: string[] = [];
  for (const path of pages) {
    await page.goto(origin + inLanguage(path, lang));
    const texts = (selector: string): Promise<string[]> =>
      page.$$eval(selector, (all) => all.map((one) => (one.textContent ?? '').replace(/\s/g, '')));
    // Where contents end a sheet, they end it with the words of a heading.
    const listed = await texts('.report-contents li');
    const headings = (
      await texts('h1, h2, h3, h2 + p, .panel-head + p, caption, thead tr, .group-row')
    ).filter((heading) => !listed.includes(heading));
    const below = await texts(':is(.report-table, .report-figure) > p.quiet');
    const pdf = await page.pdf({
      format: 'A4',
      printBackground: true,
      margin: { top: margin, bottom: margin, left: margin, right: margin },
    });
    const sheets = readSheets(pdf);
    sheets.forEach((sheet, i) => {
      const place = `${path}, sheet ${String(i + 1)}`;
      const last = lastLine(sheet);
      const all = sheet.words.map(({ text }) => text).join('');
      const beside = below.reduce((rest, note) => rest.replace(note, ''), all);
      faults.push(
        ...(sheet.words.length === 0 ? [`${place}: empty`] : []),
        ...overprinted(sheet.words).map((text) => `${place}: ${text} over one another`),
        ...tooFarOut(sheet).map((text) => `${place}: ${text} at the edge`),
        ...(all !== '' && beside === '' ? [`${place}: only “${all}”`] : []),
        ...(i < sheets.length - 1 && headings.includes(last) ? [`${place}: ends with “${last}”`] : []),
      );
    });
  }
  return faults;
}
