import { writeXlsx } from 'hucre/xlsx';
import type { CsvCell } from './csv.ts';

/** A table as a workbook of one sheet: the notice on its first line, then the heading and the rows. */
export const answersXlsx = (
  name: string,
  notice: string,
  heading: readonly string[],
  rows: readonly (readonly CsvCell[])[],
): Promise<Uint8Array> =>
  writeXlsx({
    sheets: [{ name, rows: [[notice], [...heading], ...rows.map((row) => [...row])] }],
    properties: { title: name, creator: 'haochaping', description: notice },
  });
