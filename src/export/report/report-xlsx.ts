import { writeXlsx, type Cell, type WriteSheet } from 'hucre/xlsx';
import {
  captionOf,
  numberedBlocks,
  numberOf,
  tableRowsOf,
  type NumberedBlock,
} from '../../report/numbered-blocks.ts';
import { printReportNumber } from '../../report/print-report-number.ts';
import type { Report, ReportCell, ReportNumber, ReportRows } from '../../report/report.ts';
import { translator } from '../../wording/translator.ts';
import { columnWidths } from './column-widths.ts';
import { reportFormTexts } from './report-form-texts.ts';

/** Longest name of a sheet. */
const LONGEST_NAME = 31;

const FONT = 'Calibri';
const heading = {
  font: { name: FONT, size: 11, bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'EEF2F0' } },
  alignment: { wrapText: true, vertical: 'center' },
} as const;
const title = { font: { name: FONT, size: 12, bold: true } } as const;
const prose = { alignment: { wrapText: true, vertical: 'top' } } as const;

/** The format under which a sheet shows a number as the page prints it; the cell holds the whole number. */
export function numberFormat(number: ReportNumber): string {
  const printed = printReportNumber(number);
  const decimals = /\.(\d+)/.exec(printed)?.[1]?.length ?? 0;
  const digits = `#,##0${decimals === 0 ? '' : `.${'0'.repeat(decimals)}`}${printed.endsWith('%') ? '%' : ''}`;
  if (printed.startsWith('+')) return `+${digits}`;
  // What rounds to nothing has no sign.
  return (number.value ?? 0) < 0 ? `${digits};${printed.startsWith('−') ? '−' : ''}${digits}` : digits;
}

/** A report as a workbook: a sheet a table or figure, and before them what is in it and how it is computed. */
export async function reportXlsx(report: Report): Promise<Uint8Array> {
  const blocks = numberedBlocks(report).flatMap((block) => {
    const rows = tableRowsOf(block);
    return rows === undefined ? [] : [{ block, rows }];
  });
  const taken = new Set<string>();
  return writeXlsx({
    sheets: [
      howSheet(report, blocks),
      ...blocks.map(({ block, rows }) => tableSheet(report, block, rows, nameOf(report, block, taken))),
    ],
    properties: { title: report.title, creator: 'haochaping', description: report.notices.join(' ') },
  });
}

/** The name of a sheet: the number of its table or figure, else the beginning of its title. */
function nameOf({ language }: Report, block: NumberedBlock, taken: Set<string>): string {
  const whole = numberOf(block, language) || block.title.replace(/[[\]:*?/\\]/g, ' ');
  let name = whole.slice(0, LONGEST_NAME);
  for (let n = 2; taken.has(name.toLowerCase()); n++) {
    const mark = ` ${String(n)}`;
    name = whole.slice(0, LONGEST_NAME - mark.length) + mark;
  }
  taken.add(name.toLowerCase());
  return name;
}

function howSheet(report: Report, blocks: readonly { readonly block: NumberedBlock }[]): WriteSheet {
  const say = translator(reportFormTexts, report.language);
  const rows: string[][] = [
    [report.title],
    ...report.notices.map((notice) => [notice]),
    ...report.facts.map(({ name, value }) => [name, value]),
    [],
    [say('tablesAndFigures'), say('howComputed')],
    ...blocks.map(({ block }) => [
      captionOf(block, report.language),
      [block.how, ...block.notes].join(report.language === 'zh' ? '' : ' '),
    ]),
  ];
  const head = rows.length - blocks.length - 1;
  const cells = new Map<string, Partial<Cell>>([['0,0', { style: title }]]);
  for (const column of [0, 1]) {
    cells.set(`${String(head)},${String(column)}`, { style: heading });
    for (let row = head + 1; row < rows.length; row++)
      cells.set(`${String(row)},${String(column)}`, { style: prose });
  }
  return { name: say('howSheet'), rows, cells, columns: [{ width: 48 }, { width: 90 }] };
}

/** Rows above the first one of a table: the caption, the notice, the heading. */
const ABOVE = 3;

function tableSheet(report: Report, block: NumberedBlock, table: ReportRows, name: string): WriteSheet {
  const cells = new Map<string, Partial<Cell>>([['0,0', { style: title }]]);
  table.columns.forEach((_, column) =>
    cells.set(`${String(ABOVE - 1)},${String(column)}`, { style: heading }),
  );
  table.rows.forEach((row, r) => {
    row.forEach((cell, column) => {
      cells.set(`${String(r + ABOVE)},${String(column)}`, {
        style: typeof cell === 'string' ? prose : { numFmt: numberFormat(cell) },
      });
    });
  });
  return {
    name,
    rows: [
      [captionOf(block, report.language)],
      [report.notices.join(' ')],
      table.columns.map((column) => column.name),
      ...table.rows.map((row) => row.map(valueOf)),
    ],
    cells,
    columns: columnWidths(table).map((width) => ({ width })),
    freezePane: { rows: ABOVE },
  };
}

const valueOf = (cell: ReportCell): string | number | null => (typeof cell === 'string' ? cell : cell.value);
