/** Comma-separated files after RFC 4180, with a byte order mark so that spreadsheets read Chinese. */

export type CsvCell = string | number | null;

/** Signs that make a spreadsheet read a text as a formula. */
const FORMULA_START = /^[=+\-@\t\r]/;

/** A cell, made safe for spreadsheets and quoted where it must be. */
export function printCell(cell: CsvCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : '';
  const safe = FORMULA_START.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const printLine = (cells: readonly CsvCell[]): string => `${cells.map(printCell).join(',')}\r\n`;

/** What the first line of every file says. */
export interface FileNote {
  readonly notice: string;
  readonly facts: readonly string[];
}

/** Chunks of a file: a comment line with the notice, the heading, then the rows as they come. */
export function* csvChunks(
  note: FileNote,
  heading: readonly string[],
  rows: Iterable<readonly CsvCell[]>,
): Generator<string> {
  yield `\uFEFF${printLine([`# ${note.notice} | ${note.facts.join(' | ')}`])}${printLine(heading)}`;
  let chunk = '';
  for (const row of rows) {
    chunk += printLine(row);
    if (chunk.length > 32_768) {
      yield chunk;
      chunk = '';
    }
  }
  if (chunk !== '') yield chunk;
}
