import { printReportCell } from '../../report/print-report-number.ts';
import type { ReportRows } from '../../report/report.ts';

/** Widest and narrowest column, in Latin letters: longer texts break into lines. */
const WIDEST = 44;
const NARROWEST = 6;

/** How wide a text is, in Latin letters; a Chinese character takes the room of two. */
const widthOf = (text: string): number =>
  Array.from(text).reduce((sum, sign) => sum + (sign.charCodeAt(0) > 0x2e7f ? 2 : 1), 0);

/** How wide each column of a table wants to be, in Latin letters. */
export const columnWidths = ({ columns, rows }: ReportRows): number[] =>
  columns.map(({ name }, column) =>
    Math.min(
      WIDEST,
      Math.max(
        NARROWEST,
        // A heading may break into two lines.
        Math.ceil(widthOf(name) / 2) + 1,
        ...rows.map((row) => widthOf(printReportCell(row[column] ?? '')) + 2),
      ),
    ),
  );
