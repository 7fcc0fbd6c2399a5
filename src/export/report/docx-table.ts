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

/** A table as wide as the text; its first row stands at the head of every page that it goes on over. */
export function docxTable(table: ReportRows): Table {
  const wanted = columnWidths(table);
  const all = wanted.reduce((sum, width) => sum + width, 0);
  const widths = wanted.map((width) => Math.floor((TEXT_WIDTH * width) / all));
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
