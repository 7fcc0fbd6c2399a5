import { inflateRawSync } from 'node:zlib';
import { parse } from 'node-html-parser';
import readWorkbook from 'read-excel-file/node';
import { cellsOf } from '../read-records.ts';

/** The forms of a report, read back by other programs than those that write them. Tables are found by what their form calls them. */

export type Tables = ReadonlyMap<string, readonly (readonly (string | number | null)[])[]>;

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
export const textOf = (bytes: Uint8Array): string => utf8.decode(bytes);

/** Tables of the HTML file by their ids, the heading first. */
export function tablesOfHtml(html: string): Tables {
  const blocks = parse(html).querySelectorAll('.report-table, .report-figure');
  return new Map(
    blocks.flatMap((block) => {
      const rows = block.querySelectorAll('tr');
      return rows.length === 0
        ? []
        : [[block.id, rows.map((row) => row.querySelectorAll('th, td').map(({ text }) => text))] as const];
    }),
  );
}

/** The rows of a CSV file behind its first line, the heading first. */
export const rowsOfCsv = (text: string): string[][] => cellsOf(text.replace(/^\uFEFF/, '')).slice(1);

/** The sheets of a workbook by their names, without the two lines above the heading. */
export async function tablesOfWorkbook(bytes: Uint8Array): Promise<Tables> {
  const sheets = await readWorkbook(Buffer.from(bytes));
  return new Map(
    sheets.map(({ sheet, data }) => [
      sheet,
      data
        .slice(2)
        .map((row) => row.map((cell) => (typeof cell === 'number' || cell === null ? cell : String(cell)))),
    ]),
  );
}

/** A file of a zip archive, by its name. */
export function unzipped(archive: Uint8Array, name: string): string {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  let at = view.getUint32(archive.length - 22 + 16, true);
  while (view.getUint32(at, true) === 0x02014b50) {
    const [method, size] = [view.getUint16(at + 10, true), view.getUint32(at + 20, true)];
    const lengths = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
    const local = view.getUint32(at + 42, true);
    const nameLength = lengths[0]!;
    if (textOf(archive.subarray(at + 46, at + 46 + nameLength)) === name) {
      const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
      const packed = archive.subarray(from, from + size);
      return textOf(method === 0 ? packed : inflateRawSync(packed));
    }
    at += 46 + lengths.reduce((sum, length) => sum + length, 0);
  }
  throw new Error(`the archive has no ${name}`);
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const plain = (xml: string): string => xml.replace(/&(\w+);/g, (_, name: string) => entities[name] ?? '');

/** The words of a piece of a Word document, without what its fields are told to do. */
const wordsOf = (xml: string): string =>
  [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, words = '']) => plain(words)).join('');

/** The words of every paragraph of a Word document, also of those in tables. */
export const paragraphsOfWord = (archive: Uint8Array): string[] =>
  unzipped(archive, 'word/document.xml').split('</w:p>').map(wordsOf);

/** The tables of a Word document in its order, each with the words of the paragraph before it. */
export function tablesOfWord(archive: Uint8Array): { readonly before: string; readonly rows: string[][] }[] {
  const body = unzipped(archive, 'word/document.xml');
  return [...body.matchAll(/<w:tbl>.*?<\/w:tbl>/gs)].map((match) => {
    const before = body.slice(0, match.index);
    return {
      before: wordsOf(before.slice(before.lastIndexOf('<w:p>'))),
      rows: match[0]
        .split('<w:tr>')
        .slice(1)
        .map((row) => row.split('<w:tc>').slice(1).map(wordsOf)),
    };
  });
}
