import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
} from 'docx';
import { printReportCell } from '../../report/print-report-number.ts';
import type { ReportRows } from '../../report/report.ts';
import { columnWidths } from './column-widths.ts';
import { RULE, TEXT_WIDTH, TINT } from './docx-looks.ts';

const line = { style: BorderStyle.SINGLE, size: 4, color: RULE };
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };

/** Room of a digit, in twentieths of a point, in the widest font that a program may put in the place of ours. */
const DIGIT = 115;
/** Share of the text that columns of numbers may take before they must shrink too. */
const MOST_OF_NUMBERS = 0.7;

/** Widths of the columns. Where room is short, texts break into lines before numbers do: a number in two lines is read as two. */
function widthsOf(table: ReportRows): number[] {
  const wanted = columnWidths(table);
  const sumOf = (widths: readonly number[]): number => widths.reduce((sum, width) => sum + width, 0);
  const isNumber = (column: number): boolean => table.columns[column]?.numeric === true;
  const all = sumOf(wanted);
  const numbers = DIGIT * sumOf(wanted.filter((_, column) => isNumber(column)));
  const isShort = DIGIT * all > TEXT_WIDTH && numbers < MOST_OF_NUMBERS * TEXT_WIDTH;
  if (!isShort) return wanted.map((width) => Math.floor((TEXT_WIDTH * width) / all));
  const texts = sumOf(wanted.filter((_, column) => !isNumber(column)));
  return wanted.map((width, column) =>
    isNumber(column) ? DIGIT * width : Math.floor(((TEXT_WIDTH - numbers) * width) / texts),
  );
}

/** A table as wide as the text; its first row stands at the head of every page that it goes on over. */
export function docxTable(table: ReportRows): Table {
  const widths = widthsOf(table);
  const cell = (words: string, column: number, isHead: boolean): TableCell =>
    new TableCell({
      width: { size: widths[column] ?? 0, type: WidthType.DXA },
      margins: { top: 40, bottom: 40, left: 70, right: 70 },
      ...(isHead ? { shading: { fill: TINT } } : {}),
      children: [
        new Paragraph({
          text: words,
          style: isHead ? 'TableHead' : 'TableText',
          alignment: table.columns[column]?.numeric === true ? AlignmentType.RIGHT : AlignmentType.LEFT,
        }),
      ],
    });
  return new Table({
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: {
      top: line,
      bottom: line,
      insideHorizontal: line,
      left: none,
      right: none,
      insideVertical: none,
    },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: table.columns.map(({ name }, column) => cell(name, column, true)),
      }),
      ...table.rows.map(
        (row) =>
          new TableRow({
            cantSplit: true,
            children: row.map((one, column) => cell(printReportCell(one), column, false)),
          }),
      ),
    ],
  });
}
